package dev.cattlegrid.flow;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.Zone;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Data of a known kind that moves into an effect.
///
/// @param from where it first came from, also when it went through files of this call
public record Flow(Label label, Source from, Effect to) {
    /// The flows of a call, in the order of the effects that they reach.
    public static List<Flow> trace(List<Step> steps) {
        return trace(steps, _ -> Set.of());
    }

    /// The same, where earlier calls left marks.
    ///
    /// @param known what the session remembers of a source
    public static List<Flow> trace(List<Step> steps, Function<Source, Set<Label>> known) {
        if (steps.stream().noneMatch(step -> carried(step.effect()).isPresent())) {
            return List.of();
        }
        var marks = Marks.of(steps, known);
        var flows = new ArrayList<Flow>();
        for (Step step : steps) {
            carried(step.effect())
                    .ifPresent(data -> {
                        for (Origin origin : marks.origins(data)) {
                            flows.add(new Flow(origin.label(), origin.from(), step.effect()));
                        }
                    });
        }
        return List.copyOf(flows);
    }

    /// A label and where what carries it comes from.
    record Origin(Label label, Source from) {}

    /// What an effect carries, if it carries anything. A script carries what its file holds.
    static Optional<Data> carried(Effect effect) {
        return switch (effect) {
            case Effect.Write write -> Optional.of(write.data());
            case Effect.Send send -> Optional.of(send.data());
            case Effect.Run(Code.Inline(var _, var data), var _) -> Optional.of(data);
            case Effect.Run(Code.Script(var place, var _, var _), var _) ->
                    Optional.of(Data.of(new Source.File(place)));
            case Effect.Run _,
                    Effect.Read _,
                    Effect.Delete _,
                    Effect.Move _,
                    Effect.SetMode _,
                    Effect.Link _,
                    Effect.Receive _,
                    Effect.Listen _,
                    Effect.Install _,
                    Effect.Git _,
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

    /// The labels that a source has by itself.
    static Set<Label> labels(Source source) {
        return switch (source) {
            case Source.File(var place) ->
                    holdsSecrets(place) ? EnumSet.of(Label.SECRET) : Set.of();
            case Source.Network(var endpoint) ->
                    endpoint.scope() == Endpoint.Scope.LOOPBACK
                            ? Set.of()
                            : EnumSet.of(Label.UNTRUSTED);
            case Source.Variable(var name) ->
                    Secrets.inVariable(name) ? EnumSet.of(Label.SECRET) : Set.of();
            case Source.Environment _, Source.Vault _ -> EnumSet.of(Label.SECRET);
            case Source.Spelled _, Source.Names _, Source.Program _ -> Set.of();
        };
    }

    /// A whole home or the whole machine holds the secrets that lie in it.
    private static boolean holdsSecrets(Place place) {
        return place.is(Standing.SECRET)
                || place.is(Standing.KEEPS_SECRETS)
                || place.is(Standing.CRITICAL)
                        && (place.zone() == Zone.HOME || place.path().equals("/"));
    }
}
