package dev.cattlegrid.sandbox;

import dev.cattlegrid.call.Network;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Bubblewrap's arguments: the view of the machine that a command gets.
///
/// @see <a href="https://github.com/containers/bubblewrap">bubblewrap</a>
final class Bubblewrap {
    /// What every command gets one of its own of.
    static final List<String> NAMESPACES =
            List.of(
                    "--unshare-user",
                    "--unshare-pid",
                    "--unshare-ipc",
                    "--unshare-uts",
                    "--die-with-parent",
                    "--new-session",
                    "--cap-drop",
                    "ALL");

    /// Where resolvers keep what `/etc/resolv.conf` leads to.
    private static final List<String> RESOLVERS =
            List.of("/run/systemd/resolve", "/run/resolvconf", "/run/NetworkManager");

    /// What a command has an own one of, which goes with it.
    static final List<String> OWN = List.of("/tmp", "/run", "/dev");

    private static final Path TEMPORARY = Path.of("/tmp");
    private static final Path RUNTIME = Path.of("/run");

    /// At which number it finds the filter that it puts on the command.
    static final int FILTER_AT = 3;

    /// At which number it finds its arguments: in its command line anybody could read the environment.
    static final int ARGUMENTS_AT = 4;

    private Bubblewrap() {}

    /// @param environment of the command; bubblewrap itself gets none, for it runs outside
    static List<String> arguments(
            Plan.Ready plan, Path directory, Map<String, String> environment) {
        Sandbox sandbox = plan.sandbox();
        var arguments = new ArrayList<>(NAMESPACES);
        add(arguments, "--seccomp", String.valueOf(FILTER_AT));
        switch (sandbox.network()) {
            case NONE, LOOPBACK -> add(arguments, "--unshare-net");
            case ALL -> {}
        }
        switch (sandbox.reads()) {
            case Reads.All _ -> add(arguments, "--ro-bind", "/", "/");
            case Reads.Only(var also) -> {
                Reads.SYSTEM.forEach(path -> bind(arguments, "--ro-bind-try", path));
                sorted(also).forEach(path -> bind(arguments, "--ro-bind", path));
            }
        }
        add(arguments, "--dev", "/dev", "--proc", "/proc", "--tmpfs", RUNTIME.toString());
        if (sandbox.network() == Network.ALL) {
            RESOLVERS.forEach(path -> bind(arguments, "--ro-bind-try", Path.of(path)));
        }
        sandbox.scratch()
                .ifPresentOrElse(
                        scratch ->
                                add(arguments, "--bind", scratch.toString(), TEMPORARY.toString()),
                        () -> add(arguments, "--tmpfs", TEMPORARY.toString()));
        // What lies below `/tmp` or `/run` is hidden by now, and comes back here where it is
        // needed.
        if (directory.startsWith(TEMPORARY) || directory.startsWith(RUNTIME)) {
            bind(arguments, "--ro-bind", directory);
        }
        sorted(plan.writable()).forEach(path -> bind(arguments, "--bind", path));
        environment.forEach((name, value) -> add(arguments, "--setenv", name, value));
        add(arguments, "--chdir", directory.toString());
        return arguments;
    }

    private static void bind(List<String> arguments, String how, Path path) {
        add(arguments, how, path.toString(), path.toString());
    }

    /// What lies above comes first, or it would hide what lies below.
    private static List<Path> sorted(List<Path> paths) {
        var sorted = new ArrayList<>(paths);
        Collections.sort(sorted);
        return sorted;
    }

    private static void add(List<String> arguments, String... more) {
        arguments.addAll(Arrays.asList(more));
    }
}
