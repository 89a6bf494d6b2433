package dev.cattlegrid.effect.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Commands in files of build tools, editors and containers that are no shell scripts themselves.
///
/// Source: Gradle, *Exec*; Groovy, `String.execute`; exec-maven-plugin and maven-antrun-plugin; Dockerfile reference, RUN;
/// VS Code, *Tasks*; Model Context Protocol clients, `.mcp.json`; pre-commit, `entry`; just manual, recipes; Taskfile; tox, `commands`.
final class BuildFiles {
    private static final int MOST = 128;

    private BuildFiles() {}

    /// @param byItself whether something runs them without being told to
    /// @param apart whether they run in a container
    record Found(List<String> commands, boolean byItself, boolean apart) {}

    static Optional<Found> in(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.startsWith("Dockerfile") || name.startsWith("Containerfile")) {
            return found(docker(text), false, true);
        }
        return switch (name) {
            case "build.gradle",
                    "build.gradle.kts",
                    "settings.gradle",
                    "settings.gradle.kts",
                    "init.gradle" ->
                    found(gradle(text), false, false);
            case "pom.xml", "build.xml" -> found(maven(text), false, false);
            case "tasks.json" -> found(json(text), text.contains("\"folderOpen\""), false);
            case ".mcp.json", "mcp.json" -> found(json(text), true, false);
            case ".pre-commit-config.yaml", "lefthook.yml" ->
                    found(keyed(text, List.of("entry:", "run:")), true, false);
            case "justfile", "Justfile", ".justfile" ->
                    found(Recipes.just(text).all(), false, false);
            case "Taskfile.yml", "Taskfile.yaml", "taskfile.yml", "taskfile.yaml" ->
                    found(Recipes.task(text).all(), false, false);
            case "tox.ini" -> found(tox(text), false, false);
            default -> Optional.empty();
        };
    }

    /// The build files that a program takes up unasked.
    static List<String> of(String program) {
        return switch (program) {
            case "gradle", "gradlew" ->
                    List.of(
                            "build.gradle",
                            "build.gradle.kts",
                            "settings.gradle",
                            "settings.gradle.kts");
            case "mvn", "mvnw" -> List.of("pom.xml");
            case "ant" -> List.of("build.xml");
            case "just" -> List.of("justfile", "Justfile", ".justfile");
            case "task", "go-task" -> List.of("Taskfile.yml", "Taskfile.yaml");
            case "tox" -> List.of("tox.ini");
            case "pre-commit" -> List.of(".pre-commit-config.yaml");
            case "lefthook" -> List.of("lefthook.yml");
            default -> List.of();
        };
    }

    /// What of a build file runs when these targets are named.
    static List<String> commands(String path, String text, List<String> targets) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.endsWith("justfile")) {
            return Recipes.just(text).commands(targets);
        }
        if (name.startsWith("taskfile")) {
            return Recipes.task(text).commands(targets);
        }
        return in(path, text).map(Found::commands).orElse(List.of());
    }

    private static Optional<Found> found(List<String> commands, boolean byItself, boolean apart) {
        return commands.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Found(
                                commands.subList(0, Math.min(MOST, commands.size())),
                                byItself,
                                apart));
    }

    private static List<String> docker(String text) {
        var commands = new ArrayList<String>();
        for (String line : text.replace("\\\n", " ").lines().toList()) {
            String bare = line.strip();
            if (bare.regionMatches(true, 0, "RUN ", 0, 4) && !bare.endsWith("]")) {
                commands.add(withoutOptions(bare.substring(4).strip()));
            }
        }
        return commands;
    }

    /// `RUN --mount=type=cache,target=/x make`: what stands before the command is docker's.
    private static String withoutOptions(String run) {
        String left = run;
        while (left.startsWith("--") && left.indexOf(' ') > 0) {
            left = left.substring(left.indexOf(' ')).strip();
        }
        return left;
    }

    /// `commandLine 'sh', '-c', '…'` and `"…".execute()`.
    private static List<String> gradle(String text) {
        var commands = new ArrayList<String>();
        for (String line : text.lines().toList()) {
            int at = line.indexOf("commandLine");
            List<String> words = Quoting.texts(at < 0 ? line : line.substring(at));
            if (at >= 0 && !words.isEmpty()) {
                commands.add(Quoting.command(words));
            } else if (line.contains(".execute(") && !words.isEmpty()) {
                boolean list =
                        line.indexOf('[') >= 0 && line.indexOf('[') < line.indexOf(".execute(");
                commands.add(list ? Quoting.command(words) : words.getFirst());
            }
        }
        return commands;
    }

    private static List<String> maven(String text) {
        var commands = new ArrayList<String>();
        for (int at = text.indexOf("executable");
                at >= 0;
                at = text.indexOf("executable", at + 1)) {
            int end = end(text, at);
            String part = text.substring(at, end);
            var words = new ArrayList<String>();
            if (part.startsWith("executable>")) {
                words.add(part.substring(11, Math.max(11, part.indexOf('<'))).strip());
                elements(part, "<argument>", words);
            } else if (part.startsWith("executable=")) {
                words.addAll(Quoting.texts(part.substring(0, Math.max(0, part.indexOf('>')))));
                attributes(part, words);
            }
            if (words.size() > 1) {
                commands.add(Quoting.command(words.stream().map(BuildFiles::unescaped).toList()));
            }
        }
        return commands;
    }

    private static int end(String text, int from) {
        int configuration = text.indexOf("</configuration>", from);
        int exec = text.indexOf("</exec>", from);
        int end = exec < 0 || configuration >= 0 && configuration < exec ? configuration : exec;
        return end < 0 ? text.length() : end;
    }

    private static void elements(String part, String tag, List<String> words) {
        for (int at = part.indexOf(tag); at >= 0; at = part.indexOf(tag, at + 1)) {
            int end = part.indexOf('<', at + 1);
            if (end > 0) {
                words.add(part.substring(at + tag.length(), end).strip());
            }
        }
    }

    private static void attributes(String part, List<String> words) {
        for (int at = part.indexOf("<arg "); at >= 0; at = part.indexOf("<arg ", at + 1)) {
            int end = part.indexOf('>', at);
            words.addAll(Quoting.texts(part.substring(at, end < 0 ? part.length() : end)));
        }
    }

    private static String unescaped(String xml) {
        return xml.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    /// `"command": "…", "args": [ … ]`
    private static List<String> json(String text) {
        var commands = new ArrayList<String>();
        for (int at = text.indexOf("\"command\"");
                at >= 0;
                at = text.indexOf("\"command\"", at + 1)) {
            int colon = text.indexOf(':', at);
            int end = text.indexOf('}', at);
            if (colon < 0) {
                break;
            }
            List<String> words =
                    new ArrayList<>(
                            Quoting.texts(text.substring(colon, end < 0 ? text.length() : end)));
            int args = words.indexOf("args");
            if (!words.isEmpty()) {
                commands.add(
                        args == 1
                                ? words.getFirst()
                                        + " "
                                        + Quoting.command(words.subList(2, words.size()))
                                : words.getFirst());
            }
        }
        return commands;
    }

    private static List<String> keyed(String text, List<String> keys) {
        var commands = new ArrayList<String>();
        for (String line : text.lines().toList()) {
            String bare = line.strip();
            String key = bare.startsWith("- ") ? bare.substring(2).strip() : bare;
            keys.stream()
                    .filter(key::startsWith)
                    .map(name -> key.substring(name.length()).strip())
                    .filter(value -> !value.isEmpty())
                    .forEach(commands::add);
        }
        return commands;
    }

    /// `commands = …`, on the line and on those below it that are indented.
    private static List<String> tox(String text) {
        var commands = new ArrayList<String>();
        boolean open = false;
        for (String line : text.lines().toList()) {
            boolean below = !line.isEmpty() && Character.isWhitespace(line.charAt(0));
            int equals = line.indexOf('=');
            if (!below) {
                open = equals > 0 && line.startsWith("commands");
            }
            String command = below ? line.strip() : line.substring(equals + 1).strip();
            if (open && !command.isEmpty()) {
                commands.add(command.startsWith("- ") ? command.substring(2) : command);
            }
        }
        return commands;
    }
}
