package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Step;
import java.util.ArrayList;
import java.util.List;

/// What a program start comes to.
///
/// @param output what it writes to standard output, with its origins
public record Outcome(List<Step> steps, Data output) {
    public static final Outcome NOTHING = new Outcome(List.of(), Data.NONE);

    public Outcome {
        steps = List.copyOf(steps);
    }

    /// Gathers the steps of one invocation; lives no longer than the reading of it.
    public static final class Notes {
        private final List<Step> steps = new ArrayList<>();
        private Data output = Data.NONE;

        public Notes must(Effect effect) {
            steps.add(new Step(effect, Step.Certainty.MUST, steps.size()));
            return this;
        }

        public Notes may(Effect effect) {
            steps.add(new Step(effect, Step.Certainty.MAY, steps.size()));
            return this;
        }

        /// Takes over the steps of something that this program starts; its output becomes part of this one's.
        public Notes include(Outcome other) {
            other.steps.forEach(
                    step -> steps.add(new Step(step.effect(), step.certainty(), steps.size())));
            output = output.with(other.output);
            return this;
        }

        /// The same, where it may not be started.
        public Notes mayInclude(Outcome other) {
            other.steps.forEach(step -> may(step.effect()));
            output = output.with(other.output);
            return this;
        }

        public Notes output(Data data) {
            output = output.with(data);
            return this;
        }

        public Outcome done() {
            return new Outcome(steps, output);
        }
    }
}
