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
            Decision decision =
                    switch (policy.weigh(
                            new Facts(call, ledger, policy.environment(), steps, flows, later))) {
                        case Ruling.Settled(var settled) -> settled;
                        case Ruling.Open(var question) ->
                                policy.settle(question, opinionOn(question));
                    };
            return policy.under(call.origin().mode(), decision);
        } catch (RuntimeException | Error problem) {
            return Decision.failed(problem);
        }
    }

    /// A judge that breaks is a judge that is not there: what the rules found stands.
    private Opinion opinionOn(Ruling.Question question) {
        try {
            return judge.opinionOn(question);
        } catch (RuntimeException | Error problem) {
            return new Opinion.Absent("unavailable", "the judge failed: " + problem);
        }
    }
}
