package dev.cattlegrid.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cattlegrid.cases.Case;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.shell.OtherShells.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What other shells do with what bash takes; the real dash says whether it refuses.
final class OtherShellsTest {
    private static final Path DASH = Path.of("/bin/dash");

    @TestFactory
    Stream<DynamicTest> dash() {
        return Cases.of("other-shells/dash.txt", text -> differences(text, Shell.DASH));
    }

    @TestFactory
    Stream<DynamicTest> zsh() {
        return Cases.of("other-shells/zsh.txt", text -> differences(text, Shell.ZSH));
    }

    @TestFactory
    Stream<DynamicTest> theRealDashRefusesTheSame() {
        assumeTrue(Files.isExecutable(DASH), "no dash here");
        return Cases.read("other-shells/dash.txt").stream()
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.name(),
                                () -> assertEquals(refused(row), isRefused(row.input()))));
    }

    private static boolean refused(Case row) {
        return row.answer().stream().anyMatch(line -> line.contains(" refuses: "));
    }

    private static boolean isRefused(String text) throws Exception {
        var process =
                new ProcessBuilder(DASH.toString(), "-n", "-c", text)
                        .redirectErrorStream(true)
                        .start();
        process.getInputStream().readAllBytes();
        return process.waitFor() != 0;
    }

    private static List<String> differences(String text, Shell shell) {
        if (!(Parser.parse(text) instanceof Parsed.Tree(var script))) {
            return List.of("bash does not take it");
        }
        return OtherShells.in(script, shell).stream()
                .map(found ->
                        (found.span().of(text)
                                        + (found.refused() ? " refuses: " : " reads: ")
                                        + found.what())
                                .replace("\n", "\\n"))
                .toList();
    }
}
