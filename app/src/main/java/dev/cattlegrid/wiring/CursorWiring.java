package dev.cattlegrid.wiring;

import dev.cattlegrid.host.Cursor;
import java.nio.file.Path;

/// The gate among Cursor's hooks, by their documentation.
///
/// @see <a href="https://cursor.com/docs/agent/hooks">Cursor, hooks</a>
public final class CursorWiring extends JsonWiring {
    private static final int SECONDS = 60;

    private static final HookTable TABLE =
            new FlatHooks(
                    new Cursor(),
                    Cursor.EVENTS,
                    "command",
                    handler -> handler.put("timeout", SECONDS).put("failClosed", true));

    @Override
    HookTable table() {
        return TABLE;
    }

    @Override
    String directory() {
        return ".cursor";
    }

    @Override
    String program() {
        return "cursor-agent";
    }

    @Override
    Path file(Place place) {
        return ofUser(place, ".cursor/hooks.json");
    }
}
