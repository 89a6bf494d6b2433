package dev.cattlegrid.policy;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.flow.Flow;
import dev.cattlegrid.ledger.Ledger;
import java.util.List;
import java.util.stream.Stream;

/// Everything that rules may look at.
public record Facts(ToolCall call, Ledger ledger, List<Step> steps, List<Flow> flows) {
    public Facts {
        steps = List.copyOf(steps);
        flows = List.copyOf(flows);
    }

    public Stream<Effect> effects() {
        return steps.stream().map(Step::effect);
    }

    /// The effects of one kind, in order.
    public <E extends Effect> Stream<E> effects(Class<E> kind) {
        return effects().filter(kind::isInstance).map(kind::cast);
    }

    /// The topics of this call, as a mask of their bits.
    long topics() {
        long mask = Topic.CALL.bit();
        for (Step step : steps) {
            mask |= Topic.of(step.effect()).bit();
        }
        return flows.isEmpty() ? mask : mask | Topic.FLOW.bit();
    }

    /// Whether there is nothing to lose where the call runs.
    public boolean contained() {
        return call.origin().contained();
    }
}
