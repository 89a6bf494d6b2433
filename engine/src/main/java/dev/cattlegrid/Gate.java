package dev.cattlegrid;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Later;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.walk.Effects;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.flow.Flow;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Judge;
import dev.cattlegrid.policy.Opinion;
import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.policy.Ruling;
import dev.cattlegrid.policy.Verdict;
import dev.cattlegrid.policy.rule.Rules;
import java.util.List;

/// Decides one tool call: from what an agent asks to what it may do, and why.
///
/// A world serves one decision, so a gate does too.
public record Gate(World world, Policy policy, Judge judge) {
    /// A gate with the built-in rules and nobody to ask.
    public static Gate builtIn(World world) {
        return new Gate(world, Rules.builtIn(), Judge.NONE);
    }

    /// A gate whose answers count for something: its world has been looked at.
    ///
    /// @throws IllegalArgumentException if the world assumes anything
    public static Gate atDoor(World world, Policy policy, Judge judge) {
        if (world.assumes()) {
            throw new IllegalArgumentException("a door needs a world that assumes nothing");
        }
        return new Gate(world, policy, judge);
    }

    /// The answer to a call. A stage that breaks ends in a question, never in an exception or an allow.
    public Decision decide(ToolCall call, Ledger ledger) {
        try {
            World seen = ledger.seen(world);
            List<Step> steps = Effects.of(call, seen);
            List<Flow> flows = Flow.trace(steps, ledger::known);
            List<Later> later = Effects.later(call, steps, seen);
            var facts = new Facts(call, ledger, policy.environment(), steps, flows, later);
            Decision decision =
                    switch (policy.weigh(facts)) {
                        case Ruling.Settled(var settled) -> looked(settled, facts);
                        case Ruling.Open(var question) ->
                                policy.settle(question, opinionOn(question));
                    };
            return policy.under(call.origin().mode(), decision);
        } catch (RuntimeException | Error problem) {
            return Decision.failed(problem);
        }
    }

    /// The task of a subagent is looked at by the judge as it is started: the rules only see what it is made of. Where
    /// there is no opinion, what the rules say stands.
    private Decision looked(Decision settled, Facts facts) {
        boolean task =
                facts.call() instanceof ToolCall.Spawn(_, var text, _)
                        && !text.isBlank()
                        && settled.verdict() == Verdict.ALLOW;
        if (!task || judge.equals(Judge.NONE)) {
            return settled;
        }
        var question =
                new Ruling.Question(
                        facts,
                        settled.findings(),
                        List.of("the task of another agent, which it would do on its own"),
                        settled.cited());
        return policy.tightened(settled, question, opinionOn(question));
    }

    /// A judge that breaks is a judge that is not there: what the rules found stands. It is not asked where it could
    /// clear nothing.
    private Opinion opinionOn(Ruling.Question question) {
        if (!policy.isForJudge(question)) {
            return new Opinion.Absent(
                    Opinion.NO_JUDGE, "there is nothing that a judge could clear");
        }
        try {
            return judge.opinionOn(question);
        } catch (RuntimeException | Error problem) {
            return new Opinion.Absent(Opinion.UNAVAILABLE, "the judge failed: " + problem);
        }
    }
}
