package dev.cattlegrid.model;

import java.time.Duration;
import java.util.Map;

/// Opens models. The libraries that speak to providers are loaded here and nowhere before.
public final class Models {
    private Models() {}

    public sealed interface Opened {
        record Of(Model model) implements Opened {}

        /// @param why one lower-case sentence without a full stop
        record Bad(String why) implements Opened {}
    }

    /// @param environment that a key may be found in; empty in a hook
    /// @param most that one answer may take
    public static Opened open(
            Connection connection, Map<String, String> environment, Duration most) {
        if (connection.wrong().isPresent()) {
            return new Opened.Bad(connection.wrong().get());
        }
        return switch (Keys.read(connection.key(), environment)) {
            case Keys.Read.Bad(var why) -> new Opened.Bad(why);
            case Keys.Read.Of(var key) -> new Opened.Of(Chat.of(connection, key, most));
        };
    }
}
