package dev.cattlegrid.door;

import dev.cattlegrid.audit.Home;
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
        return real(directory, List.of(), environment, Home.directory());
    }

    /// @param roots more directories that the user opened to the session, absolute
    /// @param home where the gate keeps its files
    static Worlds real(
            Optional<String> directory,
            List<String> roots,
            Map<String, String> environment,
            Path home) {
        String here = Path.of(directory.orElse("")).toAbsolutePath().normalize().toString();
        var gate = new ArrayList<>(Program.FILES);
        gate.add(home.resolve(Store.IN_HOME).toString());
        gate.add(String.valueOf(home.resolve(Settings.IN_HOME).getParent()));
        var setting = new RealWorld.Setting(here, roots, environment, gate);
        return new Worlds(here, () -> RealWorld.of(setting));
    }

    /// What the gate is made of on this machine: its program, its launchers, and the JDK that runs it. Looked up once.
    private static final class Program {
        static final List<String> FILES = files();

        private static List<String> files() {
            var files = new ArrayList<String>();
            files.add(System.getProperty("java.home"));
            archive()
                    .ifPresent(program -> {
                        files.add(program.toString());
                        Path target = program.getParent();
                        Path root = target == null ? null : target.getParent();
                        if (root != null && Files.exists(root.resolve("cattlegrid"))) {
                            files.add(root.resolve("cattlegrid").toString());
                            files.add(root.resolve("tools").toString());
                        }
                    });
            return List.copyOf(files);
        }

        /// The directory of the program's own archive; nothing where it runs from loose classes.
        private static Optional<Path> archive() {
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
}
