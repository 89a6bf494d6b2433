package dev.cattlegrid.door;

import dev.cattlegrid.Gate;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.flow.Flow;
import dev.cattlegrid.host.Asked;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Escalation;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Judge;
import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.policy.Verdict;
import dev.cattlegrid.policy.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

/// Decides what was asked, and turns whatever goes wrong on the way into a refusal.
///
/// @param escalation when an agent that is refused again and again is brought before a person
/// @param headless whether nobody is there to answer a question
public record Door(Policy policy, Judge judge, Escalation escalation, boolean headless) {
    /// Code of a decision where what was asked cannot be judged.
    public static final String BAD_INPUT = "bad-input";

    /// Code of a decision where the gate itself failed.
    public static final String FAILURE = "failure";

    public static Door usual() {
        return new Door(Rules.builtIn(), Judge.NONE, Escalation.USUAL, false);
    }

    /// The same door under another policy.
    public Door under(Policy other) {
        return new Door(other, judge, escalation, headless);
    }

    /// The same door with somebody to ask about what the rules leave open.
    public Door asking(Judge other) {
        return new Door(policy, other, escalation, headless);
    }

    public Door headless(boolean value) {
        return new Door(policy, judge, escalation, value);
    }

    public Door escalating(Escalation other) {
        return new Door(policy, judge, other, headless);
    }

    /// An answer for a session of which nothing is known.
    public Decision decide(Asked asked, Function<ToolCall, World> worlds) {
        return decide(asked, Ledger.EMPTY, worlds);
    }

    /// @param ledger what the session remembers
    /// @param worlds the world that a call is read against; each decision gets its own
    public Decision decide(Asked asked, Ledger ledger, Function<ToolCall, World> worlds) {
        Decision decision =
                switch (asked) {
                    case Asked.Refused(var why) -> refusal(BAD_INPUT, why);
                    case Asked.Calls(var calls) ->
                            decided(calls, ledger, worlds).reduce(Door::both).orElseThrow();
                };
        Decision escalated = escalation.of(decision, ledger);
        return headless ? escalated.headless() : escalated;
    }

    /// Several calls at once are put to a judge together.
    private Stream<Decision> decided(
            List<ToolCall> calls, Ledger ledger, Function<ToolCall, World> worlds) {
        if (calls.size() == 1 || judge.equals(Judge.NONE)) {
            return calls.stream().map(call -> decide(call, ledger, worlds));
        }
        List<Future<Decision>> all =
                calls.stream()
                        .map(call -> Backstop.start(() -> decide(call, ledger, worlds)))
                        .toList();
        return all.stream().map(Backstop::awaited);
    }

    private Decision decide(ToolCall call, Ledger ledger, Function<ToolCall, World> worlds) {
        try {
            return new Gate(worlds.apply(call), policy, judge).decide(call, ledger);
        } catch (RuntimeException | Error problem) {
            return refusal(FAILURE, "the gate failed: " + inWords(problem));
        }
    }

    /// A refusal that no rule gave.
    public static Decision refusal(String code, String why) {
        return new Decision(
                Verdict.DENY,
                Optional.of(code),
                Decision.Decider.FAILURE,
                why,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static String inWords(Throwable problem) {
        String message = problem.getMessage();
        String kind = problem.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? kind
                : message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    /// The stricter of two, with what both would do; the first where they are equally strict.
    private static Decision both(Decision one, Decision other) {
        boolean first = one.verdict().compareTo(other.verdict()) >= 0;
        Decision strict = first ? one : other;
        Decision mild = first ? other : one;
        List<Finding> findings = joined(strict.findings(), mild.findings());
        List<Step> steps = joined(one.steps(), other.steps());
        List<Flow> flows = joined(one.flows(), other.flows());
        return new Decision(
                strict.verdict(),
                strict.code(),
                strict.decider(),
                strict.reason(),
                findings,
                joined(strict.open(), mild.open()),
                steps,
                flows,
                joined(one.cited(), other.cited()),
                strict.consulted().and(mild.consulted()));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
