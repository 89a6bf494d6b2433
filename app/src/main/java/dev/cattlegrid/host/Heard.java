package dev.cattlegrid.host;

import dev.cattlegrid.call.Origin;
import java.util.List;
import java.util.Optional;

/// What a host's hook says.
public sealed interface Heard {
    Origin origin();

    /// A tool is about to be called: the gate is asked.
    ///
    /// @param tool as the host names it; empty where the payload does not say
    /// @param id of the call, where the host gives it one
    /// @param moment at which the host asks
    /// @param asks whether the host puts a question to the person when it is told to; one that does not runs the call instead
    /// or waits for ever, so there a question is a refusal with a ticket
    record Call(
            Asked asked,
            Origin origin,
            String tool,
            Optional<String> id,
            Moment moment,
            boolean asks)
            implements Heard {
        public Call(Asked asked, Origin origin, String tool, Optional<String> id) {
            this(asked, origin, tool, id, Moment.BEFORE, true);
        }
    }

    /// When a host asks about a call.
    enum Moment {
        /// Before it runs.
        BEFORE,
        /// As the host itself is about to ask the person, before it asks about the call; what is not refused or let pass now stays
        /// the host's question.
        AT_PROMPT
    }

    /// The person wrote something.
    record Words(String text, Origin origin) implements Heard {}

    /// A call came to its end.
    ///
    /// @param failed whether the host says that it did not do what it should
    /// @param agents that came to their end with it
    record End(Optional<String> id, boolean failed, List<String> agents, Origin origin)
            implements Heard {
        public End {
            agents = List.copyOf(agents);
        }
    }

    /// The session begins, or goes on after a pause.
    record Begin(Origin origin) implements Heard {}

    /// The session is over.
    record Over(Origin origin) implements Heard {}

    /// The host is about to take over settings that were changed under it.
    ///
    /// @param wrong what stands against it, one lower-case sentence without a full stop
    record Settings(Optional<String> wrong, Origin origin) implements Heard {}

    /// Something that the gate need not know.
    record Aside(Origin origin) implements Heard {}
}
