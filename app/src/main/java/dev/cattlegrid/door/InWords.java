package dev.cattlegrid.door;

import dev.cattlegrid.policy.Layer;
import dev.cattlegrid.prose.Spoken;
import java.nio.file.Path;
import java.util.List;

/// What a file of settings says under `[auto-mode]`.
///
/// @param alsoFrom files with settings of Claude Code that the client is started with
/// @param disabled whether the gate is not to decide by itself where a host's own mode would ask
record InWords(Spoken spoken, List<Path> alsoFrom, boolean disabled) {
    InWords {
        alsoFrom = List.copyOf(alsoFrom);
    }

    static InWords nothing(Layer.Level level, String from) {
        return new InWords(Spoken.nothing(level, from), List.of(), false);
    }

    boolean isSilent() {
        return spoken.isSilent() && alsoFrom.isEmpty() && !disabled;
    }
}
