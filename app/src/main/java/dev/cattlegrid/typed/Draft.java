package dev.cattlegrid.typed;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A rule as a file says it.
///
/// @param line where it begins, from 1
/// @param topics the kinds of effects that it is asked about
/// @param condition as written
/// @param clears what clears what it finds; nothing where no words do
/// @param examples calls, with the answer of the whole gate
record Draft(
        String name,
        int line,
        Power power,
        Set<Topic> topics,
        String condition,
        Term when,
        String reason,
        Optional<String> clears,
        List<Tested> examples) {
    Draft {
        topics = Set.copyOf(topics);
        examples = List.copyOf(examples);
    }

    /// @param line where it stands, from 1
    record Tested(About.Example example, int line) {}

    /// Its page.
    ///
    /// @param from the file that it stands in
    About about(String from) {
        var page = new StringBuilder("# %s: %s%n%n".formatted(name, reason));
        page.append(
                "A rule of %s, line %d, with the strength `%s`. "
                        .formatted("`" + from + "`", line, power.text()));
        page.append("It is about effects for which this holds:\n\n");
        page.append(condition.strip().indent(4));
        clears.ifPresent(what -> page.append("\nWhat clears it: ").append(what).append('\n'));
        page.append('\n');
        for (Tested tested : examples) {
            page.append(tested.example().verdict().text())
                    .append(": ")
                    .append(tested.example().text())
                    .append('\n');
        }
        return new About(
                name,
                reason,
                About.Group.GO_ROUND_REVIEW,
                page.toString(),
                examples.stream().map(Tested::example).toList());
    }

    /// The condition came to nothing that is true or false.
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failed(String rule, String why) {
            super("`" + rule + "`: " + why, null, false, false);
        }

        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }

    /// Whether it is about an effect.
    ///
    /// @param fuel steps that are left for it in this call
    /// @throws Failed where that cannot be worked out
    boolean matches(Effect effect, boolean certain, Values values, int[] fuel) {
        if (!topics.contains(Topic.of(effect))) {
            return false;
        }
        var evaluation = new Evaluation(values.names(effect, certain), fuel[0]);
        try {
            Object value = evaluation.of(when);
            fuel[0] = evaluation.left();
            return switch (value) {
                case Boolean truth -> truth;
                case Evaluation.Wrong(var why) -> throw new Failed(name, why);
                default -> throw new Failed(name, "it is neither true nor false");
            };
        } catch (Evaluation.OutOfFuel problem) {
            throw new Failed(name, String.valueOf(problem.getMessage()));
        } catch (ClassCastException problem) {
            throw new Failed(name, "a value is of another kind than it should be");
        }
    }
}
