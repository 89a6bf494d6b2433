package dev.cattlegrid.door;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.effect.world.RealWorld;
import dev.cattlegrid.effect.world.World;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
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
    /// @param environment what the command's shell would have, as far as it is known
    static Worlds real(Optional<String> directory, Map<String, String> environment) {
        String here = Path.of(directory.orElse("")).toAbsolutePath().normalize().toString();
        var setting = new RealWorld.Setting(here, List.of(), environment, ownFiles());
        return new Worlds(here, () -> RealWorld.of(setting));
    }

    /// What the gate is made of on this machine: program, launchers, settings, record.
    private static List<String> ownFiles() {
        var files = new ArrayList<String>();
        files.add(Store.usual().directory().toString());
        files.add(String.valueOf(Settings.usualFile().getParent()));
        program()
                .ifPresent(program -> {
                    files.add(program.toString());
                    Path target = program.getParent();
                    Path root = target == null ? null : target.getParent();
                    if (root != null && Files.exists(root.resolve("cattlegrid"))) {
                        files.add(root.resolve("cattlegrid").toString());
                        files.add(root.resolve("tools").toString());
                    }
                });
        return files;
    }

    /// The directory of the program's own archive; nothing where it runs from loose classes.
    private static Optional<Path> program() {
        try {
            CodeSource source = Worlds.class.getProtectionDomain().getCodeSource();
            Path jar = Path.of(source.getLocation().toURI());
            return jar.toString().endsWith(".jar")
                    ? Optional.ofNullable(jar.getParent())
                    : Optional.empty();
        } catch (URISyntaxException | RuntimeException _) {
            return Optional.empty();
        }
    }
}
