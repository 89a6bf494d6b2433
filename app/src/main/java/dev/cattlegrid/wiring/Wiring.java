package dev.cattlegrid.wiring;

import dev.cattlegrid.host.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How the gate is put into the settings of one client.
public interface Wiring {
    Host host();

    /// Whether the client is there: its settings, or its program in one of the directories.
    ///
    /// @param home of the user
    /// @param path directories of programs, as `PATH` has them
    boolean isInstalled(Path home, List<Path> path);

    /// The files that the gate's entry lies in, the settings first.
    List<Path> files(Place place);

    /// What putting the gate in would change; nothing where it is in already.
    ///
    /// @throws IllegalArgumentException in the user's words, if the settings that are there cannot be read
    Change put(Place place, Line line) throws IOException;

    /// What taking the gate out would change; everything else stays.
    ///
    /// @throws IllegalArgumentException in the user's words, if the settings that are there cannot be read
    Change takeOut(Place place) throws IOException;

    /// Whether the client will ask the gate, as far as its settings say.
    Standing standing(Place place, Line line);

    static List<Wiring> all() {
        return List.of(
                new ClaudeCodeWiring(),
                new CodexWiring(),
                new GeminiWiring(),
                new QwenWiring(),
                new OpenCodeWiring(),
                new CopilotWiring(),
                new CursorWiring());
    }

    static Optional<Wiring> of(Host host) {
        return all().stream()
                .filter(wiring -> wiring.host().name().equals(host.name()))
                .findFirst();
    }
}
