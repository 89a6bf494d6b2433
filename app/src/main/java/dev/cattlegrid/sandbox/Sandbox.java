package dev.cattlegrid.sandbox;

import dev.cattlegrid.call.Network;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a command is confined to: where it may write, what it may read, whom it may reach.
///
/// @param writable directories, or single files, that it may change; they have to be there
/// @param scratch a directory of its own for what is temporary, which it may change too
public record Sandbox(List<Path> writable, Reads reads, Optional<Path> scratch, Network network) {
    public Sandbox {
        writable = List.copyOf(writable);
    }

    /// One that may write to a workspace, read all, and reach nobody.
    public static Sandbox around(Path workspace) {
        return new Sandbox(List.of(workspace), new Reads.All(), Optional.empty(), Network.NONE);
    }

    public Sandbox network(Network other) {
        return new Sandbox(writable, reads, scratch, other);
    }

    public Sandbox scratch(Path directory) {
        return new Sandbox(writable, reads, Optional.of(directory), network);
    }

    public Sandbox reading(Reads other) {
        return new Sandbox(writable, other, scratch, network);
    }

    /// What this machine can do about it. It takes some milliseconds: keep what it gives.
    public static Machine available() {
        return Machine.look();
    }

    /// How it is kept on a machine, or why it cannot be.
    public Plan on(Machine machine) {
        return Plan.of(this, machine);
    }
}
