package dev.cattlegrid.agent.voice;

import java.util.List;

/// All that a model is told.
///
/// @param system what it is to do, the same in the whole session
/// @param most tokens that the answer may have
public record Request(String system, List<Message> messages, List<Offer> tools, int most) {
    public Request {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }
}
