package dev.cattlegrid.session;

import dev.cattlegrid.ledger.Event;
import dev.cattlegrid.ledger.Ledger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A session as it is kept.
///
/// @param ledger what the engine remembers
/// @param mode the permission mode of the last call; empty before the first
/// @param calls that were answered and of which nothing has been heard since, by the host's id of the call
/// @param handBacks what subagents were refused and nobody has told their parent yet, by the subagent
/// @param heartbeat whether the host asks about what it runs
public record Memory(
        Ledger ledger,
        String mode,
        Map<String, InFlight> calls,
        Map<String, List<String>> handBacks,
        Heartbeat heartbeat) {
    /// Entries that are remembered at most; of a host that never says how calls end, the oldest go.
    private static final int REMEMBERED = 64;

    public static final Memory EMPTY =
            new Memory(Ledger.EMPTY, "", Map.of(), Map.of(), Heartbeat.NONE);

    public Memory {
        calls = Collections.unmodifiableMap(new LinkedHashMap<>(calls));
        handBacks = Collections.unmodifiableMap(new LinkedHashMap<>(handBacks));
    }

    /// A call that is under way.
    ///
    /// @param call in its own words, cut to a line
    /// @param asked whether the host was told to ask the person
    /// @param refused whether it was told not to run it
    public record InFlight(String call, boolean asked, boolean refused) {}

    public Memory after(Event event) {
        return new Memory(ledger.after(event), mode, calls, handBacks, heartbeat);
    }

    /// The same in a permission mode.
    public Memory in(String other) {
        return new Memory(ledger, other, calls, handBacks, heartbeat);
    }

    /// A call has been answered.
    public Memory answered(String id, InFlight call) {
        return new Memory(ledger, mode, with(id, call, calls), handBacks, heartbeat);
    }

    public Optional<InFlight> call(String id) {
        return Optional.ofNullable(calls.get(id));
    }

    public Memory ended(String id) {
        return new Memory(ledger, mode, without(id, calls), handBacks, heartbeat);
    }

    public Memory with(Heartbeat other) {
        return new Memory(ledger, mode, calls, handBacks, other);
    }

    /// A subagent was refused a call.
    public Memory refused(String agent, String line) {
        var lines = new ArrayList<>(handBacks.getOrDefault(agent, List.of()));
        if (lines.size() < REMEMBERED && !lines.contains(line)) {
            lines.add(line);
        }
        return new Memory(
                ledger, mode, calls, with(agent, List.copyOf(lines), handBacks), heartbeat);
    }

    public Memory handedBack(String agent) {
        return new Memory(ledger, mode, calls, without(agent, handBacks), heartbeat);
    }

    private static <V> Map<String, V> with(String key, V value, Map<String, V> map) {
        var more = new LinkedHashMap<>(map);
        more.put(key, value);
        while (more.size() > REMEMBERED) {
            more.remove(more.keySet().iterator().next());
        }
        return more;
    }

    private static <V> Map<String, V> without(String key, Map<String, V> map) {
        if (!map.containsKey(key)) {
            return map;
        }
        var fewer = new LinkedHashMap<>(map);
        fewer.remove(key);
        return fewer;
    }
}
