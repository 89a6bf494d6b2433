package dev.cattlegrid.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What this machine can do to confine a command.
///
/// @param starting whether a program can be started from a confined thread at all
/// @param seccomp filters of system calls
/// @param landlock rules over files, TCP and signals
/// @param namespaces views of the machine of one's own, by bubblewrap
/// @param landlockVersion 0 where there is none
/// @param bubblewrap where it lies, if it works here
public record Machine(
        Ability starting,
        Ability seccomp,
        Ability landlock,
        Ability namespaces,
        int landlockVersion,
        Optional<Path> bubblewrap) {
    private static final String IN_LINUX =
            "run the agent on Linux, in a container or in a virtual machine";

    private static final int EOPNOTSUPP = 95;
    private static final int ENOSYS = 38;
    private static final long IS_ACTION_THERE = 2;

    /// Where bubblewrap may lie; what a `PATH` names could be anybody's.
    private static final List<Path> BUBBLEWRAPS =
            List.of(
                    Path.of("/usr/bin/bwrap"),
                    Path.of("/bin/bwrap"),
                    Path.of("/usr/local/bin/bwrap"),
                    Path.of("/run/current-system/sw/bin/bwrap"));

    /// Looks at this machine. It takes some milliseconds: keep what it gives.
    public static Machine look() {
        return look(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Machine look(String system, String architecture) {
        if (!system.toLowerCase(Locale.ROOT).equals("linux")) {
            return nothing(
                    "%s has neither Landlock nor seccomp nor namespaces".formatted(name(system)),
                    IN_LINUX);
        }
        if (Processor.named(architecture).isEmpty()) {
            return nothing(
                    "the system calls of the processor `%s` are not known".formatted(architecture),
                    "run the agent on x86-64 or aarch64");
        }
        long version = Landlock.version();
        Found found = lookAtBubblewrap();
        return new Machine(
                lookAtStarting(),
                lookAtSeccomp(),
                landlock(version),
                found.ability(),
                (int) Math.max(0, version),
                found.at());
    }

    /// Whether a command can be kept from writing and from the network here at all.
    public boolean confines() {
        return starting.isThere()
                && seccomp.isThere()
                && (landlock.isThere() || namespaces.isThere());
    }

    /// The same machine as if bubblewrap were not installed.
    public Machine withoutNamespaces() {
        return new Machine(
                starting,
                seccomp,
                landlock,
                new Ability.Missing("bubblewrap is left out", "nothing"),
                landlockVersion,
                Optional.empty());
    }

    /// The same machine under a kernel that is older.
    Machine at(int version) {
        return new Machine(
                starting,
                seccomp,
                landlock(version == 0 ? -ENOSYS : version),
                namespaces,
                version,
                bubblewrap);
    }

    private static Machine nothing(String why, String hint) {
        var missing = new Ability.Missing(why, hint);
        return new Machine(missing, missing, missing, missing, 0, Optional.empty());
    }

    private static String name(String system) {
        if (system.startsWith("Mac")) {
            return "macOS";
        }
        return system.startsWith("Windows") ? "Windows" : "`" + system + "`";
    }

    private static Ability lookAtStarting() {
        return Spawn.isPossible()
                ? new Ability.There(
                        "programs are started with nothing open but what they are given")
                : new Ability.Missing(
                        "this C library cannot start a program without leaving it our open files",
                        "use a system with glibc 2.34 or later");
    }

    private static Ability lookAtSeccomp() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment action = arena.allocate(JAVA_INT);
            action.set(JAVA_INT, 0, Filter.ERROR);
            return Call.SECCOMP.now(IS_ACTION_THERE, 0, action.address()) == 0
                    ? new Ability.There("seccomp filters")
                    : new Ability.Missing(
                            "this kernel was built without seccomp filters",
                            "use a kernel with CONFIG_SECCOMP_FILTER");
        }
    }

    private static Ability landlock(long version) {
        if (version > 0) {
            return new Ability.There(
                    "Landlock, version %d%s".formatted(version, lacking((int) version)));
        }
        return switch ((int) -version) {
            case EOPNOTSUPP ->
                    new Ability.Missing(
                            "Landlock is built into this kernel but switched off",
                            "add `landlock` to the `lsm=` of the kernel's command line");
            case ENOSYS ->
                    new Ability.Missing(
                            "this kernel has no Landlock",
                            "use Linux 5.13 or later with CONFIG_SECURITY_LANDLOCK; 6.12 or later is best");
            default ->
                    new Ability.Missing(
                            "Landlock is refused here: " + Native.inWords(version),
                            "let the container's seccomp profile pass the calls landlock_*");
        };
    }

    private static String lacking(int version) {
        var lacking = new ArrayList<String>();
        if (version < 2) {
            lacking.add("nothing can be moved from one directory to another");
        }
        if (version < 5) {
            lacking.add("devices that can be opened can be controlled");
        }
        if (version < Landlock.SCOPES) {
            lacking.add("processes outside can be signalled, and what flees is not surely ended");
        }
        return lacking.isEmpty() ? "" : ": " + String.join("; ", lacking);
    }

    /// Bubblewrap, tried.
    private record Found(Ability ability, Optional<Path> at) {}

    private static Found lookAtBubblewrap() {
        Optional<Path> at = BUBBLEWRAPS.stream().filter(Machine::isTheSystems).findFirst();
        if (at.isEmpty()) {
            return new Found(
                    new Ability.Missing(
                            "bubblewrap is not installed", "install the package `bubblewrap`"),
                    Optional.empty());
        }
        Optional<String> problem = problem(at.get());
        return problem.isEmpty()
                ? new Found(new Ability.There("namespaces, by " + at.get()), at)
                : new Found(
                        new Ability.Missing(
                                "bubblewrap is installed but does not work here: " + problem.get(),
                                hint()),
                        Optional.empty());
    }

    /// What bubblewrap says where it cannot make the namespaces that are asked of it.
    private static Optional<String> problem(Path bubblewrap) {
        var command = new ArrayList<>(List.of(bubblewrap.toString()));
        command.addAll(Bubblewrap.NAMESPACES);
        command.addAll(List.of("--unshare-net", "--ro-bind", "/", "/", "--proc", "/proc"));
        command.addAll(List.of("--dev", "/dev", "--", "/bin/sh", "-c", ":"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.of("it does not come to an end");
            }
            String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            return process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of(said.isEmpty() ? "it fails" : said.lines().findFirst().get());
        } catch (IOException problem) {
            return Optional.of(String.valueOf(problem.getMessage()));
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            return Optional.of("it was interrupted");
        }
    }

    private static String hint() {
        return Files.exists(Path.of("/proc/sys/kernel/apparmor_restrict_unprivileged_userns"))
                ? "let bubblewrap make user namespaces by a profile of AppArmor, or set kernel.apparmor_restrict_unprivileged_userns=0"
                : "let users make namespaces: user.max_user_namespaces above 0, kernel.unprivileged_userns_clone=1";
    }

    private static boolean isTheSystems(Path program) {
        try {
            Path real = program.toRealPath();
            var rights = Files.getPosixFilePermissions(real);
            return Files.isExecutable(real)
                    && Files.getAttribute(real, "unix:uid").equals(0)
                    && !rights.contains(PosixFilePermission.GROUP_WRITE)
                    && !rights.contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }
}
