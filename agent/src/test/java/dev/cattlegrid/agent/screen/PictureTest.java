package dev.cattlegrid.agent.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cattlegrid.cases.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pictures in the docs are drawn from the screens that the tests see; `-Dcases=write` draws them anew.
class PictureTest {
    @ParameterizedTest
    @CsvSource({
        "turn, the agent edits a file in auto mode; what would lose work is refused in one row",
        "question, the gate asks: what a call would do and four answers",
        "permissions, what was refused lately and the keys to retry or let pass",
        "commands, the commands of the screen",
        "try, a scripted model mends a shop in auto mode and is refused what would do harm",
    })
    void isOfTheScreen(String name, String title) throws IOException {
        Path kept = Checkout.file("docs/pictures/agent-" + name + ".svg");
        String now =
                Picture.of(
                        Files.readString(Checkout.file("cases/agent-screen/" + name + ".ansi")),
                        title,
                        100);
        String before = Files.exists(kept) ? Files.readString(kept) : "";
        if ("write".equals(System.getProperty("cases")) && !before.equals(now)) {
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, now);
        }
        assertEquals(before, now, name);
    }
}
