package dev.cattlegrid.session;

import dev.cattlegrid.ledger.Deed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A call that was refused and that a person can let pass, once.
///
/// @param code four letters and digits, by which a person names it
/// @param session that it was refused in
/// @param key of the decision: another call, or other facts, have another
/// @param call in its own words, without secrets, for showing
/// @param effects what it would do, a line each
/// @param always what a grant of the same effect would cover, a line each; empty where there is none to give
/// @param until when it is over: of an open ticket the question, of an approved one the leave
/// @param word to the agent, from the person who said no
/// @param signature of who approved it
public record Ticket(
        String code,
        Sessions.Name session,
        String directory,
        String key,
        String call,
        String rule,
        String reason,
        List<String> effects,
        List<Wanted> always,
        Instant issued,
        Instant until,
        State state,
        Optional<String> word,
        Optional<String> signature) {
    public enum State {
        OPEN,
        APPROVED,
        DENIED,
        /// The call has passed; nothing passes by it again.
        USED
    }

    public Ticket {
        effects = List.copyOf(effects);
        always = List.copyOf(always);
    }

    /// What a grant of one effect of the call would be about.
    ///
    /// @param kind of deed
    /// @param target a path, a host, a ref, a resource
    public record Wanted(String rule, Deed.Kind kind, String target) {}

    boolean isOver(Instant now) {
        return now.isAfter(until);
    }

    public boolean isOpen(Instant now) {
        return state == State.OPEN && !isOver(now);
    }

    /// What a signature is about: this call in this session, until then.
    String signed() {
        return String.join(
                "\n", "ticket", code, session.host(), session.id(), key, until.toString());
    }

    Ticket named(String code) {
        return new Ticket(
                code, session, directory, key, call, rule, reason, effects, always, issued, until,
                state, word, signature);
    }

    Ticket approved(Instant end, String by) {
        return with(State.APPROVED, end, word, Optional.of(by));
    }

    Ticket denied(Optional<String> why) {
        return with(State.DENIED, until, why, Optional.empty());
    }

    Ticket used() {
        return with(State.USED, until, word, signature);
    }

    Ticket until(Instant end) {
        return with(state, end, word, signature);
    }

    private Ticket with(State to, Instant end, Optional<String> why, Optional<String> by) {
        return new Ticket(
                code, session, directory, key, call, rule, reason, effects, always, issued, end, to,
                why, by);
    }
}
