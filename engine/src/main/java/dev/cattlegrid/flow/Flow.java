package dev.cattlegrid.flow;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Step;
import java.util.List;

/// Data of a known kind that moves into an effect.
public record Flow(Label label, Source from, Effect to) {
    /// The flows of a call, in the order of the effects that they reach.
    public static List<Flow> trace(List<Step> steps) {
        return List.of();
    }
}
