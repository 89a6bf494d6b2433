package dev.cattlegrid.model;

import dev.langchain4j.model.chat.StreamingChatModel;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

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

    /// Loads what speaks to a provider, which on a busy machine takes longer than an answer may. Nothing leaves the machine,
    /// and no key is read.
    public static void loadAhead(Connection connection) {
        DryRun.of(connection);
    }

    /// A model that is talked with.
    public sealed interface Talking {
        /// @param model made, with the library that it needs, when it is asked for
        record Of(Supplier<StreamingChatModel> model) implements Talking {}

        /// @param why one lower-case sentence without a full stop
        record Bad(String why) implements Talking {}
    }

    /// @param environment that a key may be found in
    /// @param most that the model may be silent
    public static Talking talking(
            Connection connection, Map<String, String> environment, Duration most) {
        if (connection.wrong().isPresent()) {
            return new Talking.Bad(connection.wrong().get());
        }
        return switch (Keys.read(connection.key(), environment)) {
            case Keys.Read.Bad(var why) -> new Talking.Bad(why);
            case Keys.Read.Of(var key) ->
                    new Talking.Of(() -> StreamingWires.open(connection, key, most));
        };
    }
}
