package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Production;
import dev.cattlegrid.effect.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which of several worlds a command line chooses to work on (`--context`, `--namespace`, `--profile`), where that is
/// the one that people depend on: whatever happens at a remote system then happens there.
///
/// It is read from the words as they come out, so that quoting and variables do not hide it.
final class Chosen {
    private Chosen() {}

    /// A reader whose remote effects name the production that the words choose.
    static Reader naming(Reader reader) {
        return (call, opener) -> {
            Outcome outcome = reader.read(call, opener);
            return outcome.steps().stream().anyMatch(Chosen::isRemote)
                    ? production(call.args()).map(name -> named(outcome, name)).orElse(outcome)
                    : outcome;
        };
    }

    private static boolean isRemote(Step step) {
        return step.effect() instanceof Effect.Remote;
    }

    private static Optional<String> production(List<Arg> args) {
        for (int i = 0; i < args.size(); i++) {
            String text = args.get(i).value().prefix();
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            if (Production.isChosenBy(name)) {
                String value =
                        equals >= 0
                                ? text.substring(equals + 1)
                                : i + 1 < args.size() ? args.get(i + 1).value().prefix() : "";
                if (Production.isNamed(value)) {
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }

    private static Outcome named(Outcome outcome, String name) {
        var steps = new ArrayList<Step>();
        for (Step step : outcome.steps()) {
            steps.add(
                    step.effect() instanceof Effect.Remote remote
                                    && !Production.isNamed(remote.target())
                            ? new Step(at(remote, name), step.certainty(), step.order())
                            : step);
        }
        return new Outcome(steps, outcome.output());
    }

    private static Effect at(Effect.Remote remote, String name) {
        String target = remote.target().isEmpty() ? name : remote.target() + " at " + name;
        return new Effect.Remote(
                remote.system(),
                remote.operation(),
                target,
                remote.change(),
                remote.local(),
                remote.span());
    }
}
