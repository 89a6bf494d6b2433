package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Zone;
import java.util.Set;

/// Effects that count even where the project's own code has them.
final class Grave {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "ksh");

    private Grave() {}

    static boolean is(Effect effect) {
        return switch (effect) {
            case Effect.Delete(var place, _, _) -> isPrecious(place);
            case Effect.Write(var place, var manner, _, _) ->
                    isPrecious(place) || manner == Effect.Write.Manner.DESTROY;
            case Effect.Move(var from, var to, _) -> isPrecious(from) || isPrecious(to);
            case Effect.SetMode(var place, _, boolean recursive, _) ->
                    recursive && isPrecious(place);
            case Effect.Link(var at, _, _, _) -> isPrecious(at);
            case Effect.Send(_, _, var data, _) ->
                    data.sources().stream().anyMatch(Grave::isSecret);
            case Effect.Git(var action, _, _) ->
                    switch (action) {
                        case GitAction.Push push -> push.force() || push.delete();
                        case GitAction.Purge _ -> true;
                        case GitAction.Keep _,
                                GitAction.SkipHooks _,
                                GitAction.Discard _,
                                GitAction.Rewrite _,
                                GitAction.DeleteRef _,
                                GitAction.Repoint _,
                                GitAction.Config _ ->
                                false;
                    };
            case Effect.Remote remote ->
                    remote.change() == Effect.Remote.Change.DESTROY && !remote.local()
                            || remote.change() == Effect.Remote.Change.PUBLISH;
            case Effect.Administer administer ->
                    administer.gravity() != Effect.Administer.Gravity.CHANGE;
            case Effect.Elevate _, Effect.Persist _ -> true;
            case Effect.Signal signal -> signal.whom() == Effect.Signal.Whom.ALL;
            case Effect.Spawn spawn -> spawn.approvalsOff();
            case Effect.Run(Code.Inline(var language, var data), _) ->
                    SHELLS.contains(language)
                            && data.sources().stream().anyMatch(Source.Network.class::isInstance);
            case Effect.Read _,
                    Effect.Run _,
                    Effect.Receive _,
                    Effect.Listen _,
                    Effect.Install _,
                    Effect.Speak _,
                    Effect.Reveal _,
                    Effect.Unknown _ ->
                    false;
        };
    }

    /// Effects that count where the session wrote the code, and something else than the call itself runs it: whatever
    /// loses, discards or hands on something that can be named.
    static boolean isWeighty(Effect effect) {
        return is(effect)
                || switch (effect) {
                    case Effect.Delete(var place, _, _) -> isLost(place);
                    case Effect.Git(var action, _, _) ->
                            switch (action) {
                                case GitAction.Push _,
                                        GitAction.Purge _,
                                        GitAction.Discard _,
                                        GitAction.Rewrite _,
                                        GitAction.DeleteRef _,
                                        GitAction.Repoint _ ->
                                        true;
                                case GitAction.Keep _, GitAction.SkipHooks _, GitAction.Config _ ->
                                        false;
                            };
                    case Effect.Remote remote ->
                            !remote.local() && remote.change() != Effect.Remote.Change.READ;
                    case Effect.Write _,
                            Effect.Move _,
                            Effect.SetMode _,
                            Effect.Link _,
                            Effect.Send _,
                            Effect.Administer _,
                            Effect.Elevate _,
                            Effect.Persist _,
                            Effect.Signal _,
                            Effect.Spawn _,
                            Effect.Read _,
                            Effect.Run _,
                            Effect.Receive _,
                            Effect.Listen _,
                            Effect.Install _,
                            Effect.Speak _,
                            Effect.Reveal _,
                            Effect.Unknown _ ->
                            false;
                };
    }

    private static boolean isLost(Place place) {
        return place.isExact()
                && place.zone() != Zone.SCRATCH
                && !place.is(Standing.REBUILDABLE)
                && !place.is(Standing.SINK)
                && !place.facts().ownWork();
    }

    private static boolean isPrecious(Place place) {
        return place.isExact()
                && (place.is(Standing.CRITICAL)
                        || place.is(Standing.GATE)
                        || place.is(Standing.AGENT_SETTINGS)
                        || place.is(Standing.STARTUP)
                        || place.is(Standing.SYSTEM_SECURITY)
                        || place.zone() == Zone.DEVICE && !place.is(Standing.SINK));
    }

    private static boolean isSecret(Source source) {
        return switch (source) {
            case Source.File(var place) -> place.is(Standing.SECRET);
            case Source.Environment _, Source.Vault _ -> true;
            case Source.Names _,
                    Source.Network _,
                    Source.Variable _,
                    Source.Spelled _,
                    Source.Program _ ->
                    false;
        };
    }
}
