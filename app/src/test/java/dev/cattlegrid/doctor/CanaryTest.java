package dev.cattlegrid.doctor;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.cattlegrid.canary.Client;
import dev.cattlegrid.canary.InstalledPrograms;
import dev.cattlegrid.canary.Launcher;
import dev.cattlegrid.host.Host;
import dev.cattlegrid.wiring.Line;
import dev.cattlegrid.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The doctor's canary in every real client.
@Tag("clients")
class CanaryTest {
    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"claude-code", "codex", "gemini-cli", "qwen-code", "opencode"})
    void aRefusedCallIsStoppedAndAnAllowedOneRuns(String host) throws IOException {
        Path launcher = Launcher.ofTheBuild(directory.resolve("gate")).root().resolve("cattlegrid");
        Canary.Outcome outcome =
                canary(host).fly(launcher, Files.createDirectory(directory.resolve("c")));
        assertInstanceOf(Canary.Outcome.Stopped.class, outcome, outcome::toString);
    }

    private Canary canary(String host) throws IOException {
        Client client = Client.of(host).orElseThrow();
        Wiring wiring = Wiring.of(Host.of(host).orElseThrow()).orElseThrow();
        return new Canary(client, wiring, program(InstalledPrograms.of(client)), Map.of());
    }

    /// A file of one's own that starts the program, as a package manager makes one.
    private Path program(List<String> words) throws IOException {
        String line = words.stream().map(Line::quoted).collect(Collectors.joining(" "));
        Path file = directory.resolve("program");
        Files.writeString(file, "#!/bin/sh\nexec " + line + " \"$@\"\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
