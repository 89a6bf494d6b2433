package dev.cattlegrid.door;

import dev.cattlegrid.audit.Redactor;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.host.Asked;
import dev.cattlegrid.host.Heard;
import dev.cattlegrid.ledger.Event;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.policy.Verdict;
import dev.cattlegrid.screen.Page;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.session.Heartbeat;
import dev.cattlegrid.session.Irregular;
import dev.cattlegrid.session.Memory;
import dev.cattlegrid.session.Sessions;
import dev.cattlegrid.session.Ticket;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Decides calls of a session by what it remembers, and sees to it that it remembers the answers: no answer goes out
/// before they are kept.
record Sitting(Door door, Sessions sessions, Approvals approvals) {
    /// Code of a decision where what the session remembers could not be read or kept.
    static final String NO_MEMORY = "no-memory";

    /// Code of a decision that rests on what was over before it could be answered.
    static final String CHANGED = "session-changed";

    private static final int LONGEST_CALL = 160;

    /// Each time that a call has to be decided anew another one was answered, so this is more than enough for all that a host
    /// asks at once.
    private static final int TRIES = 64;

    /// The same, under another policy.
    Sitting under(Policy policy) {
        return new Sitting(door.under(policy), sessions, approvals);
    }

    /// The same, where nobody can be asked.
    Sitting headless() {
        return new Sitting(door.headless(true), sessions, approvals);
    }

    /// The answer to a call. Where another call of the session was answered in the meantime, or the person said something,
    /// the verdict is thrown away and the call is decided anew; where the mode changed, it is refused.
    ///
    /// @param worlds the world that a call is read against; each decision gets its own
    Approvals.Answered decide(Heard.Call heard, Function<ToolCall, World> worlds) {
        Sessions.Name name = name(heard.origin());
        try {
            for (int i = 0; i < TRIES; i++) {
                Sessions.Kept before = sessions.read(name);
                if (i > 0 && !before.memory().mode().equals(heard.origin().mode().text())) {
                    return refused(
                            CHANGED,
                            "the permission mode changed while the call was looked at; try it again");
                }
                Approvals.Answered answered = decide(heard, name, before.memory(), worlds);
                Decision decision = answered.decision();
                if (isComing(heard, decision)) {
                    return answered;
                }
                Memory after = after(before.memory(), heard, decision);
                if (sessions.write(name, before, after, decision.verdict() != Verdict.ALLOW)) {
                    if (approvals.use(answered)) {
                        return answered;
                    }
                    withdraw(heard);
                    return refused(CHANGED, "another call passed by the same leave");
                }
            }
            return refused(
                    CHANGED, "the session changed while the call was looked at; try it again");
        } catch (IOException problem) {
            return refused(NO_MEMORY, Door.inWords(problem));
        }
    }

    /// Whether the host asks about the same call once more before it runs: what it rests on is used up then.
    private static boolean isComing(Heard.Call heard, Decision decision) {
        return switch (heard.moment()) {
            case BEFORE -> false;
            case AT_PROMPT -> decision.verdict() != Verdict.DENY;
        };
    }

    private Approvals.Answered decide(
            Heard.Call heard, Sessions.Name name, Memory memory, Function<ToolCall, World> worlds)
            throws IOException {
        Policy policy = approvals.granted(door.policy(), name, heard.origin().directory());
        Decision decision =
                Backstop.within(
                        Backstop.USUAL,
                        () -> door.under(policy).decide(heard.asked(), memory.ledger(), worlds));
        return approvals.of(decision, policy, heard, name, line(heard));
    }

    /// What was answered is not told after all: the call does not run, so it made nothing.
    void withdraw(Heard.Call heard) throws IOException {
        sessions.change(
                name(heard.origin()), memory -> memory.after(new Event.Failed(line(heard))));
    }

    /// The person was asked about a call and said no: all that they were asked about is refused from now on.
    void declined(Heard.Call heard, Decision decision) throws IOException {
        String call = line(heard);
        sessions.change(name(heard.origin()), memory -> memory.after(decision.declined(call)));
    }

    private static Approvals.Answered refused(String code, String why) {
        return Approvals.Answered.byItself(Door.refusal(code, why));
    }

    private static Memory after(Memory before, Heard.Call heard, Decision decision) {
        String call = line(heard);
        Memory after = before.in(heard.origin().mode().text());
        if (decision.decider() == Decision.Decider.PERSON && decision.verdict() == Verdict.ALLOW) {
            after = after.after(new Event.Cleared(call));
        }
        after = after.after(decision.event(call));
        if (heard.id().isPresent()) {
            boolean asked = decision.verdict() == Verdict.ASK;
            boolean refused = decision.verdict() == Verdict.DENY;
            after = after.answered(heard.id().get(), new Memory.InFlight(call, asked, refused));
        }
        Optional<String> agent = heard.origin().agent();
        return agent.isPresent() && decision.verdict() == Verdict.DENY
                ? after.refused(agent.get(), "`" + call + "`: " + decision.reason())
                : after;
    }

    /// The person wrote something. It is kept without the secrets in it.
    ///
    /// @param transcript where the host writes the session down, where it says so
    /// @return what does not fit what was answered so far, and was not noticed before
    List<Irregular> said(Heard.Words words, Optional<String> transcript) throws IOException {
        String text = Redactor.redact(words.text());
        Instant now = Instant.now();
        return changed(
                        name(words.origin()),
                        memory ->
                                listened(memory, words.origin(), transcript, now)
                                        .after(new Event.Said(text, Event.Said.Source.PERSON)))
                .fresh();
    }

    /// What the host wrote down is held against what it asked.
    private static Memory listened(
            Memory memory, Origin origin, Optional<String> transcript, Instant now) {
        Memory heard = memory.with(memory.heartbeat().heard(now, transcript));
        return heard.with(Pulse.now(origin.host(), heard, now));
    }

    /// Something that does not fit is kept.
    ///
    /// @return whether it had not been noticed before
    boolean noticed(Origin origin, Irregular what) throws IOException {
        return !changed(name(origin), memory -> memory.with(memory.heartbeat().noticed(what)))
                .fresh()
                .isEmpty();
    }

    /// What the end of a call comes to.
    ///
    /// @param refused what a subagent was refused on its way, where the call was one that started it
    /// @param fresh what does not fit what was answered, and was not noticed before
    /// @param untold what the host has not been told of that
    record Ended(List<String> refused, List<Irregular> fresh, List<Irregular> untold) {}

    /// A call has come to its end. What the host was to ask the person about and ran, the person let pass.
    ///
    /// @param planted orders to the agent that its result held
    /// @param observe whether answers are kept from the host
    Ended ended(Heard.End end, Optional<Event.Planted> planted, boolean observe)
            throws IOException {
        Instant now = Instant.now();
        Changed changed =
                changed(
                        name(end.origin()),
                        memory -> {
                            Heartbeat heartbeat = Pulse.ended(memory, end, observe, now);
                            Memory after = after(memory, end).with(heartbeat.toldAll());
                            return planted.map(after::after).orElse(after);
                        });
        List<String> refused =
                end.agents().stream()
                        .flatMap(agent ->
                                changed
                                        .before()
                                        .handBacks()
                                        .getOrDefault(agent, List.of())
                                        .stream())
                        .toList();
        var untold = new ArrayList<>(changed.before().heartbeat().untold());
        untold.addAll(changed.fresh());
        return new Ended(refused, changed.fresh(), untold);
    }

    /// A memory before and after a change.
    private record Changed(Memory before, Memory after) {
        List<Irregular> fresh() {
            List<Irregular> known = before.heartbeat().noticed();
            return after.heartbeat().noticed().stream()
                    .filter(each -> known.stream().noneMatch(each::isSame))
                    .toList();
        }
    }

    private Changed changed(Sessions.Name name, UnaryOperator<Memory> how) throws IOException {
        Changed[] last = {new Changed(Memory.EMPTY, Memory.EMPTY)};
        sessions.change(
                name,
                memory -> {
                    Memory after = how.apply(memory);
                    last[0] = new Changed(memory, after);
                    return after;
                });
        return last[0];
    }

    private static Memory after(Memory before, Heard.End end) {
        Memory after = before;
        Optional<Memory.InFlight> call = end.id().flatMap(before::call);
        if (call.isPresent()) {
            String words = call.get().call();
            if (end.failed()) {
                after = after.after(new Event.Failed(words));
            } else if (call.get().asked()) {
                after = after.after(new Event.Cleared(words));
            }
        }
        after = end.id().map(after::ended).orElse(after);
        for (String agent : end.agents()) {
            after = after.handedBack(agent);
        }
        return after;
    }

    private static String line(Heard.Call heard) {
        return switch (heard.asked()) {
            case Asked.Refused _ -> heard.tool();
            case Asked.Calls(var calls) ->
                    Shown.line(Redactor.redact(Page.text(calls.getFirst())), LONGEST_CALL).text();
        };
    }

    /// A host that names no session has one for each directory.
    static Sessions.Name name(Origin origin) {
        String id = origin.session().isEmpty() ? origin.directory() : origin.session();
        return new Sessions.Name(origin.host(), id);
    }

    /// The code of the ticket by which a person can let a call pass.
    static Optional<String> code(Approvals.Answered answered) {
        return answered.ticket()
                .filter(ticket -> ticket.state() == Ticket.State.OPEN)
                .map(Ticket::code);
    }
}
