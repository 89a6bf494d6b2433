package dev.cattlegrid.door;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.policy.Decision;
import java.util.Optional;

/// An agent program behind a door: what its hook is sent, and the words in which it takes an answer.
interface Host {
    /// As `hook` and `setup` name it.
    String name();

    /// What is asked, and where it comes from.
    Heard hear(Fields payload);

    /// The answer, on one line, as the host reads it on standard output.
    ///
    /// @param id of the record, so that a person can ask `why`
    String answer(Decision decision, Optional<String> id);

    /// The answer of a gate that only watches: it leaves everything to the host.
    String silence();

    /// @param tool as the host names it; empty where the payload does not say
    record Heard(Asked asked, Origin origin, String tool) {}

    static Optional<Host> of(String name) {
        return name.equals("claude-code") ? Optional.of(new ClaudeCode()) : Optional.empty();
    }

    static String unknown(String name) {
        return "`" + name + "` is no host that is known; try `claude-code`";
    }
}
