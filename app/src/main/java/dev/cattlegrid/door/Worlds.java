package dev.cattlegrid.door;

import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.effect.world.RealWorld;
import dev.cattlegrid.effect.world.World;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The world that a call is read against, and where in it the call is made.
///
/// @param world a new one for each decision
record Worlds(String directory, Supplier<World> world) {

    /// The world of SEMANTICS 3.
    static Worlds assumed(
            Optional<String> directory,
            boolean contained,
            Map<String, String> files,
            String command) {
        World world = AssumedWorld.of(directory, contained, files, command);
        return new Worlds(world.workspaces().getFirst(), () -> world);
    }

    /// The machine as it is.
    ///
    /// @param directory as given; nothing: where the program was started
    static Worlds real(Optional<String> directory) {
        String here = Path.of(directory.orElse("")).toAbsolutePath().normalize().toString();
        RealWorld.Setting setting = RealWorld.Setting.in(here, System.getenv());
        return new Worlds(here, () -> RealWorld.of(setting));
    }
}
