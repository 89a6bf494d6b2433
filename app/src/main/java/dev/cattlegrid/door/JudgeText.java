package dev.cattlegrid.door;

import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.effect.world.Standings;
import dev.cattlegrid.judge.Terms;
import dev.cattlegrid.model.Connection;
import dev.cattlegrid.model.KeySource;
import dev.cattlegrid.model.Provider;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// Reads `[judge]` of a file of settings. A key itself never stands there, only where it is found.
///
/// @param name of the file, for messages
/// @param home that `~/` stands for
record JudgeText(String name, String home) {
    static final String JUDGE = "judge";

    private static final String NONE = "none";
    private static final String PROVIDER = "provider";
    private static final String MODEL = "model";
    private static final String BASE = "base-url";
    private static final String KEY_FILE = "key-file";
    private static final String KEY_COMMAND = "key-command";
    private static final String KEY_ENV = "key-env";
    private static final String KEY_HEADER = "key-header";
    private static final String HEADERS = "headers";
    private static final String QUERY = "query";
    private static final String TIMEOUT = "timeout";
    private static final String BUDGET = "budget";
    private static final String TEMPERATURE = "temperature";
    private static final String EFFORT = "effort";
    private static final String SCHEMA = "schema";
    private static final String RESULTS = "second-look";

    static final List<String> NAMES =
            List.of(
                    PROVIDER,
                    MODEL,
                    BASE,
                    KEY_FILE,
                    KEY_COMMAND,
                    KEY_ENV,
                    KEY_HEADER,
                    HEADERS,
                    QUERY,
                    TIMEOUT,
                    BUDGET,
                    TEMPERATURE,
                    EFFORT,
                    SCHEMA,
                    RESULTS);

    OnJudge read(TomlTable table) throws SettingsText.Wrong {
        if (table.isEmpty()) {
            return OnJudge.NOTHING;
        }
        String word =
                text(table, PROVIDER)
                        .orElseThrow(() -> wrong("`judge.provider` is missing: " + providers()));
        if (word.equals(NONE)) {
            return OnJudge.NOBODY;
        }
        Provider provider =
                Provider.named(word).orElseThrow(() -> wrong("`judge.provider` is " + providers()));
        String model =
                text(table, MODEL)
                        .filter(text -> !text.isBlank())
                        .orElseThrow(() ->
                                wrong(
                                        "`judge.model` is missing: the model's name at its provider"));
        var usual = new Connection(provider, model, key(table));
        var connection =
                new Connection(
                        provider,
                        model,
                        base(table),
                        usual.key(),
                        text(table, KEY_HEADER),
                        texts(table, HEADERS),
                        texts(table, QUERY),
                        temperature(table),
                        text(table, EFFORT),
                        truth(table, SCHEMA).orElse(usual.schema()));
        Optional<String> problem = connection.wrong();
        if (problem.isPresent()) {
            throw wrong("in `[judge]`, " + problem.get());
        }
        long seconds =
                number(
                        table,
                        TIMEOUT,
                        Terms.USUAL_STAGE.toSeconds(),
                        1,
                        Terms.LONGEST_STAGE.toSeconds());
        long budget =
                number(table, BUDGET, Terms.USUAL_BUDGET, Terms.LEAST_BUDGET, Terms.LARGEST_BUDGET);
        return OnJudge.of(
                new Terms(
                        connection,
                        Duration.ofSeconds(seconds),
                        (int) budget,
                        truth(table, RESULTS).orElse(false)));
    }

    private static String providers() {
        return Stream.concat(Stream.of(Provider.values()).map(Provider::text), Stream.of(NONE))
                .map(text -> "`\"" + text + "\"`")
                .collect(Collectors.joining(", ", "one of ", ""));
    }

    private KeySource key(TomlTable table) throws SettingsText.Wrong {
        var found = new ArrayList<KeySource>();
        text(table, KEY_FILE)
                .map(file -> new KeySource.OwnFile(Path.of(absolute(file))))
                .ifPresent(found::add);
        text(table, KEY_ENV).map(KeySource.Variable::new).ifPresent(found::add);
        if (table.contains(KEY_COMMAND)) {
            found.add(new KeySource.Command(command(table)));
        }
        if (found.size() > 1) {
            throw wrong(
                    "of `judge.key-file`, `judge.key-command` and `judge.key-env` only one counts; keep one");
        }
        for (KeySource source : found) {
            if (source instanceof KeySource.OwnFile(var path)) {
                if (!path.isAbsolute()) {
                    throw wrong(
                            "`judge.key-file` is an absolute path, or one that begins with `~/`");
                }
                if (!isKnownForASecret(path)) {
                    throw wrong(
                            "by its name nobody knows `judge.key-file` for a secret, so an agent could read and send it; call it `judge.key`");
                }
            }
        }
        return found.isEmpty() ? new KeySource.None() : found.getFirst();
    }

    /// Whether the gate itself would stop an agent that sends the file away.
    private static boolean isKnownForASecret(Path path) {
        String plain = path.normalize().toString();
        return Standings.of(plain, AssumedWorld.usual()).contains(Standing.SECRET);
    }

    private String absolute(String path) {
        return path.startsWith("~/") ? home + path.substring(1) : path;
    }

    private List<String> command(TomlTable table) throws SettingsText.Wrong {
        @Nullable TomlArray array = table.isArray(KEY_COMMAND) ? table.getArray(KEY_COMMAND) : null;
        List<?> all = array == null ? List.of() : array.toList();
        List<String> words =
                all.stream().allMatch(String.class::isInstance)
                        ? all.stream().map(String.class::cast).toList()
                        : List.of();
        if (words.isEmpty() || !absolute(words.getFirst()).startsWith("/")) {
            throw wrong(
                    "`judge.key-command` is a list: a program's absolute path, and its arguments");
        }
        var command = new ArrayList<>(words);
        command.set(0, absolute(words.getFirst()));
        return command;
    }

    private Optional<URI> base(TomlTable table) throws SettingsText.Wrong {
        Optional<String> text = text(table, BASE);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new URI(text.get()));
        } catch (URISyntaxException _) {
            throw wrong("`judge.base-url` is no address");
        }
    }

    private Map<String, String> texts(TomlTable table, String key) throws SettingsText.Wrong {
        var texts = new LinkedHashMap<String, String>();
        if (!table.contains(key)) {
            return texts;
        }
        @Nullable TomlTable inner = table.isTable(key) ? table.getTable(key) : null;
        if (inner == null || !inner.toMap().values().stream().allMatch(String.class::isInstance)) {
            throw wrong(
                    "`judge.%s` is a table of texts: `%s = { name = \"value\" }`"
                            .formatted(key, key));
        }
        inner.toMap().forEach((each, value) -> texts.put(each, String.valueOf(value)));
        return texts;
    }

    private Optional<Double> temperature(TomlTable table) throws SettingsText.Wrong {
        if (!table.contains(TEMPERATURE)) {
            return Optional.empty();
        }
        @Nullable Object value = table.get(List.of(TEMPERATURE));
        if (value instanceof Number number
                && number.doubleValue() >= 0
                && number.doubleValue() <= 2) {
            return Optional.of(number.doubleValue());
        }
        throw wrong("`judge.temperature` is a number from 0 to 2");
    }

    private Optional<Boolean> truth(TomlTable table, String key) throws SettingsText.Wrong {
        if (!table.contains(key)) {
            return Optional.empty();
        }
        if (!table.isBoolean(key)) {
            throw wrong("`judge.%s` is `true` or `false`".formatted(key));
        }
        return Optional.ofNullable(table.getBoolean(key));
    }

    private Optional<String> text(TomlTable table, String key) throws SettingsText.Wrong {
        if (!table.contains(key)) {
            return Optional.empty();
        }
        if (!table.isString(key)) {
            throw wrong("`judge.%s` is a text".formatted(key));
        }
        return Optional.ofNullable(table.getString(key));
    }

    private long number(TomlTable table, String key, long usual, long least, long most)
            throws SettingsText.Wrong {
        if (!table.contains(key)) {
            return usual;
        }
        @Nullable Long number = table.isLong(key) ? table.getLong(key) : null;
        if (number == null || number < least || number > most) {
            throw wrong("`judge.%s` is a number from %d to %d".formatted(key, least, most));
        }
        return number;
    }

    private SettingsText.Wrong wrong(String why) {
        return new SettingsText.Wrong("`" + name + "`: " + why);
    }
}
