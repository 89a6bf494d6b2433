package dev.cattlegrid.daemon;

import java.io.IOException;
import java.util.Map;

/// What a daemon's doors can ask of it.
interface Work {
    /// The answer to a host's payload.
    ///
    /// @param host as `hook` names it
    /// @param headless whether nobody is there to answer a question
    String answer(String host, boolean headless, byte[] payload) throws IOException;

    /// Ends as soon as what is under way is answered.
    void handOver();

    /// How it is doing, as plain values.
    Map<String, Object> status();
}
