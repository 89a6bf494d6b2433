package dev.cattlegrid.sandbox;

import java.nio.file.Path;
import java.util.List;

/// What a confined command may read.
public sealed interface Reads {
    /// Whatever the user may.
    record All() implements Reads {}

    /// The system's own programs and settings, what it may write, and these.
    record Only(List<Path> also) implements Reads {
        public Only {
            also = List.copyOf(also);
        }
    }

    /// Where systems keep what programs need to run.
    List<Path> SYSTEM =
            List.of(
                    Path.of("/usr"),
                    Path.of("/bin"),
                    Path.of("/sbin"),
                    Path.of("/lib"),
                    Path.of("/lib32"),
                    Path.of("/lib64"),
                    Path.of("/libx32"),
                    Path.of("/etc"),
                    Path.of("/opt"),
                    Path.of("/nix"));
}
