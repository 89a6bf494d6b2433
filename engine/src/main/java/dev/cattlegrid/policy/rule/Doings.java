package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.ledger.words.Act;
import java.util.Set;

/// Whether an effect is what people mean by an act.
final class Doings {
    private static final Set<String> HOSTINGS =
            Set.of(
                    "vercel",
                    "netlify",
                    "fly",
                    "heroku",
                    "railway",
                    "firebase",
                    "cloudflare",
                    "supabase");

    private Doings() {}

    static boolean is(Act act, Effect effect) {
        return switch (act) {
            case PUSH -> effect instanceof Effect.Git(GitAction.Push _, _, _);
            case FORCE_PUSH ->
                    effect instanceof Effect.Git(GitAction.Push push, _, _) && push.force();
            case COMMIT -> commits(effect);
            case MERGE -> merges(effect);
            case REWRITE -> effect instanceof Effect.Git(GitAction.Rewrite _, _, _);
            case DISCARD -> effect instanceof Effect.Git(GitAction.Discard _, _, _);
            case PUBLISH ->
                    effect instanceof Effect.Remote remote
                            && remote.change() == Effect.Remote.Change.PUBLISH
                            && !remote.operation().contains("merge");
            case DEPLOY -> deploys(effect);
            case DELETE -> deletes(effect);
            case MOVE -> effect instanceof Effect.Move;
            case CHANGE -> changes(effect);
            case READ -> effect instanceof Effect.Read;
            case INSTALL -> effect instanceof Effect.Install;
            case CONNECT -> connects(effect);
            case MESSAGE -> speaks(effect);
            case REQUEST -> requests(effect);
            case RUN -> runs(effect);
            case STOP -> stops(effect);
        };
    }

    /// A program that only looks is no more than a way to look.
    private static boolean runs(Effect effect) {
        return switch (effect) {
            case Effect.Run(var code, _) -> !(code instanceof Code.Program);
            case Effect.Remote remote -> mutates(remote);
            case Effect.Spawn _ -> true;
            default -> false;
        };
    }

    private static boolean commits(Effect effect) {
        return effect instanceof Effect.Git(var action, _, _)
                && switch (action) {
                    case GitAction.Keep(var verb, _) -> verb.startsWith("commit");
                    case GitAction.SkipHooks(var verb) -> verb.startsWith("commit");
                    case GitAction.Rewrite(var verb, _) -> verb.startsWith("commit");
                    case GitAction.Push _,
                            GitAction.Discard _,
                            GitAction.DeleteRef _,
                            GitAction.Repoint _,
                            GitAction.Config _,
                            GitAction.Purge _ ->
                            false;
                };
    }

    private static boolean merges(Effect effect) {
        return effect instanceof Effect.Git(GitAction.Keep(var verb, _), _, _)
                        && verb.startsWith("merge")
                || effect instanceof Effect.Remote remote && remote.operation().contains("merge");
    }

    private static boolean deploys(Effect effect) {
        return switch (effect) {
            case Effect.Remote remote ->
                    mutates(remote)
                            && !remote.local()
                            && (remote.operation().contains("deploy")
                                    || remote.operation().contains("apply")
                                    || remote.operation().contains("upgrade")
                                    || remote.operation().contains("rollout")
                                    || remote.operation().contains("promote")
                                    || HOSTINGS.contains(remote.system()));
            case Effect.Run(Code.Project(_, var what), _) -> what.contains("deploy");
            case Effect.Run(Code.Script(var place, _, _), _) -> place.path().contains("deploy");
            default -> false;
        };
    }

    private static boolean deletes(Effect effect) {
        return switch (effect) {
            case Effect.Delete(var place, _, _) -> place.zone() != Zone.SCRATCH;
            case Effect.Write(var place, var manner, _, _) ->
                    manner == Effect.Write.Manner.DESTROY && place.zone() != Zone.SCRATCH;
            case Effect.Remote remote -> remote.change() == Effect.Remote.Change.DESTROY;
            case Effect.Git(GitAction.DeleteRef _, _, _) -> true;
            case Effect.Git(GitAction.Push push, _, _) -> push.delete();
            case Effect.Git(GitAction.Discard(var verb, _), _, _) -> verb.startsWith("clean");
            default -> false;
        };
    }

    /// Anything that is not as it was before, scratch left out.
    private static boolean changes(Effect effect) {
        return switch (effect) {
            case Effect.Write(var place, _, _, _) -> isKept(place);
            case Effect.Delete(var place, _, _) -> isKept(place);
            case Effect.Move(var from, var to, _) -> isKept(from) || isKept(to);
            case Effect.SetMode(var place, _, _, _) -> isKept(place);
            case Effect.Link(var place, _, _, _) -> isKept(place);
            case Effect.Install _, Effect.Administer _, Effect.Persist _, Effect.Speak _ -> true;
            case Effect.Signal(var whom, _, _, _) -> whom != Effect.Signal.Whom.OWN;
            case Effect.Git(GitAction.Keep(var verb, _), _, _) ->
                    !verb.startsWith("fetch") && !verb.equals("lfs fetch");
            case Effect.Git _ -> true;
            case Effect.Remote remote -> mutates(remote);
            case Effect.Send send ->
                    !Verbs.onlyAsks(send.verb()) && send.to().scope() != Endpoint.Scope.LOOPBACK;
            case Effect.Read _,
                    Effect.Run _,
                    Effect.Receive _,
                    Effect.Listen _,
                    Effect.Elevate _,
                    Effect.Spawn _,
                    Effect.Reveal _,
                    Effect.Unknown _ ->
                    false;
        };
    }

    private static boolean isKept(Place place) {
        return place.zone() != Zone.SCRATCH && !place.is(Standing.SINK);
    }

    static boolean mutates(Effect.Remote remote) {
        return switch (remote.change()) {
            case READ, READ_SECRET -> false;
            case CHANGE, DESTROY, PUBLISH, UNKNOWN -> true;
        };
    }

    private static boolean connects(Effect effect) {
        return switch (effect) {
            case Effect.Send send -> send.to().scope() != Endpoint.Scope.LOOPBACK;
            case Effect.Receive receive -> receive.from().scope() != Endpoint.Scope.LOOPBACK;
            case Effect.Install _, Effect.Speak _ -> true;
            case Effect.Git(GitAction.Push _, _, _) -> true;
            case Effect.Remote remote -> !remote.local();
            default -> false;
        };
    }

    private static boolean speaks(Effect effect) {
        return effect instanceof Effect.Speak
                || effect instanceof Effect.Send send
                        && !Verbs.onlyAsks(send.verb())
                        && MessageSent.isHook(send.to());
    }

    private static boolean requests(Effect effect) {
        return effect instanceof Effect.Remote remote
                && mutates(remote)
                && (remote.system().equals("github") || remote.system().equals("gitlab"))
                && !remote.operation().contains("merge")
                && !remote.operation().startsWith("release");
    }

    private static boolean stops(Effect effect) {
        return effect instanceof Effect.Signal
                || effect instanceof Effect.Administer administer
                        && (administer.operation().contains("stop")
                                || administer.operation().contains("restart")
                                || administer.operation().contains("halt")
                                || administer.operation().contains("reboot")
                                || administer.operation().contains("disable"))
                || effect instanceof Effect.Remote remote
                        && mutates(remote)
                        && (remote.operation().contains("stop")
                                || remote.operation().contains("restart")
                                || remote.operation().contains("kill"));
    }
}
