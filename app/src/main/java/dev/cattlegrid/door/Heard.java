package dev.cattlegrid.door;

import dev.cattlegrid.call.Origin;
import java.util.Optional;

/// What a host's hook says.
sealed interface Heard {
    Origin origin();

    /// A tool is about to be called: the gate is asked.
    ///
    /// @param tool as the host names it; empty where the payload does not say
    /// @param id of the call, where the host gives it one
    record Call(Asked asked, Origin origin, String tool, Optional<String> id) implements Heard {}

    /// The person wrote something.
    record Words(String text, Origin origin) implements Heard {}

    /// A call came to its end.
    ///
    /// @param failed whether the host says that it did not do what it should
    /// @param agent that the call started, where it started one
    record End(Optional<String> id, boolean failed, Optional<String> agent, Origin origin)
            implements Heard {}

    /// Something that the gate need not know.
    record Aside(Origin origin) implements Heard {}
}
