package dev.cattlegrid.door;

import dev.cattlegrid.host.Heard;
import dev.cattlegrid.session.Heartbeat;
import dev.cattlegrid.session.Irregular;
import dev.cattlegrid.session.Irregular.Kind;
import dev.cattlegrid.session.Memory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whether what a host runs is what it asked about and was let run.
public final class Pulse {
    static final String UNASKED = "a call ran that the gate was not asked about";

    private Pulse() {}

    /// What the end of a call adds.
    ///
    /// @param observe whether answers are kept from the host, which then runs what was refused
    static Heartbeat ended(Memory before, Heard.End end, boolean observe, Instant now) {
        Heartbeat heartbeat = before.heartbeat().heard(now, Optional.empty());
        if (end.id().isEmpty()) {
            return heartbeat;
        }
        String id = end.id().get();
        Heartbeat after = heartbeat.ended(id);
        Optional<Memory.InFlight> call = before.call(id);
        if (end.failed()) {
            return after;
        }
        if (call.isPresent()) {
            return call.get().refused() && !observe
                    ? after.noticed(refusedRan(call.get().call(), now))
                    : after;
        }
        return isStrange(before) && !heartbeat.ended().contains(id)
                ? after.noticed(new Irregular(Kind.UNASKED, UNASKED, now, false))
                : after;
    }

    /// The first end that is heard may be that of a call which began before the gate was put in.
    private static boolean isStrange(Memory before) {
        return !before.mode().isEmpty() || !before.heartbeat().ended().isEmpty();
    }

    private static Irregular refusedRan(String call, Instant now) {
        return new Irregular(
                Kind.REFUSED_RAN, "`" + call + "` ran, and the gate had refused it", now, false);
    }

    /// What the transcript of a session says by now, whoever wrote it: a host whose hooks are off tells the gate nothing.
    public static Heartbeat now(String host, Memory memory, Instant now) {
        Heartbeat heartbeat = memory.heartbeat();
        if (!host.equals(Transcript.HOST) || heartbeat.transcript().isEmpty()) {
            return heartbeat;
        }
        Path transcript = Path.of(heartbeat.transcript());
        return written(memory, Transcript.ran(transcript, heartbeat.since().orElse(now)), now);
    }

    /// What a transcript adds: calls that ran since the gate first heard of the session and that nobody asked about.
    ///
    /// @param ran ids of calls that the host wrote down as done
    private static Heartbeat written(Memory memory, List<String> ran, Instant now) {
        Heartbeat heartbeat = memory.heartbeat();
        boolean unasked =
                ran.stream()
                        .anyMatch(
                                id -> !heartbeat.ended().contains(id) && memory.call(id).isEmpty());
        return unasked
                ? heartbeat.noticed(new Irregular(Kind.UNASKED, UNASKED, now, false))
                : heartbeat;
    }
}
