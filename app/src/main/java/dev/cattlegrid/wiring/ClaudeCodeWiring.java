package dev.cattlegrid.wiring;

import dev.cattlegrid.host.ClaudeCode;
import dev.cattlegrid.host.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The gate in Claude Code's settings.
public record ClaudeCodeWiring() implements Wiring {
    private static final Host HOST = new ClaudeCode();
    private static final String MEND = "cattlegrid setup claude-code";

    @Override
    public Host host() {
        return HOST;
    }

    @Override
    public boolean isInstalled(Path home, List<Path> path) {
        return Files.isDirectory(home.resolve(".claude"))
                || path.stream().anyMatch(dir -> Files.isExecutable(dir.resolve("claude")));
    }

    @Override
    public List<Path> files(Place place) {
        return List.of(file(place));
    }

    private static Path file(Place place) {
        return switch (place.scope()) {
            case USER -> place.home().resolve(".claude/settings.json");
            case PROJECT -> place.project().resolve(".claude/settings.json");
            case LOCAL -> place.project().resolve(".claude/settings.local.json");
        };
    }

    @Override
    public Change put(Place place, Line line) throws IOException {
        Optional<String> text = new TextFile(file(place)).read();
        ObjectNode before = new JsonFile(file(place)).parse(text);
        return change(place, text, before, ClaudeSettings.with(before, line.of(HOST)));
    }

    @Override
    public Change takeOut(Place place) throws IOException {
        Optional<String> text = new TextFile(file(place)).read();
        ObjectNode before = new JsonFile(file(place)).parse(text);
        return change(place, text, before, ClaudeSettings.without(before));
    }

    private static Change change(
            Place place, Optional<String> text, ObjectNode before, ObjectNode after) {
        return after.equals(before)
                ? Change.NONE
                : new Change(
                        List.of(
                                new Change.Edit(
                                        file(place),
                                        text,
                                        Optional.of(JsonFile.print(after) + "\n"))));
    }

    @Override
    public Standing standing(Place place, Line line) {
        Path file = file(place);
        try {
            ObjectNode settings = new JsonFile(file).read();
            if (settings.path("disableAllHooks").asBoolean(false)) {
                return new Standing.Shadowed(
                        "`disableAllHooks` is on in `" + file + "`, so the client calls no hook",
                        "take `disableAllHooks` out of " + file);
            }
            if (ClaudeSettings.without(settings).equals(settings)) {
                return new Standing.Missing("the gate is not in `" + file + "`", MEND);
            }
            boolean exact =
                    settings.equals(ClaudeSettings.with(settings, line.headless(false).of(HOST)))
                            || settings.equals(
                                    ClaudeSettings.with(settings, line.headless(true).of(HOST)));
            return exact
                    ? new Standing.Wired()
                    : new Standing.Altered(
                            "the gate's entry in `" + file + "` is not as `setup` writes it", MEND);
        } catch (IOException problem) {
            return new Standing.Altered("`" + file + "` cannot be read", MEND);
        } catch (IllegalArgumentException problem) {
            return new Standing.Altered(String.valueOf(problem.getMessage()), MEND);
        }
    }
}
