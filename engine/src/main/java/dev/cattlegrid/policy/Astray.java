package dev.cattlegrid.policy;

import dev.cattlegrid.call.Confinement;
import dev.cattlegrid.call.Confinement.Barrier;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Calls that would go astray in a sandbox: what is worked out of a call takes for granted that what it makes is there
/// and that it sees what the gate sees.
///
/// `mkdir ~/new; cd ~/new; rm -rf build` deletes in the workspace where the directory cannot be made: `cd` fails, and the
/// shell stays where it was.
final class Astray {
    private Astray() {}

    /// Why it cannot be told what the call would do in its sandbox; empty where it can.
    static Optional<String> doubt(Facts facts) {
        return facts.confinement()
                .flatMap(sandbox -> unmade(facts, sandbox).or(() -> unseen(facts, sandbox)));
    }

    /// Something outside is made by the call, in vain, and something else outside is changed that lies in it, or that is
    /// named by where the shell is or by what it holds.
    private static Optional<String> unmade(Facts facts, Confinement sandbox) {
        if (!sandbox.has(Barrier.WRITES)) {
            return Optional.empty();
        }
        List<Effect> outside =
                facts.effects().filter(effect -> changesOutside(effect, sandbox)).toList();
        Optional<Place> named =
                facts.effects()
                        .filter(Astray::makesName)
                        .flatMap(making ->
                                outside.stream()
                                        .filter(other -> !other.span().equals(making.span())))
                        .flatMap(Astray::changed)
                        .filter(place -> !Fences.isInside(place, sandbox))
                        .findFirst();
        if (named.isPresent()) {
            return named.map(Astray::unmade);
        }
        for (Effect making : outside) {
            Optional<Place> made = made(making).filter(place -> !Fences.isInside(place, sandbox));
            boolean relied =
                    outside.stream()
                            .filter(other -> !other.equals(making))
                            .flatMap(Astray::changed)
                            .anyMatch(place ->
                                    isRelative(place)
                                            || made.filter(at -> isIn(place, at)).isPresent());
            if (made.isPresent() && relied) {
                return made.map(Astray::unmade);
            }
        }
        return Optional.empty();
    }

    /// Where nothing can be made, `mktemp` gives an empty name.
    private static boolean makesName(Effect effect) {
        return effect instanceof Effect.Run(Code.Program(var program, _), _)
                && program.equals("mktemp");
    }

    private static boolean isIn(Place place, Place made) {
        return Fences.isBelow(place.path(), made.path());
    }

    private static String unmade(Place place) {
        return "the sandbox keeps `%s` from being made, and it cannot be told what the rest does without it"
                .formatted(place.written());
    }

    /// Something hidden is run, or changed by a name that depends on where the shell is, and this call has not made it.
    private static Optional<String> unseen(Facts facts, Confinement sandbox) {
        return facts.effects()
                .flatMap(effect ->
                        Stream.concat(
                                changed(effect).filter(Astray::isRelative), run(effect).stream()))
                .filter(place -> Fences.isHidden(place, sandbox))
                .filter(place -> !isMadeBy(facts.steps(), place))
                .findFirst()
                .map(place ->
                        "the sandbox has its own `%s`, and it cannot be told what lies there"
                                .formatted(place.path()));
    }

    private static boolean changesOutside(Effect effect, Confinement sandbox) {
        return changed(effect).anyMatch(place -> !Fences.isInside(place, sandbox));
    }

    private static boolean isRelative(Place place) {
        return !place.written().startsWith("/") && !place.written().startsWith("~/");
    }

    private static boolean isMadeBy(List<Step> steps, Place place) {
        return steps.stream()
                .filter(step -> step.certainty() == Step.Certainty.MUST)
                .map(Step::effect)
                .filter(Effect.Write.class::isInstance)
                .map(effect -> ((Effect.Write) effect).place())
                .anyMatch(made ->
                        made.isExact()
                                && !made.equals(place)
                                && !isRelative(made)
                                && Fences.isBelow(place.path(), made.path()));
    }

    private static Optional<Place> run(Effect effect) {
        return effect instanceof Effect.Run(Code.Script(var place, _, _), _)
                ? Optional.of(place)
                : Optional.empty();
    }

    /// What an effect changes; nothing where it changes no file, or only what keeps nothing.
    private static Stream<Place> changed(Effect effect) {
        Stream<Place> places =
                switch (effect) {
                    case Effect.Write write -> Stream.of(write.place());
                    case Effect.Delete delete -> Stream.of(delete.place());
                    case Effect.Move move -> Stream.of(move.from(), move.to());
                    case Effect.Link link -> Stream.of(link.at());
                    case Effect.SetMode mode -> Stream.of(mode.place());
                    case Effect.Git git -> Stream.of(git.repository());
                    case Effect.Read _,
                            Effect.Run _,
                            Effect.Send _,
                            Effect.Receive _,
                            Effect.Listen _,
                            Effect.Install _,
                            Effect.Remote _,
                            Effect.Administer _,
                            Effect.Elevate _,
                            Effect.Persist _,
                            Effect.Signal _,
                            Effect.Spawn _,
                            Effect.Speak _,
                            Effect.Reveal _,
                            Effect.Unknown _ ->
                            Stream.empty();
                };
        return places.filter(place -> !place.is(Standing.SINK));
    }

    /// What would be there after an effect and may not have been before.
    private static Optional<Place> made(Effect effect) {
        return switch (effect) {
            case Effect.Write write -> Optional.of(write.place());
            case Effect.Move move -> Optional.of(move.to());
            case Effect.Link link -> Optional.of(link.at());
            case Effect.Git git -> Optional.of(git.repository());
            case Effect.Delete _,
                    Effect.SetMode _,
                    Effect.Read _,
                    Effect.Run _,
                    Effect.Send _,
                    Effect.Receive _,
                    Effect.Listen _,
                    Effect.Install _,
                    Effect.Remote _,
                    Effect.Administer _,
                    Effect.Elevate _,
                    Effect.Persist _,
                    Effect.Signal _,
                    Effect.Spawn _,
                    Effect.Speak _,
                    Effect.Reveal _,
                    Effect.Unknown _ ->
                    Optional.empty();
        };
    }
}
