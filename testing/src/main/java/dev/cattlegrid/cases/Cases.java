package dev.cattlegrid.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Runs the tables under `cases/`: a test for each case, named by file and line.
///
/// ```
/// @TestFactory
/// Stream<DynamicTest> redirects() {
///     return Cases.of("effect/redirects.txt", text -> lines(effectsOf(text)));
/// }
/// ```
///
/// With `-Dcases=write` the answers are rewritten in place; a test whose answer changed still fails, so that the
/// difference is read before it counts.
public final class Cases {
    private Cases() {}

    /// The tests of one table, or of each `*.txt` right inside one folder.
    ///
    /// @param path below `cases/`
    /// @param answer from an input to the lines of its answer, none of them empty
    public static Stream<DynamicTest> of(String path, Function<String, List<String>> answer) {
        return ofEach(path, asked -> answer.apply(asked.input()));
    }

    /// The same, for an answer that also looks at the comments above its case.
    public static Stream<DynamicTest> ofEach(String path, Function<Case, List<String>> answer) {
        return in(
                Checkout.file("cases"), path, answer, "write".equals(System.getProperty("cases")));
    }

    /// The cases of a table or folder as values, for a test that asks something else of them.
    public static List<Case> read(String path) {
        Path top = Checkout.file("cases");
        return files(top.resolve(path)).stream()
                .flatMap(file -> table(top, file).cases().stream())
                .toList();
    }

    static Stream<DynamicTest> in(
            Path top, String path, Function<Case, List<String>> answer, boolean write) {
        return files(top.resolve(path)).stream().flatMap(file -> tests(top, file, answer, write));
    }

    private static Stream<DynamicTest> tests(
            Path top, Path file, Function<Case, List<String>> answer, boolean write) {
        Table table = table(top, file);
        if (write) {
            rewrite(file, table, answer);
        }
        return table.cases().stream().map(asked -> test(file, asked, answer));
    }

    private static DynamicTest test(Path file, Case asked, Function<Case, List<String>> answer) {
        URI source = URI.create(file.toUri() + "?line=" + asked.line());
        return DynamicTest.dynamicTest(
                asked.name(),
                source,
                () -> {
                    List<String> given = checked(answer.apply(asked));
                    assertEquals(
                            String.join("\n", asked.answer()),
                            String.join("\n", given),
                            () -> asked.name() + ": " + asked.input());
                });
    }

    private static void rewrite(Path file, Table table, Function<Case, List<String>> answer) {
        List<List<String>> answers = new ArrayList<>();
        for (Case asked : table.cases()) {
            answers.add(attempt(asked, answer).orElse(asked.answer()));
        }
        String text = table.answering(answers).print();
        try {
            if (!text.equals(Files.readString(file))) {
                Files.writeString(file, text);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// Nothing where the function throws: the old answer stays, and the test itself shows the exception.
    private static Optional<List<String>> attempt(Case asked, Function<Case, List<String>> answer) {
        try {
            return Optional.of(checked(answer.apply(asked)));
        } catch (RuntimeException | AssertionError _) {
            return Optional.empty();
        }
    }

    /// An answer has to come back from the file as it was written.
    private static List<String> checked(List<String> lines) {
        for (String line : lines) {
            if (line.isEmpty() || line.contains("\n")) {
                throw new IllegalArgumentException(
                        "an answer's line may not be empty or hold a line end: " + lines);
            }
        }
        String first = lines.isEmpty() ? "" : lines.getFirst();
        if (first.startsWith("> ") || first.equals(">")) {
            throw new IllegalArgumentException(
                    "an answer may not start with `>`, which continues the input: " + first);
        }
        return lines;
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Table table(Path top, Path file) {
        try {
            return Table.parse(top.relativize(file).toString(), Files.readString(file));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
