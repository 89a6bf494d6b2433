package dev.cattlegrid.door;

import dev.cattlegrid.audit.Audit;
import dev.cattlegrid.audit.Entry;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.host.Asked;
import dev.cattlegrid.host.Heard;
import dev.cattlegrid.judge.SecondLook;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.screen.DecisionValues;
import dev.cattlegrid.session.Irregular;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Answers that are written down before they are given. What cannot be written down is refused.
///
/// @param observe the answers are written down, and the host gets none
record Recording(Sitting sitting, Audit audit, boolean observe) {
    /// Code of a decision that could not be written down.
    static final String NO_RECORD = "no-record";

    /// @param id of the entry in the record; nothing where there is none
    /// @param ticket by which a person can let the call pass
    /// @param key of the question that a person can answer at a prompt; empty where there is none
    /// @param withheld whether the host is to get no answer
    record Answer(
            Decision decision,
            Optional<String> id,
            Optional<String> ticket,
            Optional<String> key,
            boolean withheld) {}

    /// The same, with the door under another policy.
    Recording under(Policy policy) {
        return new Recording(sitting.under(policy), audit, observe);
    }

    /// The same, where nobody can be asked; what was headless stays it.
    Recording headless(boolean more) {
        return more ? new Recording(sitting.headless(), audit, observe) : this;
    }

    Answer answer(Heard.Call heard, Function<ToolCall, World> worlds) {
        long start = System.nanoTime();
        Approvals.Answered answered = sitting.decide(heard, worlds);
        long micros = (System.nanoTime() - start) / 1000;
        return write(answered, heard, micros);
    }

    /// Writes down a refusal of what did not even become a call.
    Answer refuse(String code, String why, Heard.Call heard) {
        return write(Approvals.Answered.byItself(Door.refusal(code, why)), heard, 0);
    }

    /// Writes down what does not fit what was answered.
    void irregular(Origin origin, List<Irregular> all) throws IOException {
        for (Irregular each : all) {
            audit.irregular(origin, each.kind().text(), each.what());
        }
    }

    /// Writes down that what a tool gave back held orders to the agent.
    void planted(Origin origin, String what) throws IOException {
        audit.irregular(origin, "planted-order", what);
    }

    /// Writes down that a model looked at a result: what it said, what that cost, and by which what was sent is found again.
    void looked(Origin origin, String tool, SecondLook.Seen seen) throws IOException {
        audit.looked(
                origin,
                tool,
                seen.answer().name().toLowerCase(Locale.ROOT),
                DecisionValues.of(seen.consulted()));
    }

    private Answer write(Approvals.Answered answered, Heard.Call heard, long micros) {
        Decision decision = answered.decision();
        Optional<ToolCall> call =
                heard.asked() instanceof Asked.Calls(var calls)
                        ? Optional.of(calls.getFirst())
                        : Optional.empty();
        var entry =
                new Entry.Of(
                        Instant.now(),
                        heard.origin(),
                        heard.tool(),
                        call,
                        decision,
                        observe,
                        false,
                        micros);
        return switch (audit.write(entry)) {
            case Audit.Written.As(var id) ->
                    new Answer(
                            decision,
                            Optional.of(id),
                            Sitting.code(answered),
                            answered.key(),
                            observe);
            case Audit.Written.Failed(var why) -> {
                withdraw(heard);
                yield new Answer(
                        Door.refusal(NO_RECORD, why),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        observe);
            }
        };
    }

    /// Where this fails too, the call is refused all the same; the session then takes what it asked for as made.
    private void withdraw(Heard.Call heard) {
        try {
            sitting.withdraw(heard);
        } catch (IOException _) {
            // The refusal says what is wrong with the disk.
        }
    }
}
