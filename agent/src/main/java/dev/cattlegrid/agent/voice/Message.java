package dev.cattlegrid.agent.voice;

import dev.cattlegrid.json.Fields;
import java.util.List;

/// Something that was said in a conversation.
public sealed interface Message {
    /// By the person, or by the program in their place.
    record User(String text) implements Message {}

    /// By the model.
    ///
    /// @param text may be empty where it makes calls
    record Model(String text, List<Call> calls) implements Message {
        public Model {
            calls = List.copyOf(calls);
        }
    }

    /// What the calls of the message before came to, one for each.
    record Results(List<Result> results) implements Message {
        public Results {
            results = List.copyOf(results);
        }
    }

    /// A call that the model makes.
    ///
    /// @param broken what is wrong with its arguments, where they could not be read; else empty
    record Call(String id, String tool, Fields input, String broken) {}

    /// @param id of the call
    record Result(String id, String tool, String text, boolean failed) {}
}
