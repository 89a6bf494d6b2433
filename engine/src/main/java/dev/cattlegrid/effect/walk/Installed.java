package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.world.PathText;
import java.util.Set;

/// What is known of programs by where they are installed, and of those that end as what they start ends.
final class Installed {
    private static final Set<String> SYSTEM =
            Set.of("/bin", "/usr/bin", "/usr/local/bin", "/sbin", "/usr/sbin");

    /// Source: the manuals of coreutils 9.4 (7.1 to 7.3, 23), util-linux 2.39 and moreutils 0.68: their exit status is
    /// the command's.
    private static final Set<String> PASSING =
            Set.of(
                    "env", "nice", "nohup", "timeout", "stdbuf", "setsid", "ionice", "chronic",
                    "taskset", "chrt", "time", "busybox");

    private Installed() {}

    /// A program of a system directory that the shell has as a builtin too, which does the same.
    static boolean isBuiltin(String name, String base) {
        return name.startsWith("/")
                && Builtins.isProgram(base)
                && SYSTEM.contains(
                        PathText.normal(name.substring(0, name.length() - base.length() - 1)));
    }

    static boolean passesStatus(String base) {
        return PASSING.contains(base);
    }
}
