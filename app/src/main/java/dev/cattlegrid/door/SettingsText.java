package dev.cattlegrid.door;

import dev.cattlegrid.policy.Escalation;
import dev.cattlegrid.policy.Layer;
import dev.cattlegrid.policy.NamePattern;
import dev.cattlegrid.policy.Section;
import dev.cattlegrid.policy.Statement;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Trusted;
import dev.cattlegrid.policy.rule.Rules;
import dev.cattlegrid.prose.Spoken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// Reads the text of a file of settings; the first thing that is wrong is said in one sentence.
final class SettingsText {
    private static final String AUTO_MODE = "auto-mode";
    private static final String ALSO_FROM = "also-from";
    private static final String DISABLED = "disabled";
    private static final List<String> IN_WORDS =
            Stream.concat(
                            Stream.of(Section.values()).map(Section::key),
                            Stream.of(ALSO_FROM, DISABLED))
                    .toList();
    private static final List<String> TOP =
            List.of(
                    "observe",
                    "contained",
                    "modes",
                    "environment",
                    "escalation",
                    "raise",
                    AUTO_MODE,
                    JudgeText.JUDGE);
    private static final String MODES = "modes";
    private static final String ESCALATION = "escalation";
    private static final String IN_A_ROW = "in-a-row";
    private static final String IN_A_SESSION = "in-a-session";
    private static final int MOST = 1_000;
    private static final String ENVIRONMENT = "environment";
    private static final String PRODUCTION = "production";
    private static final List<String> IN_ENVIRONMENT =
            Stream.concat(
                            Stream.of(Trusted.values()).map(Trusted::key),
                            Stream.of("contained", PRODUCTION))
                    .toList();

    private final String name;
    private final String home;

    private SettingsText(String name, String home) {
        this.name = name;
        this.home = home;
    }

    /// What is wrong, on its way out of the reader.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String why) {
            super(why, null, false, false);
        }
    }

    /// @param name of the file, for messages
    /// @param home that `~/` stands for
    static Settings.Read read(String text, String name, Layer.Level level, String home) {
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            var first = toml.errors().getFirst();
            String what = String.valueOf(first.getMessage()).lines().findFirst().orElse("broken");
            return new Settings.Read.Bad(
                    "`%s`, line %d: %s".formatted(name, first.position().line(), what));
        }
        try {
            return new Settings.Read.Of(new SettingsText(name, home).settings(toml, level));
        } catch (Wrong problem) {
            return new Settings.Read.Bad(String.valueOf(problem.getMessage()));
        }
    }

    private Settings settings(TomlTable toml, Layer.Level level) throws Wrong {
        known(toml, TOP, "");
        TomlTable environment = table(toml, "environment");
        known(environment, IN_ENVIRONMENT, "environment.");
        Optional<Boolean> above = truth(toml, "contained", "");
        Optional<Boolean> within = truth(environment, "contained", "environment.");
        if (above.isPresent() && within.isPresent() && !above.equals(within)) {
            throw wrong(
                    "`contained` is said twice and differently; keep the one in `[environment]`");
        }
        Map<Trusted, List<NamePattern>> trusted = new EnumMap<>(Trusted.class);
        for (Trusted kind : Trusted.values()) {
            if (environment.contains(kind.key())) {
                trusted.put(kind, patterns(environment, kind));
            }
        }
        return new Settings(
                new Settings.InSession(
                        truth(toml, "observe", ""), hostModes(toml), escalation(toml)),
                new Statement(
                        level, name, trusted, within.or(() -> above), production(environment)),
                raised(table(toml, "raise")),
                words(table(toml, AUTO_MODE), level),
                judge(table(toml, JudgeText.JUDGE)));
    }

    private OnJudge judge(TomlTable table) throws Wrong {
        known(table, JudgeText.NAMES, JudgeText.JUDGE + ".");
        return new JudgeText(name, home).read(table);
    }

    private InWords words(TomlTable table, Layer.Level level) throws Wrong {
        known(table, IN_WORDS, AUTO_MODE + ".");
        var lists = new EnumMap<Section, List<String>>(Section.class);
        for (Section section : Section.values()) {
            if (table.contains(section.key())) {
                lists.put(section, texts(table, section.key(), AUTO_MODE));
            }
        }
        var files = new ArrayList<Path>();
        for (String file : texts(table, ALSO_FROM, AUTO_MODE)) {
            String path = file.startsWith("~/") ? home + file.substring(1) : file;
            if (!path.startsWith("/") || path.indexOf('\0') >= 0) {
                throw wrong("in `auto-mode.also-from`, `%s` is no absolute path".formatted(file));
            }
            files.add(Path.of(path));
        }
        boolean disabled = truth(table, DISABLED, AUTO_MODE + ".").orElse(false);
        return new InWords(new Spoken(level, name, lists), files, disabled);
    }

    /// Whose permission modes count: the gate's, for which all are `auto`, or the host's own.
    private Optional<Boolean> hostModes(TomlTable toml) throws Wrong {
        if (!toml.contains(MODES)) {
            return Optional.empty();
        }
        return switch (toml.isString(MODES) ? toml.getString(MODES) : "") {
            case "gate" -> Optional.of(false);
            case "host" -> Optional.of(true);
            case null, default -> throw wrong("`modes` is `\"gate\"` or `\"host\"`");
        };
    }

    private Optional<Escalation> escalation(TomlTable toml) throws Wrong {
        if (!toml.contains(ESCALATION)) {
            return Optional.empty();
        }
        TomlTable table = table(toml, ESCALATION);
        known(table, List.of(IN_A_ROW, IN_A_SESSION), ESCALATION + ".");
        return Optional.of(
                new Escalation(
                        count(table, IN_A_ROW, Escalation.USUAL.inARow()),
                        count(table, IN_A_SESSION, Escalation.USUAL.inASession())));
    }

    private int count(TomlTable table, String key, int usual) throws Wrong {
        if (!table.contains(key)) {
            return usual;
        }
        @Nullable Long number = table.isLong(key) ? table.getLong(key) : null;
        if (number == null || number < 1 || number > MOST) {
            throw wrong("`%s.%s` is a number from 1 to %d".formatted(ESCALATION, key, MOST));
        }
        return number.intValue();
    }

    private List<NamePattern> patterns(TomlTable table, Trusted kind) throws Wrong {
        var patterns = new ArrayList<NamePattern>();
        for (String text : texts(table, kind.key(), ENVIRONMENT)) {
            switch (kind.read(text, home)) {
                case Trusted.Read.Of(var pattern) -> patterns.add(pattern);
                case Trusted.Read.Bad(var why) ->
                        throw wrong(
                                "in `environment.%s`, `%s` %s".formatted(kind.key(), text, why));
            }
        }
        return patterns;
    }

    private List<NamePattern> production(TomlTable table) throws Wrong {
        var patterns = new ArrayList<NamePattern>();
        for (String text : texts(table, PRODUCTION, ENVIRONMENT)) {
            String plain = text.strip().toLowerCase(Locale.ROOT);
            if (!NamePattern.isName(plain)) {
                throw wrong(
                        "in `environment.production`, `%s` is not a name such as `shop-live` or `live-*`"
                                .formatted(text));
            }
            patterns.add(new NamePattern(plain));
        }
        return patterns;
    }

    private List<String> texts(TomlTable table, String key, String within) throws Wrong {
        if (!table.contains(key)) {
            return List.of();
        }
        String where = within + "." + key;
        @Nullable TomlArray array = table.isArray(key) ? table.getArray(key) : null;
        if (array == null
                || !array.isEmpty()
                        && !array.toList().stream().allMatch(String.class::isInstance)) {
            throw wrong("`%s` is a list of texts: `%s = [\"…\"]`".formatted(where, key));
        }
        return array.toList().stream().map(String.class::cast).toList();
    }

    private Map<String, Strength> raised(TomlTable table) throws Wrong {
        var raised = new HashMap<String, Strength>();
        if (table.isEmpty()) {
            return raised;
        }
        List<String> rules = Rules.all().stream().map(rule -> rule.about().name()).toList();
        known(table, rules, "raise.");
        for (String rule : table.keySet()) {
            raised.put(rule, strength(rule, table.get(List.of(rule))));
        }
        return raised;
    }

    private Strength strength(String rule, @Nullable Object value) throws Wrong {
        return switch (value instanceof String word ? word : "") {
            case "ask" -> Strength.ASK;
            case "soft" -> Strength.SOFT;
            case "hard" -> Strength.HARD;
            default ->
                    throw wrong(
                            "`raise.%s` is `\"ask\"`, `\"soft\"` or `\"hard\"`".formatted(rule));
        };
    }

    private void known(TomlTable table, List<String> names, String where) throws Wrong {
        for (String key : table.keySet()) {
            if (!names.contains(key)) {
                String close =
                        Spelling.closest(key, names)
                                .map(found -> "; did you mean `" + found + "`?")
                                .orElse("");
                throw wrong("there is no setting `%s%s`%s".formatted(where, key, close));
            }
        }
    }

    private TomlTable table(TomlTable toml, String key) throws Wrong {
        if (!toml.contains(key)) {
            return Toml.parse("");
        }
        @Nullable TomlTable table = toml.isTable(key) ? toml.getTable(key) : null;
        if (table == null) {
            throw wrong("`%s` is a table: `[%s]`".formatted(key, key));
        }
        return table;
    }

    private Optional<Boolean> truth(TomlTable table, String key, String where) throws Wrong {
        if (!table.contains(key)) {
            return Optional.empty();
        }
        if (!table.isBoolean(key)) {
            throw wrong("`%s%s` is `true` or `false`".formatted(where, key));
        }
        return Optional.ofNullable(table.getBoolean(key));
    }

    private Wrong wrong(String why) {
        return new Wrong("`" + name + "`: " + why);
    }
}
