package dev.cattlegrid;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.walk.Effects;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.flow.Flow;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Judge;
import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.policy.Ruling;
import java.util.List;

/// Decides one tool call: from what an agent asks to what it may do, and why.
public record Gate(World world, Policy policy, Judge judge) {
    public Decision decide(ToolCall call, Ledger ledger) {
        List<Step> steps = Effects.of(call, world);
        List<Flow> flows = Flow.trace(steps);
        return switch (policy.weigh(new Facts(call, ledger, steps, flows))) {
            case Ruling.Settled(var decision) -> decision;
            case Ruling.Open(var question) -> policy.settle(question, judge.opinionOn(question));
        };
    }
}
