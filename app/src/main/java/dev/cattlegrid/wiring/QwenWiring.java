package dev.cattlegrid.wiring;

import dev.cattlegrid.host.QwenCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The gate in Qwen Code's settings: as a command, since its HTTP hooks let the call run when nobody answers.
///
/// @see <a href="https://qwenlm.github.io/qwen-code-docs/en/users/features/hooks/">Qwen Code, hooks</a>
public final class QwenWiring extends JsonWiring {
    private static final int SECONDS = 60;
    private static final String OFF = "disableAllHooks";

    private static final HookTable TABLE =
            new GroupedHooks(
                    new QwenCode(),
                    QwenCode.EVENTS,
                    QwenCode::isAboutTools,
                    handler -> handler.put("timeout", SECONDS));

    @Override
    HookTable table() {
        return TABLE;
    }

    @Override
    String directory() {
        return ".qwen";
    }

    @Override
    String program() {
        return "qwen";
    }

    @Override
    Path file(Place place) {
        return ofUser(place, ".qwen/settings.json");
    }

    @Override
    boolean readsComments() {
        return true;
    }

    @Override
    Optional<Standing> shadow(Place place, ObjectNode settings) {
        Path projects = place.project().resolve(".qwen/settings.json");
        for (Path file : List.of(file(place), projects)) {
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
