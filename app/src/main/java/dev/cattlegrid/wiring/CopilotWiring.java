package dev.cattlegrid.wiring;

import dev.cattlegrid.host.CopilotCli;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The gate among GitHub Copilot CLI's hooks, by their documentation: in a file of its own.
///
/// @see <a href="https://docs.github.com/en/copilot/reference/hooks-reference">GitHub Copilot, hooks reference</a>
public final class CopilotWiring extends JsonWiring {
    private static final int SECONDS = 60;
    private static final String OFF = "disableAllHooks";

    private static final HookTable TABLE =
            new FlatHooks(
                    new CopilotCli(),
                    CopilotCli.EVENTS,
                    "bash",
                    handler -> handler.put("type", "command").put("timeoutSec", SECONDS));

    @Override
    HookTable table() {
        return TABLE;
    }

    @Override
    String directory() {
        return ".copilot";
    }

    @Override
    String program() {
        return "copilot";
    }

    @Override
    Path file(Place place) {
        return ofUser(place, ".copilot/hooks/cattlegrid.json");
    }

    @Override
    Optional<Standing> shadow(Place place, ObjectNode settings) {
        List<Path> files =
                List.of(
                        file(place),
                        place.home().resolve(".copilot/settings.json"),
                        place.project().resolve(".github/copilot/settings.json"),
                        place.project().resolve(".github/copilot/settings.local.json"),
                        place.project().resolve(".claude/settings.json"),
                        place.project().resolve(".claude/settings.local.json"));
        for (Path file : files) {
            if (look(file).filter(all -> all.path(OFF).asBoolean(false)).isPresent()) {
                return Optional.of(
                        new Standing.Shadowed(
                                "`%s` is on in `%s`, so the client calls no hook"
                                        .formatted(OFF, file),
                                "take `" + OFF + "` out of " + file));
            }
        }
        return Optional.empty();
    }
}
