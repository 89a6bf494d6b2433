package dev.cattlegrid.call;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The sandbox that a call runs in, as data: what it can change, whom it can reach, and what else it cannot do.
///
/// Whoever says so runs the call in exactly this sandbox. It counts for calls of a shell: what an agent does in its own
/// process is confined by nobody.
///
/// @param writable all that it can change: absolute paths without symbolic links, under each name that they have
/// @param hidden below these, but for what is writable, it may see something else than the gate, or nothing
/// @param barriers what stands beside; what is not among them is open
public record Confinement(
        List<String> writable, List<String> hidden, Network network, Set<Barrier> barriers) {
    public Confinement {
        writable = List.copyOf(writable);
        hidden = List.copyOf(hidden);
        barriers = Set.copyOf(barriers.isEmpty() ? Set.of() : EnumSet.copyOf(barriers));
    }

    /// What a sandbox keeps a call from.
    public enum Barrier {
        /// To create, change or delete what is not writable.
        WRITES,
        /// To change the rights, owners and times of what is not writable.
        ATTRIBUTES,
        /// To signal processes that it did not start.
        SIGNALS,
        /// To speak to local services by sockets: a container engine, an agent of keys, the session's bus.
        SOCKETS,
        /// To gain rights: by `sudo`, or by any program that runs with its owner's.
        RIGHTS
    }

    public boolean has(Barrier barrier) {
        return barriers.contains(barrier);
    }

    /// Whether nobody outside is reached, by whatever protocol.
    public boolean reachesNobody() {
        return has(Barrier.SOCKETS)
                && switch (network) {
                    case NONE, LOOPBACK -> true;
                    case ALL -> false;
                };
    }
}
