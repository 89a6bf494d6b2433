package dev.cattlegrid.cases;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesTest {
    private static final String TEXT =
            """
            # about the file

            # loud
            $ one
            ONE

            $ two
            >
            > lines
            OLD

            % nbsp\\u00a0tab\\tnul\\0end
            """;

    @Test
    void readsAnInputItsNotesAndItsAnswer() {
        Case first = Table.parse("t.txt", TEXT).cases().getFirst();
        assertEquals(new Case("t.txt:4", 4, List.of("loud"), "one", List.of("ONE")), first);
    }

    @Test
    void readsLinesAndEscapes() {
        List<Case> cases = Table.parse("t.txt", TEXT).cases();
        assertEquals("two\n\nlines", cases.get(1).input());
        assertEquals("nbsp\u00a0tab\tnul\0end", cases.get(2).input());
    }

    @Test
    void printsWhatItRead() {
        assertEquals(TEXT, Table.parse("t.txt", TEXT).print());
    }

    @Test
    void aLineOutsideACaseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Table.parse("t.txt", "stray\n"));
        assertThrows(
                IllegalArgumentException.class, () -> Table.parse("t.txt", "$ a\nA\n$ b\nB\n"));
    }

    @Test
    void writesTheNewAnswersAndStillFails(@TempDir Path top) throws IOException {
        Path file = Files.writeString(top.resolve("t.txt"), TEXT);
        List<DynamicTest> tests = Cases.in(top, "t.txt", CasesTest::loud, true).toList();

        assertEquals(
                TEXT.replace("OLD", "TWO\nLINES") + "NBSP\u00a0TAB\tNUL\0END\n",
                Files.readString(file));
        assertDoesNotThrow(() -> tests.get(0).getExecutable().execute());
        assertThrows(AssertionError.class, () -> tests.get(1).getExecutable().execute());
    }

    private static List<String> loud(Case asked) {
        return asked.input()
                .lines()
                .filter(line -> !line.isEmpty())
                .map(line -> line.toUpperCase(Locale.ROOT))
                .toList();
    }
}
