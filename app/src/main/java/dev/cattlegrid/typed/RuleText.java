package dev.cattlegrid.typed;

import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Verdict;
import dev.cattlegrid.policy.rule.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// Reads the text of a file of rules; the first thing that is wrong is said with its line.
final class RuleText {
    private static final List<String> KEYS =
            List.of("name", "strength", "effects", "when", "reason", "clears", "examples");
    private static final Set<String> TAKEN =
            Set.of("permission-ask", "permission-deny", "settings");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int MOST_RULES = 50;
    private static final int MOST_EXAMPLES = 30;
    private static final int LONGEST = 400;
    private static final Map<String, Topic> TOPICS =
            Arrays.stream(Topic.values())
                    .filter(topic -> topic != Topic.FLOW && topic != Topic.CALL)
                    .collect(Collectors.toUnmodifiableMap(Values::word, topic -> topic));

    private final Set<String> names = new HashSet<>();
    private final List<String> lines;

    private RuleText(List<String> lines) {
        this.lines = lines;
    }

    sealed interface Read {
        record Of(List<Draft> drafts) implements Read {}

        /// @param line from 1
        /// @param why one lower-case sentence
        record Bad(int line, String why) implements Read {}
    }

    /// What is wrong, on its way out of the reader.
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;
        private final int line;

        Wrong(int line, String why) {
            super(why, null, false, false);
            this.line = line;
        }
    }

    static Read read(String text) {
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            var first = toml.errors().getFirst();
            String what = String.valueOf(first.getMessage()).lines().findFirst().orElse("broken");
            return new Read.Bad(first.position().line(), what);
        }
        try {
            return new Read.Of(new RuleText(text.lines().toList()).drafts(toml));
        } catch (Wrong problem) {
            return new Read.Bad(problem.line, String.valueOf(problem.getMessage()));
        }
    }

    private List<Draft> drafts(TomlParseResult toml) throws Wrong {
        for (String key : toml.keySet()) {
            if (!key.equals("rule")) {
                throw new Wrong(
                        line(toml, key), "`" + key + "` is not known; rules begin with `[[rule]]`");
            }
        }
        @Nullable TomlArray array = toml.isArray("rule") ? toml.getArray("rule") : null;
        if (array == null
                || array.isEmpty()
                || !array.toList().stream().allMatch(TomlTable.class::isInstance)) {
            throw new Wrong(1, "there is no `[[rule]]`");
        }
        if (array.size() > MOST_RULES) {
            throw new Wrong(1, "there are more than " + MOST_RULES + " rules");
        }
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < array.size(); i++) {
            int line = array.inputPositionOf(i).line();
            drafts.add(draft(array.getTable(i), line));
        }
        return drafts;
    }

    private Draft draft(TomlTable table, int line) throws Wrong {
        for (String key : table.keySet()) {
            if (!KEYS.contains(key)) {
                throw new Wrong(
                        line(table, key),
                        "a rule has no `%s`; it has `%s`"
                                .formatted(key, String.join("`, `", KEYS)));
            }
        }
        String name = name(table, line);
        Power power =
                Power.named(needed(table, "strength", line))
                        .orElseThrow(() ->
                                new Wrong(
                                        line(table, "strength"),
                                        "`strength` is `allow`, `ask`, `soft` or `hard`"));
        String reason = needed(table, "reason", line);
        if (reason.endsWith(".") || reason.lines().count() > 1) {
            throw new Wrong(line(table, "reason"), "`reason` is one sentence without a full stop");
        }
        Optional<String> clears = text(table, "clears");
        if (clears.isPresent() && (power == Power.ALLOW || power == Power.HARD)) {
            throw new Wrong(
                    line(table, "clears"),
                    "nothing clears `%s`; leave `clears` out".formatted(power.text()));
        }
        String condition = needed(table, "when", line);
        return new Draft(
                name,
                line,
                power,
                topics(table, line),
                condition.strip(),
                condition(table, condition),
                reason,
                clears,
                examples(table, line));
    }

    private String name(TomlTable table, int line) throws Wrong {
        String name = needed(table, "name", line);
        int at = line(table, "name");
        if (!NAME.matcher(name).matches()) {
            throw new Wrong(at, "`name` is lower-case words with hyphens: `staging-deploys`");
        }
        if (TAKEN.contains(name) || Rules.named(name).isPresent()) {
            throw new Wrong(at, "`" + name + "` is the name of a rule of the gate's own");
        }
        if (!names.add(name)) {
            throw new Wrong(at, "there are two rules `" + name + "` in this file");
        }
        return name;
    }

    private static Set<Topic> topics(TomlTable table, int line) throws Wrong {
        var topics = EnumSet.noneOf(Topic.class);
        for (Object word : list(table, "effects", line)) {
            @Nullable Topic topic = TOPICS.get(word instanceof String text ? text : "");
            if (topic == null) {
                throw new Wrong(
                        line(table, "effects"),
                        "`%s` is no kind of effect; there are `%s`"
                                .formatted(
                                        word,
                                        TOPICS.keySet().stream()
                                                .sorted()
                                                .collect(Collectors.joining("`, `"))));
            }
            topics.add(topic);
        }
        if (topics.isEmpty()) {
            throw new Wrong(line, "`effects` names at least one kind: `effects = [\"git\"]`");
        }
        return topics;
    }

    private Term condition(TomlTable table, String condition) throws Wrong {
        return switch (Cel.read(condition)) {
            case Cel.Read.Of(var term) -> term;
            case Cel.Read.Bad(var within, var why) ->
                    throw new Wrong(begin(table) + within, "in `when`: " + why);
        };
    }

    /// The line in which the text of a condition begins: below its key where it stands in lines of its own.
    private int begin(TomlTable table) {
        int line = line(table, "when");
        String text = lines.get(Math.min(line, lines.size()) - 1).strip();
        return text.endsWith("'''") || text.endsWith("\"\"\"") ? line + 1 : line;
    }

    private static List<Draft.Tested> examples(TomlTable table, int line) throws Wrong {
        @Nullable TomlTable all = table.isTable("examples") ? table.getTable("examples") : null;
        if (all == null) {
            throw new Wrong(
                    line,
                    "a rule needs examples: `examples.allow = [\"…\"]` and on the other side");
        }
        var examples = new ArrayList<Draft.Tested>();
        for (String key : all.keySet()) {
            Verdict verdict =
                    Arrays.stream(Verdict.values())
                            .filter(each -> each.text().equals(key))
                            .findFirst()
                            .orElseThrow(() ->
                                    new Wrong(
                                            line(all, key),
                                            "examples stand under `allow`, `ask` or `deny`"));
            @Nullable TomlArray commands = all.isArray(key) ? all.getArray(key) : null;
            for (int i = 0; commands != null && i < commands.size(); i++) {
                int at = commands.inputPositionOf(i).line();
                examples.add(tested(verdict, commands.get(i), at));
            }
        }
        if (examples.size() > MOST_EXAMPLES) {
            throw new Wrong(line, "there are more than " + MOST_EXAMPLES + " examples");
        }
        return examples;
    }

    private static Draft.Tested tested(Verdict verdict, Object command, int line) throws Wrong {
        if (!(command instanceof String text) || text.isBlank()) {
            throw new Wrong(line, "an example is a command");
        }
        try {
            return new Draft.Tested(About.Example.of(verdict, text), line);
        } catch (RuntimeException _) {
            throw new Wrong(line, "`" + text + "` cannot be read as an example");
        }
    }

    private static List<Object> list(TomlTable table, String key, int line) throws Wrong {
        @Nullable TomlArray array = table.isArray(key) ? table.getArray(key) : null;
        if (array == null) {
            throw new Wrong(line, "`%s` is a list: `%s = [\"git\"]`".formatted(key, key));
        }
        return array.toList();
    }

    private static String needed(TomlTable table, String key, int line) throws Wrong {
        Optional<String> text = text(table, key).filter(one -> !one.isBlank());
        if (text.isEmpty()) {
            throw new Wrong(line, "the rule lacks `" + key + "`");
        }
        if (!key.equals("when") && text.get().length() > LONGEST) {
            throw new Wrong(line(table, key), "`" + key + "` is too long");
        }
        return text.get();
    }

    private static Optional<String> text(TomlTable table, String key) throws Wrong {
        if (table.contains(key) && !table.isString(key)) {
            throw new Wrong(line(table, key), "`" + key + "` is a text");
        }
        return Optional.ofNullable(table.getString(key));
    }

    private static int line(TomlTable table, String key) {
        var position = table.inputPositionOf(List.of(key));
        return position == null ? 1 : position.line();
    }
}
