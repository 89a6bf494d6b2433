package dev.cattlegrid.typed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Layer;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What reading a text of rules gave, kept by its content: in this process, and on disk for those that start cold.
///
/// Reading conditions and trying examples takes seconds the first time. The same text, under the same program, always
/// gives the same, so it is read once.
///
/// @param folder where it is kept on disk, nothing: nowhere
/// @param program which build of the program reads
public record RuleStore(Optional<Path> folder, String program) {
    /// Below the home, among what the gate keeps.
    public static final String IN_HOME = ".local/state/cattlegrid/rules";

    private static final String FORMAT = "1";
    private static final int MOST = 200;
    private static final Map<String, RuleText.Read> READ = new ConcurrentHashMap<>();

    /// Of this process alone.
    public static RuleStore none() {
        return new RuleStore(Optional.empty(), "");
    }

    /// The usual one of a user; nothing is kept on disk where it is not known which program this is.
    public static RuleStore of(Path home) {
        String stamp = System.getProperty("cattlegrid.stamp", "");
        return new RuleStore(
                stamp.isEmpty() ? Optional.empty() : Optional.of(home.resolve(IN_HOME)), stamp);
    }

    /// The rules of a text whose examples hold, or what is wrong.
    RuleText.Read read(String text, Layer.Level level) {
        String key = key(text, level);
        RuleText.Read kept = READ.get(key);
        if (kept != null) {
            return kept;
        }
        RuleText.Read read = onDisk(key).orElseGet(() -> anew(text, level, key));
        if (READ.size() >= MOST) {
            READ.clear();
        }
        READ.put(key, read);
        return read;
    }

    private RuleText.Read anew(String text, Layer.Level level, String key) {
        return switch (RuleText.read(text)) {
            case RuleText.Read.Bad bad -> bad;
            case RuleText.Read.Of(var drafts) -> {
                List<Trials.Problem> problems =
                        Trials.of(new RuleFile("these rules", level, drafts));
                if (!problems.isEmpty()) {
                    var first = problems.getFirst();
                    yield new RuleText.Read.Bad(first.line(), first.why());
                }
                keep(key, drafts);
                yield new RuleText.Read.Of(drafts);
            }
        };
    }

    private String key(String text, Layer.Level level) {
        String all = String.join("\n", FORMAT, program, level.name(), text);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /// What this process has read, for tests of what is on disk.
    static void forget() {
        READ.clear();
    }

    private Optional<RuleText.Read> onDisk(String key) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        Path file = folder.get().resolve(key + ".json");
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            return Json.parse(Files.readAllBytes(file)).members()
                            instanceof Json.Members.Of(var fields)
                    ? Optional.of(new RuleText.Read.Of(drafts(fields)))
                    : Optional.empty();
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    /// What cannot be kept is read again the next time.
    private void keep(String key, List<Draft> drafts) {
        if (folder.isEmpty()) {
            return;
        }
        try {
            var owners =
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(folder.get(), owners);
            Path next = Files.createTempFile(folder.get(), "rules", ".tmp");
            Files.writeString(next, Json.print(plain(drafts)));
            Files.move(
                    next,
                    folder.get().resolve(key + ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            prune(folder.get());
        } catch (IOException | UnsupportedOperationException _) {
            return;
        }
    }

    /// What other programs and older texts left behind goes, the oldest first.
    private static void prune(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> oldest =
                    all.sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
                            .toList();
            for (Path file : oldest.subList(0, Math.max(0, oldest.size() - MOST))) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Map<String, Object> plain(List<Draft> drafts) {
        var all = new ArrayList<Object>();
        for (Draft draft : drafts) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", draft.name());
            values.put("line", draft.line());
            values.put("strength", draft.power().text());
            values.put("effects", draft.topics().stream().map(Topic::name).sorted().toList());
            values.put("condition", draft.condition());
            values.put("when", Terms.plain(draft.when()));
            values.put("reason", draft.reason());
            draft.clears().ifPresent(clears -> values.put("clears", clears));
            values.put("examples", draft.examples().stream().map(RuleStore::plain).toList());
            all.add(values);
        }
        return Map.of("rules", all);
    }

    private static Map<String, Object> plain(Draft.Tested tested) {
        return Map.of(
                "verdict", tested.example().verdict().name(),
                "text", tested.example().text(),
                "line", tested.line());
    }

    private static List<Draft> drafts(Fields all) {
        return all.objects("rules").stream().map(RuleStore::draft).toList();
    }

    private static Draft draft(Fields values) {
        return new Draft(
                values.text("name").orElseThrow(),
                values.number("line").orElseThrow().intValue(),
                Power.named(values.text("strength").orElseThrow()).orElseThrow(),
                values.list("effects").orElseThrow().stream()
                        .map(name -> Topic.valueOf((String) name))
                        .collect(Collectors.toUnmodifiableSet()),
                values.text("condition").orElseThrow(),
                Terms.read(values.list("when").orElseThrow()),
                values.text("reason").orElseThrow(),
                values.text("clears"),
                values.objects("examples").stream().map(RuleStore::tested).toList());
    }

    private static Draft.Tested tested(Fields values) {
        var example =
                About.Example.of(
                        Verdict.valueOf(values.text("verdict").orElseThrow()),
                        values.text("text").orElseThrow());
        return new Draft.Tested(example, values.number("line").orElseThrow().intValue());
    }
}
