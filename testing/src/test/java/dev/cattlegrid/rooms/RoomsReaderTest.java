package dev.cattlegrid.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomsReaderTest {
    @TempDir Path sources;

    private void room(String name, String title, String knows) throws IOException {
        write(
                name,
                "package-info",
                "/// %s: a room.\n///\n/// In: a. Out: b.\n/// Knows: %s.\npackage x;\n"
                        .formatted(title, knows));
    }

    private void write(String name, String file, String text) throws IOException {
        Path directory = sources.resolve("dev/cattlegrid").resolve(name);
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(file + ".java"), text);
    }

    private List<String> problems() {
        return Rooms.read(sources).problems();
    }

    @Test
    void isContentWhenPlateAndImportsAgree() throws IOException {
        room("shell", "Shell", "nothing");
        room("effect", "Effect", "`shell`");
        write(
                "effect",
                "A",
                "import dev.cattlegrid.shell.Word; // not dev.cattlegrid.policy.Rule\n");
        assertEquals(List.of(), problems());
    }

    @Test
    void namesTheFileThatUsesAnotherRoom() throws IOException {
        room("shell", "Shell", "nothing");
        write(
                "shell",
                "A",
                "class A { dev.cattlegrid.effect.world.World world; String s = \"dev.cattlegrid.x.Y\"; }");
        assertEquals(
                List.of(
                        "A.java of room `shell` uses room `effect.world`, which its plate does not name under Knows"),
                problems());
    }

    @Test
    void findsARoomThatIsNamedAndNotUsed() throws IOException {
        room("shell", "Shell", "`call`");
        assertEquals(
                List.of(
                        "the plate of `shell` says that it knows `call`, which none of its files uses"),
                problems());
    }

    @Test
    void wantsAPlate() throws IOException {
        write("shell", "A", "class A {}");
        assertEquals(1, problems().size());
    }

    @Test
    void findsACircle() throws IOException {
        room("call", "Call", "`shell`");
        room("shell", "Shell", "`call`");
        write("call", "A", "import static dev.cattlegrid.shell.Word.of;");
        write("shell", "B", "import dev.cattlegrid.call.*;");
        assertEquals(
                List.of("the rooms know each other in a circle: call > shell > call"), problems());
    }
}
