package dev.cattlegrid.door;

import dev.cattlegrid.json.Fields;
import java.util.concurrent.atomic.AtomicBoolean;

/// The gate's leave for one tool call, and the only way to what the call says: a tool takes its arguments out of it, so that
/// none runs that the gate has not let pass, and none runs twice.
public final class Pass {
    private final String tool;
    private final String id;
    private final String directory;
    private final Fields input;
    private final AtomicBoolean taken = new AtomicBoolean();

    /// Made by the gate alone.
    Pass(String tool, String id, String directory, Fields input) {
        this.tool = tool;
        this.id = id;
        this.directory = directory;
        this.input = input;
    }

    public String tool() {
        return tool;
    }

    /// Of the call.
    public String id() {
        return id;
    }

    /// Where the call was judged, and has to run.
    public String directory() {
        return directory;
    }

    Fields input() {
        return input;
    }

    /// The call's arguments, as they were judged; once.
    ///
    /// @throws IllegalStateException the second time
    public Fields take() {
        if (!taken.compareAndSet(false, true)) {
            throw new IllegalStateException("the call " + id + " was let pass once and ran before");
        }
        return input;
    }
}
