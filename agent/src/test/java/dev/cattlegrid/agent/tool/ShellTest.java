package dev.cattlegrid.agent.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cattlegrid.agent.voice.Stop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
    /// Nothing but the command runs, whatever the names of directories are.
    @Test
    void whereACommandEndsIsToldFromAnyScratch(@TempDir Path top) throws Exception {
        Path root = Files.createDirectories(top.resolve("a project")).toRealPath();
        Files.createDirectory(root.resolve("sub"));
        Path scratch = top.resolve("it's a \"$(touch no)\" place");
        var workshop = new Workshop(root, List.of(), scratch, Map.of("PATH", "/usr/bin:/bin"));
        Command command = Command.start("cd sub; echo $((1 + 1))", root, workshop);
        assertEquals(new Command.End.Exit(0), command.await(Duration.ofSeconds(20), new Stop()));
        assertEquals("2\n", command.printed());
        assertEquals(Optional.of(root.resolve("sub")), command.directory());
        try (var files = Files.list(root)) {
            assertEquals(List.of(root.resolve("sub")), files.toList());
        }
    }
}
