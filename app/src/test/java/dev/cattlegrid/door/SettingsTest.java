package dev.cattlegrid.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir private Path folder;

    private static String why(Settings.Read read) {
        return assertInstanceOf(Settings.Read.Bad.class, read, read::toString).why();
    }

    @Test
    void nothingSetIsUsual() {
        assertEquals(new Settings.Read.Of(Settings.USUAL), Settings.read(folder.resolve("none")));
        assertEquals(new Settings.Read.Of(Settings.USUAL), Settings.of("", "f"));
        assertEquals(
                new Settings.Read.Of(new Settings(true, false)),
                Settings.of("observe = true", "f"));
    }

    @Test
    void whatIsWrongIsSaid() {
        assertEquals(
                "`f`: there is no setting `obsrve`; did you mean `observe`?",
                why(Settings.of("obsrve = true", "f")));
        assertEquals(
                "`f`: `observe` is `true` or `false`", why(Settings.of("observe = \"yes\"", "f")));
        assertTrue(why(Settings.of("observe = ", "f")).startsWith("`f`, line 1: "));
    }

    @Test
    void aFileThatOthersCanWriteSettlesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.toml"), "observe = true");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertTrue(why(Settings.read(file)).startsWith("others can write"));
    }
}
