package dev.cattlegrid.wiring;

import dev.cattlegrid.host.GeminiCli;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The gate in Gemini CLI's settings.
///
/// @see <a href="https://geminicli.com/docs/hooks/reference/">Gemini CLI, hooks</a>
public final class GeminiWiring extends JsonWiring {
    private static final int MILLISECONDS = 60_000;
    private static final String NAME = "cattlegrid";

    private static final HookTable TABLE =
            new GroupedHooks(
                    new GeminiCli(),
                    GeminiCli.EVENTS,
                    _ -> false,
                    handler -> handler.put("name", NAME).put("timeout", MILLISECONDS));

    @Override
    HookTable table() {
        return TABLE;
    }

    @Override
    String directory() {
        return ".gemini";
    }

    @Override
    String program() {
        return "gemini";
    }

    @Override
    Path file(Place place) {
        return ofUser(place, ".gemini/settings.json");
    }

    @Override
    boolean readsComments() {
        return true;
    }

    @Override
    Optional<Standing> shadow(Place place, ObjectNode settings) {
        Path projects = place.project().resolve(".gemini/settings.json");
        for (Path file : List.of(file(place), projects)) {
            Optional<String> off = look(file).flatMap(GeminiWiring::off);
            if (off.isPresent()) {
                return Optional.of(
                        new Standing.Shadowed(
                                "`%s` in `%s` switches the gate off".formatted(off.get(), file),
                                "take `" + off.get() + "` out of " + file));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> off(ObjectNode settings) {
        JsonNode switches = settings.path("hooksConfig");
        if (!switches.path("enabled").asBoolean(true)) {
            return Optional.of("hooksConfig.enabled");
        }
        boolean named =
                switches.path("disabled")
                        .valueStream()
                        .map(each -> each.asString(""))
                        .anyMatch(each -> each.equals(NAME) || Line.isOurs(each, new GeminiCli()));
        return named ? Optional.of("hooksConfig.disabled") : Optional.empty();
    }
}
