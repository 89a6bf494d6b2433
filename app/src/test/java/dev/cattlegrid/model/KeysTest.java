package dev.cattlegrid.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    private static final String SECRET = "made-up-key-1";

    @TempDir private Path folder;

    private Path file(String text, String rights) throws IOException {
        Path file = Files.writeString(folder.resolve("key" + text.length() + rights), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private static Key key(KeySource source, Map<String, String> environment) {
        return assertInstanceOf(Keys.Read.Of.class, Keys.read(source, environment)).key();
    }

    private static String why(KeySource source) {
        return assertInstanceOf(Keys.Read.Bad.class, Keys.read(source, Map.of())).why();
    }

    @Test
    void aFileOfOnesOwn() throws IOException {
        var source = new KeySource.OwnFile(file(SECRET + "\n# a note\n", "rw-------"));
        assertEquals(SECRET, key(source, Map.of()).text());
        assertTrue(why(new KeySource.OwnFile(file(SECRET, "rw-r-----"))).contains("chmod 600"));
        assertTrue(why(new KeySource.OwnFile(file("", "rw-------"))).endsWith("holds nothing"));
        assertTrue(why(new KeySource.OwnFile(file("two words", "rw-------"))).contains("no key"));
        assertTrue(
                why(new KeySource.OwnFile(folder.resolve("none"))).startsWith("there is no file"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file(SECRET, "r--------"));
        assertTrue(why(new KeySource.OwnFile(link)).endsWith("is no regular file"));
    }

    @Test
    void aProgramThatPrintsIt() throws IOException {
        assertEquals(
                SECRET, key(new KeySource.Command(List.of("/bin/echo", SECRET)), Map.of()).text());
        assertTrue(why(new KeySource.Command(List.of("/bin/false"))).endsWith("failed"));
        assertTrue(why(new KeySource.Command(List.of("/no/such"))).endsWith("cannot be run"));
        List<String> command = List.of("/bin/sh", "-c", "env | sort | tr '\\n' ','");
        String seen = key(new KeySource.Command(command), Map.of()).text();
        assertTrue(seen.startsWith("DBUS_SESSION_BUS_ADDRESS="), seen);
        assertEquals(6, seen.split(",").length, () -> "and PWD, which the shell sets: " + seen);
    }

    @Test
    void aVariableOfTheCommandAndOfNobodyElse() {
        var source = new KeySource.Variable("JUDGE_KEY");
        assertEquals(SECRET, key(source, Map.of("JUDGE_KEY", SECRET)).text());
        assertTrue(why(source).contains("hooks read no variables"));
        assertTrue(
                why(new KeySource.Variable("PATH")).contains("`PATH`"), "not this process's own");
    }

    @Test
    void itShowsItselfToNobody() {
        Key key = key(new KeySource.Variable("JUDGE_KEY"), Map.of("JUDGE_KEY", SECRET));
        assertFalse(("" + key).contains(SECRET));
        assertFalse(("" + new Keys.Read.Of(key)).contains(SECRET));
    }
}
