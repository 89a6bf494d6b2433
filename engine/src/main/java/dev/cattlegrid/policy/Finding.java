package dev.cattlegrid.policy;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a rule says of the facts.
///
/// @param rule its name: `secret-leaves`
/// @param reason one lower-case sentence without a full stop, in the user's words
/// @param effect the effect that it is about
/// @param facts what was checked and matters here: "`src` holds changes that are nowhere else"
/// @param clears what would clear it: "say that `prod` may be dropped"; empty where nothing does
/// @param alternative a command or way that the gate itself would allow
/// @param wanted what a person has to have named for their words to clear it
public record Finding(
        Strength strength,
        String rule,
        String reason,
        Effect effect,
        Span span,
        List<String> facts,
        Optional<String> clears,
        Optional<String> alternative,
        Wanted wanted) {
    public Finding {
        facts = List.copyOf(facts);
    }

    /// A finding that so far has only its reason.
    public static Finding of(Rule rule, Effect effect, String reason) {
        return new Finding(
                rule.strength(),
                rule.about().name(),
                reason,
                effect,
                effect.span(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Wanted.NOTHING);
    }

    /// The same, with one more fact that it rests on.
    public Finding resting(String fact) {
        var more = new ArrayList<>(facts);
        more.add(fact);
        return new Finding(strength, rule, reason, effect, span, more, clears, alternative, wanted);
    }

    /// The same, with what would clear it.
    public Finding clearedBy(String what) {
        return new Finding(
                strength,
                rule,
                reason,
                effect,
                span,
                facts,
                Optional.of(what),
                alternative,
                wanted);
    }

    /// The same, with a command that the gate itself allows.
    public Finding instead(String command) {
        return new Finding(
                strength, rule, reason, effect, span, facts, clears, Optional.of(command), wanted);
    }

    /// The same, with what a person has to have named for their words to clear it.
    public Finding wanting(Wanted what) {
        return new Finding(strength, rule, reason, effect, span, facts, clears, alternative, what);
    }

    /// What is left of it once somebody's leave counts: a note.
    Finding cleared(Clearing.Clearance clearance) {
        Finding rested = resting(clearance.reason());
        return new Finding(
                Strength.NOTE,
                rule,
                reason,
                effect,
                span,
                rested.facts,
                clears,
                alternative,
                wanted);
    }

    /// The same, at least as strong as this; nothing makes a finding weaker.
    public Finding raisedTo(Strength floor) {
        if (strength.compareTo(floor) >= 0) {
            return this;
        }
        Optional<String> cleared = floor == Strength.HARD ? Optional.empty() : clears;
        return new Finding(floor, rule, reason, effect, span, facts, cleared, alternative, wanted);
    }
}
