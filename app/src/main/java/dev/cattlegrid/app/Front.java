package dev.cattlegrid.app;

import dev.cattlegrid.door.Streams;

/// What the program does with a command line that is no subcommand's. A module on the class path offers it as a service; where
/// there is none, the program says what its subcommands are.
public interface Front {
    /// Whether a command line is for it.
    boolean takes(String[] arguments);

    /// Runs it and gives its exit code.
    int run(String[] arguments, Streams streams);
}
