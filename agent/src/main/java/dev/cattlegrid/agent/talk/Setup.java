package dev.cattlegrid.agent.talk;

import dev.cattlegrid.agent.tool.Tool;
import dev.cattlegrid.agent.tool.Workshop;
import dev.cattlegrid.agent.voice.Voice;
import dev.cattlegrid.agent.voice.Voices;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.door.Inside;
import java.util.List;
import java.util.function.Function;

/// What a session is begun with.
///
/// @param session its id; a new one, or one that goes on
/// @param gate that every call passes
/// @param voices the model by the name that a person gives it
/// @param asks whether a person is there to answer a question
/// @param mostTurns answers of the model to one prompt; 0: as many as it likes
/// @param window tokens that the model takes
/// @param contained whether commands run where there is nothing to lose
/// @param instructions what the model is told of its work
public record Setup(
        String session,
        Inside gate,
        Voice voice,
        Function<String, Voices.Found> voices,
        Workshop workshop,
        List<Tool> tools,
        Origin.Mode mode,
        boolean asks,
        int mostTurns,
        long window,
        boolean contained,
        String instructions) {
    public Setup {
        tools = List.copyOf(tools);
    }
}
