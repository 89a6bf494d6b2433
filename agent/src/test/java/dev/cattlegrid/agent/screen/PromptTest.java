package dev.cattlegrid.agent.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What keys make of a prompt, without a terminal.
class PromptTest {
    private static final List<String> HISTORY = List.of("first", "second thing", "third");

    @TempDir private Path top;

    /// The prompt after what a terminal would send; `|` marks the cursor.
    private String after(String sent) throws IOException {
        return shown(prompt(sent).prompt());
    }

    private Prompt.Next prompt(String sent) throws IOException {
        var next = new Prompt.Next(Prompt.EMPTY, Optional.empty(), "");
        for (Key key : keys(sent)) {
            next = next.prompt().after(key, new Completer(top), HISTORY);
        }
        return next;
    }

    private static String shown(Prompt prompt) {
        return prompt.edit().before() + "|" + prompt.edit().text().substring(prompt.edit().at());
    }

    private static List<Key> keys(String sent) throws IOException {
        int[] at = {0};
        var keyboard =
                new Keyboard(millis ->
                        at[0] < sent.length() ? sent.charAt(at[0]++) : millis == 0 ? -1 : -2);
        var keys = new ArrayList<Key>();
        for (Key key = keyboard.next(); key != Key.Named.GONE; key = keyboard.next()) {
            keys.add(key);
        }
        return keys;
    }

    @Test
    void keysAreKnownByWhatATerminalSends() throws IOException {
        assertEquals(
                List.of(
                        Key.Named.SHIFT_TAB,
                        Key.Named.UP,
                        Key.Named.WORD_LEFT,
                        Key.Named.NEW_LINE,
                        Key.Named.DELETE,
                        new Key.Letter("😀"),
                        Key.Named.BREAK,
                        Key.Named.ESCAPE),
                keys("\033[Z\033OA\033[1;5D\033\r\033[3~😀\003\033"));
        assertEquals(
                List.of(new Key.Paste("a\033[31m\rb"), new Key.Letter("c")),
                keys("\033[200~a\033[31m\rb\033[201~c"));
        assertEquals(List.of(Key.Named.OTHER, new Key.Letter("x")), keys("\033[99;99qx"));
    }

    @Test
    void textIsWritten() throws IOException {
        assertEquals("ab|", after("ab"));
        assertEquals("a|b", after("ab\033[D"));
        assertEquals("one |", after("one two\027"));
        assertEquals("|two", after("one two\033[D\033[D\033[D\025"));
        assertEquals("a\nb|", after("a\\\rb"));
        assertEquals("a|\nbc", after("a\033\rbc\033[A"));
        assertEquals("|", after("e\u0301\177"));
        assertEquals("👩\u200d👧|", after("👩\u200d👧x\177"));
    }

    @Test
    void whatWasSentComesBack() throws IOException {
        assertEquals("third|", after("new\033[A"));
        assertEquals("second thing|", after("new\033[A\033[A"));
        assertEquals("new|", after("new\033[A\033[A\033[B\033[B"));
        assertEquals("second thing|", after("thing\022"));
    }

    @Test
    void aLongTextIsFolded() throws IOException {
        assertEquals("see [paste 1: 5 lines]|", after("see \033[200~1\r2\r3\r4\r5\033[201~"));
        assertEquals("see |", after("see \033[200~1\r2\r3\r4\r5\033[201~\177"));
        assertEquals("a b|", after("\033[200~a b\033[201~"));
        var next = prompt("see \033[200~1\r2\r3\r4\r5\033[201~\r");
        assertEquals(Optional.of("see 1\n2\n3\n4\n5"), next.sent());
        assertEquals("see [paste 1: 5 lines]", next.typed());
    }

    @Test
    void filesAndCommandsAreCompleted() throws IOException {
        Files.createDirectories(top.resolve("src/main"));
        Files.writeString(top.resolve("src/main/App.java"), "");
        Files.writeString(top.resolve("src/read\033me"), "");
        assertEquals("look at src/|", after("look at s\t"));
        assertEquals("look at src/main/App.java |", after("look at src/\tA\t"));
        assertEquals("look at @src/main/|", after("look at @s\t\t"));
        assertEquals(Optional.of("/permissions"), prompt("/perm\r").sent());
        assertTrue(prompt("/zzz").prompt().offered().isEmpty());
    }
}
