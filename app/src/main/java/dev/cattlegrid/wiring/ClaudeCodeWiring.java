package dev.cattlegrid.wiring;

import dev.cattlegrid.host.ClaudeCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The gate in Claude Code's settings.
///
/// @see <a href="https://docs.claude.com/en/docs/claude-code/hooks">Claude Code, hooks</a>
public final class ClaudeCodeWiring extends JsonWiring {
    /// Seconds that the client waits; the launcher gives its own answer earlier.
    static final int TIMEOUT = 60;

    private static final Path MANAGED = Path.of("/etc/claude-code/managed-settings.json");
    private static final String OFF = "disableAllHooks";

    private static final HookTable TABLE =
            new GroupedHooks(
                    new ClaudeCode(),
                    ClaudeCode.EVENTS,
                    ClaudeCode::isAboutTools,
                    handler -> handler.put("timeout", TIMEOUT).put("onFailure", "block"));

    @Override
    HookTable table() {
        return TABLE;
    }

    @Override
    String directory() {
        return ".claude";
    }

    @Override
    String program() {
        return "claude";
    }

    @Override
    Path file(Place place) {
        return switch (place.scope()) {
            case USER -> place.home().resolve(".claude/settings.json");
            case PROJECT -> place.project().resolve(".claude/settings.json");
            case LOCAL -> place.project().resolve(".claude/settings.local.json");
            case APART -> place.home().resolve(ClaudeCode.APART);
        };
    }

    @Override
    ObjectNode with(Place place, ObjectNode settings, Line line) {
        ObjectNode result = super.with(place, settings, line);
        return place.scope() == Place.Scope.APART ? result.put(OFF, false) : result;
    }

    @Override
    Optional<Standing> shadow(Place place, ObjectNode settings) {
        Path file = file(place);
        if (settings.path(OFF).asBoolean(false)) {
            return Optional.of(
                    new Standing.Shadowed(
                            "`" + OFF + "` is on in `" + file + "`, so the client calls no hook",
                            "take `" + OFF + "` out of " + file));
        }
        Optional<String> wrong = ClaudeTypes.wrong(settings);
        if (wrong.isPresent()) {
            return Optional.of(
                    new Standing.Shadowed(
                            "`%s` has a wrong type in `%s`, for which the client drops the whole file without a word"
                                    .formatted(wrong.get(), file),
                            "mend `" + wrong.get() + "` in " + file));
        }
        return byOthers(place);
    }

    private Optional<Standing> byOthers(Place place) {
        if (look(MANAGED)
                .filter(all -> all.path("allowManagedHooksOnly").asBoolean(false))
                .isPresent()) {
            return Optional.of(
                    new Standing.Shadowed(
                            "`" + MANAGED + "` lets only the organisation's own hooks run",
                            "ask the organisation to put the gate into " + MANAGED));
        }
        if (place.scope() == Place.Scope.APART) {
            return Optional.empty();
        }
        for (String name : List.of(".claude/settings.json", ".claude/settings.local.json")) {
            Path file = place.project().resolve(name);
            boolean off =
                    Files.isRegularFile(file)
                            && look(file).filter(all -> all.path(OFF).asBoolean(false)).isPresent();
            if (off) {
                return Optional.of(
                        new Standing.Shadowed(
                                "`"
                                        + OFF
                                        + "` is on in the project's `"
                                        + file
                                        + "`, so the client calls no hook there",
                                "cattlegrid setup claude-code --settings-file && claude --settings "
                                        + place.home().resolve(ClaudeCode.APART)));
            }
        }
        return Optional.empty();
    }
}
