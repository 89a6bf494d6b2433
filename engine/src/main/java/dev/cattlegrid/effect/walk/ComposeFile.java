package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.program.Arg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A file of Docker Compose, read for what of the machine it would give to a container.
///
/// Source: Compose Specification, *Services top-level elements* (`privileged`, `volumes`, `network_mode`, `pid`, `ipc`,
/// `userns_mode`, `cap_add`, `devices`, `security_opt`).
final class ComposeFile {
    private static final List<String> USUAL =
            List.of(
                    "compose.yaml",
                    "compose.yml",
                    "docker-compose.yml",
                    "docker-compose.yaml",
                    "docker-compose.override.yml",
                    "compose.override.yaml");
    private static final Set<String> STARTING = Set.of("up", "run", "create", "start", "restart");
    private static final Set<String> SHARED =
            Set.of("network_mode:", "pid:", "ipc:", "userns_mode:", "uts:", "cgroup:");
    private static final Set<String> RIGHTS =
            Set.of("cap_add:", "devices:", "device_cgroup_rules:");

    private ComposeFile() {}

    /// The files that a call starts containers by; none where it starts none.
    static List<String> startedBy(String program, List<Arg> args) {
        List<String> words = args.stream().map(arg -> arg.text().orElse("")).toList();
        boolean compose = program.endsWith("-compose") || words.contains("compose");
        if (!compose || words.stream().noneMatch(STARTING::contains)) {
            return List.of();
        }
        var named = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if ((word.equals("-f") || word.equals("--file")) && i + 1 < words.size()) {
                named.add(words.get(i + 1));
            } else if (word.startsWith("--file=")) {
                named.add(word.substring("--file=".length()));
            }
        }
        return named.isEmpty() ? USUAL : named;
    }

    /// What it gives away, in words; nothing where containers keep to themselves and to the project.
    static Optional<String> gives(String text) {
        return text.lines().flatMap(line -> ofLine(line).stream()).findFirst();
    }

    private static Optional<String> ofLine(String line) {
        String plain = line.strip().toLowerCase(Locale.ROOT);
        if (plain.startsWith("#")) {
            return Optional.empty();
        }
        List<String> words =
                Stream.of(plain.split("[\\s\"'\\[\\],{}]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (plain.contains("docker.sock") || plain.contains("containerd.sock")) {
            return Optional.of("the engine's socket");
        }
        if (follows("privileged:", Set.of("true", "yes", "on"), words)) {
            return Optional.of("every right over the machine");
        }
        if (SHARED.stream().anyMatch(key -> follows(key, Set.of("host"), words))) {
            return Optional.of("the machine's own namespaces");
        }
        if (words.stream().anyMatch(RIGHTS::contains) || plain.contains("unconfined")) {
            return Optional.of("more rights than a container has");
        }
        return words.stream().anyMatch(ComposeFile::isMount)
                        || words.size() > 1
                                && words.contains("source:")
                                && isOutside(words.getLast())
                ? Optional.of("files outside the project")
                : Optional.empty();
    }

    private static boolean follows(String key, Set<String> values, List<String> words) {
        int at = words.indexOf(key);
        return at >= 0 && at + 1 < words.size() && values.contains(words.get(at + 1));
    }

    /// `/etc:/host`, `~/.ssh:/keys`: a path of the machine, a colon, a path of the container.
    private static boolean isMount(String word) {
        return isOutside(word) && word.contains(":/");
    }

    private static boolean isOutside(String path) {
        return path.startsWith("/")
                || path.startsWith("~")
                || path.startsWith("../")
                || path.startsWith("$");
    }
}
