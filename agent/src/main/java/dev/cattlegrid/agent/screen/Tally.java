package dev.cattlegrid.agent.screen;

import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.screen.DecisionValues;

/// What the gate has done in a session so far.
///
/// @param asked how often the person was asked
/// @param rules decided by rules alone, however they ended
/// @param judge decided by a model's opinion
record Tally(int allowed, int refused, int asked, int rules, int judge) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

    Tally after(Happening happening) {
        return switch (happening) {
            case Happening.Allowed(_, var by, _, _) ->
                    by.equals("person")
                            ? new Tally(allowed + 1, refused, asked, rules, judge)
                            : new Tally(allowed + 1, refused, asked, rules, judge).by(by);
            case Happening.Refused(_, var refusal) ->
                    new Tally(allowed, refused + 1, asked, rules, judge).by(decider(refusal));
            case Happening.Asked(_, _, var refusal, _) ->
                    new Tally(allowed, refused, asked + 1, rules, judge).by(decider(refusal));
            default -> this;
        };
    }

    private static String decider(Happening.Refusal refusal) {
        return DecisionValues.decider(refusal.held().decision().decider());
    }

    private Tally by(String decider) {
        return decider.equals("judge")
                ? new Tally(allowed, refused, asked, rules, judge + 1)
                : new Tally(allowed, refused, asked, rules + 1, judge);
    }

    String words() {
        return "%d allowed, %d refused, %d asked".formatted(allowed, refused, asked);
    }

    String byWhom() {
        return "rules %d, judge %d".formatted(rules, judge);
    }
}
