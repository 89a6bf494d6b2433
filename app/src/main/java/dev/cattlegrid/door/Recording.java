package dev.cattlegrid.door;

import dev.cattlegrid.audit.Audit;
import dev.cattlegrid.audit.Entry;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Policy;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// A door whose every answer is written down first. What cannot be written down is refused.
///
/// @param observe the answers are written down, and the host gets none
public record Recording(Door door, Audit audit, boolean observe) {
    /// Code of a decision that could not be written down.
    public static final String NO_RECORD = "no-record";

    /// @param id of the entry in the record; nothing where there is none
    /// @param withheld whether the host is to get no answer
    public record Answer(Decision decision, Optional<String> id, boolean withheld) {}

    /// The same, with the door under another policy.
    Recording under(Policy policy) {
        return new Recording(door.under(policy), audit, observe);
    }

    /// @param tool as the host names it
    public Answer answer(
            Asked asked, String tool, Origin origin, Function<ToolCall, World> worlds) {
        long start = System.nanoTime();
        Decision decision = Backstop.within(Backstop.USUAL, () -> door.decide(asked, worlds));
        return write(decision, asked, tool, origin, (System.nanoTime() - start) / 1000);
    }

    /// Writes down a refusal of what did not even become a call.
    public Answer refuse(String code, String why, String tool, Origin origin) {
        return write(Door.refusal(code, why), new Asked.Refused(why), tool, origin, 0);
    }

    private Answer write(Decision decision, Asked asked, String tool, Origin origin, long micros) {
        Optional<ToolCall> call =
                asked instanceof Asked.Calls(var calls)
                        ? Optional.of(calls.getFirst())
                        : Optional.empty();
        var entry =
                new Entry.Of(Instant.now(), origin, tool, call, decision, observe, false, micros);
        return switch (audit.write(entry)) {
            case Audit.Written.As(var id) -> new Answer(decision, Optional.of(id), observe);
            case Audit.Written.Failed(var why) ->
                    new Answer(Door.refusal(NO_RECORD, why), Optional.empty(), observe);
        };
    }
}
