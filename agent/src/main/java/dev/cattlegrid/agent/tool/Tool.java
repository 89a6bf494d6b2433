package dev.cattlegrid.agent.tool;

import dev.cattlegrid.agent.voice.Offer;
import dev.cattlegrid.agent.voice.Stop;
import dev.cattlegrid.door.Pass;
import java.io.IOException;

/// Something that the agent can do.
public interface Tool {
    Offer offer();

    /// Does it.
    ///
    /// @param pass the gate's leave, which holds the call's arguments
    /// @param stop by which the person breaks it off
    /// @throws IOException in one sentence, where it cannot be done
    Done run(Pass pass, Workshop workshop, Stop stop) throws IOException;

    /// Whether all of it or nothing is done, so that after a failure nothing has happened.
    default boolean isWhole() {
        return true;
    }

    /// Whether it runs in the session's sandbox, where there is one.
    default boolean isSheltered() {
        return false;
    }
}
