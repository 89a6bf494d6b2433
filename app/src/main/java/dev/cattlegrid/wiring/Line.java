package dev.cattlegrid.wiring;

import dev.cattlegrid.host.Host;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The command line by which a client calls the gate: absolute, with an empty environment, so that nothing that a project
/// can set, and no key that the client has, reaches the gate.
///
/// @param launcher absolute
/// @param home a home other than the one in the password database
/// @param headless whether nobody will be there to answer a question
public record Line(Path launcher, Optional<Path> home, boolean headless) {
    /// @throws IllegalArgumentException in the user's words, where nobody said where the launcher lies
    public static Line here(Optional<Path> home, boolean headless) {
        String launcher = System.getProperty("cattlegrid.launcher", "");
        if (launcher.isEmpty()) {
            throw new IllegalArgumentException(
                    "it is not known where the launcher lies; run `./cattlegrid setup` instead of the jar");
        }
        return new Line(
                Path.of(launcher), home.map(dir -> dir.toAbsolutePath().normalize()), headless);
    }

    public Line headless(boolean value) {
        return new Line(launcher, home, value);
    }

    public String of(Host host) {
        String command =
                "/usr/bin/env -i /bin/sh " + quoted(launcher.toString()) + " hook " + host.name();
        String options = home.map(dir -> " --home " + quoted(dir.toString())).orElse("");
        return command + options + (headless ? " --headless" : "");
    }

    /// The same as the words that a program is started with.
    List<String> words(Host host) {
        var words =
                new ArrayList<>(
                        List.of(
                                "/usr/bin/env",
                                "-i",
                                "/bin/sh",
                                launcher.toString(),
                                "hook",
                                host.name()));
        home.ifPresent(dir -> words.addAll(List.of("--home", dir.toString())));
        if (headless) {
            words.add("--headless");
        }
        return words;
    }

    /// Whether a command that stands in a client's settings calls a gate, this one or another.
    static boolean isOurs(String command, Host host) {
        int mark = command.indexOf(" hook " + host.name());
        return mark > 0 && command.substring(0, mark).contains("cattlegrid");
    }

    public static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
