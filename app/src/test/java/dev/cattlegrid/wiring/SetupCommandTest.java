package dev.cattlegrid.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.door.Streams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SetupCommandTest {
    private static final String OTHERS =
            """
            {
              "model": "opus",
              "hooks": {
                "PreToolUse": [
                  {
                    "matcher": "Bash",
                    "hooks": [
                      {
                        "type": "command",
                        "command": "true"
                      }
                    ]
                  }
                ]
              },
              "spinnerVerbs": ["prüft"]
            }
            """;

    @TempDir private Path home;

    @BeforeAll
    static void theLauncherSaysWhereItLies() {
        System.setProperty("cattlegrid.launcher", "/opt/it's here/cattlegrid");
    }

    @Test
    void whatWasThereStaysAndTwiceIsOnce() throws IOException {
        write(OTHERS);
        assertEquals(0, setup());
        String once = read();
        assertTrue(once.contains("\"command\": \"true\""), once);
        assertTrue(once.contains("prüft"), once);
        assertTrue(once.contains("\"onFailure\": \"block\""), once);
        assertTrue(once.contains("'/opt/it'\\\\''s here/cattlegrid' hook claude-code"), once);
        assertEquals(0, setup());
        assertEquals(once, read());
    }

    @Test
    void removeTakesOutTheGateAndNothingElse() throws IOException {
        write(OTHERS);
        setup();
        assertEquals(0, setup("--remove"));
        assertEquals(
                new JsonFile(write(OTHERS)).read(), new JsonFile(settings()).read(), "as before");
        setup();
        setup("--remove");
        assertFalse(read().contains("cattlegrid"));
    }

    @Test
    void printWritesNothing() {
        assertEquals(0, setup("--print"));
        assertFalse(Files.exists(settings()));
    }

    @Test
    void aFileThatTheClientWouldDropIsRefused() throws IOException {
        for (String broken :
                new String[] {"{", "[]", "{\"hooks\": []}", "{\"hooks\": {\"Stop\": {}}}"}) {
            write(broken);
            assertEquals(1, setup(), broken);
            assertEquals(broken, read());
        }
    }

    private int setup(String... more) {
        var streams =
                new Streams(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(new StringWriter()),
                        false,
                        false,
                        Map.of());
        var line = new CommandLine(new SetupCommand(streams)).setErr(streams.err());
        String[] arguments = new String[more.length + 3];
        System.arraycopy(more, 0, arguments, 3, more.length);
        arguments[0] = "claude-code";
        arguments[1] = "--home";
        arguments[2] = home.toString();
        return line.execute(arguments);
    }

    private Path settings() {
        return home.resolve(".claude/settings.json");
    }

    private Path write(String text) throws IOException {
        Files.createDirectories(settings().getParent());
        return Files.writeString(settings(), text);
    }

    private String read() throws IOException {
        return Files.readString(settings());
    }
}
