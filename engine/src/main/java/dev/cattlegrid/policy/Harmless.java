package dev.cattlegrid.policy;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Line;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Zone;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Vouches for single effects that are harmless by themselves; what it does not vouch for stays open.
///
/// Rules look for harm. This is the other side: a call is only let through at once when each of its effects is known
/// to do none.
final class Harmless {
    private static final Set<Zone> OWN = EnumSet.of(Zone.WORKSPACE, Zone.SCRATCH);

    private static final Set<Bound.Kind> READING = EnumSet.of(Bound.Kind.READ, Bound.Kind.RECEIVE);

    private static final Set<Bound.Kind> READING_AND_WRITING =
            EnumSet.of(Bound.Kind.READ, Bound.Kind.RECEIVE, Bound.Kind.WRITE);

    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "dash", "ksh", "shell");

    private Harmless() {}

    /// Why an effect is not vouched for; empty where it is.
    static Optional<String> doubt(Effect effect, Facts facts) {
        return switch (effect) {
            case Effect.Read _ -> Optional.empty();
            case Effect.Receive _ -> Optional.empty();
            case Effect.Write write ->
                    unless(
                            mayWrite(write.place(), facts) && !replacesWork(write, facts)
                                    || write.manner() == Effect.Write.Manner.DIRECTORY
                                    || KnownHosts.forgets(write),
                            effect,
                            "writes");
            case Effect.Delete delete -> unless(mayDelete(delete), effect, "deletes");
            case Effect.Move(var from, var to, _) ->
                    unless(OWN.contains(from.zone()) && mayWrite(to, facts), effect, "moves");
            case Effect.SetMode mode ->
                    unless(
                            mayChangeMode(mode.place(), facts) || mayLetRun(mode),
                            effect,
                            "changes rights");
            case Effect.Link(var at, var target, _, _) ->
                    unless(mayWrite(at, facts) && mayLinkTo(target), effect, "links");
            case Effect.Run(var code, _) -> run(code, effect).or(() -> unread(code, effect, facts));
            case Effect.Send send ->
                    unless(maySend(send) || facts.environment().trusts(send.to()), effect, "sends");
            case Effect.Listen(var address, _, _) -> unless(isLoopback(address), effect, "listens");
            case Effect.Install install ->
                    unless(
                            install.reach() == Effect.Install.Reach.NOWHERE
                                    || install.from() == Effect.Install.Provenance.DECLARED
                                    || Packages.known(install)
                                    || facts.environment().trusts(install)
                                    || facts.contained() && isNamedForTheSystem(install),
                            effect,
                            "installs");
            case Effect.Git(var action, _, _) ->
                    unless(mayGit(action, facts), effect, "changes git");
            case Effect.Remote remote ->
                    unless(mayRemote(remote, facts), effect, "changes elsewhere");
            case Effect.Administer _, Effect.Elevate _ ->
                    unless(facts.contained(), effect, "changes this machine");
            case Effect.Persist _ -> doubt(effect, "stays behind");
            case Effect.Signal(var whom, _, _, _) ->
                    unless(whom == Effect.Signal.Whom.OWN, effect, "stops processes");
            case Effect.Spawn _ ->
                    unless(facts.call() instanceof ToolCall.Spawn, effect, "starts another agent");
            case Effect.Speak _ -> doubt(effect, "speaks to others");
            case Effect.Reveal(var variable, _) ->
                    unless(variable.isPresent(), effect, "shows the environment");
            case Effect.Unknown unknown -> unknown(unknown);
        };
    }

    private static Optional<String> unless(boolean vouched, Effect effect, String what) {
        return vouched ? Optional.empty() : doubt(effect, what);
    }

    private static Optional<String> doubt(Effect effect, String what) {
        return Optional.of("nothing vouches for what it %s: %s".formatted(what, Line.of(effect)));
    }

    private static boolean mayWrite(Place place, Facts facts) {
        return mayChangeMode(place, facts)
                || facts.environment().trusts(place)
                || facts.isOutOfReach(place);
    }

    private static boolean mayChangeMode(Place place, Facts facts) {
        return place.is(Standing.SINK)
                || place.is(Standing.REBUILDABLE)
                || OWN.contains(place.zone())
                || facts.contained() && place.zone() == Zone.SYSTEM;
    }

    /// A file that lay there before may be run now: who wrote it, and what starts it, is judged for itself.
    private static boolean mayLetRun(Effect.SetMode mode) {
        Zone zone = mode.place().zone();
        boolean users = zone == Zone.HOME || zone == Zone.OTHER_REPOSITORY || zone == Zone.UNKNOWN;
        return mode.letsRun() && users && hasNoPower(mode.place());
    }

    /// Whether a file would be replaced whole whose changes are in no commit. A tool that writes files shows what it
    /// replaces; a shell does not.
    private static boolean replacesWork(Effect.Write write, Facts facts) {
        return write.manner() == Effect.Write.Manner.CREATE
                && write.place().facts().saved() == PathFacts.Saved.MODIFIED
                && write.place().facts().existence() == PathFacts.Existence.PRESENT
                && !write.place().facts().ownWork()
                && facts.call() instanceof ToolCall.Shell;
    }

    private static boolean isNamedForTheSystem(Effect.Install install) {
        return install.from() == Effect.Install.Provenance.NAMED
                && install.reach() == Effect.Install.Reach.SYSTEM;
    }

    /// A link stands for what it leads to, under a name that says nothing.
    private static boolean mayLinkTo(Place target) {
        return (OWN.contains(target.zone()) || target.zone() == Zone.SYSTEM) && hasNoPower(target);
    }

    private static boolean hasNoPower(Place place) {
        return place.standings().stream()
                .allMatch(standing ->
                        standing == Standing.REBUILDABLE
                                || standing == Standing.BUILD
                                || standing == Standing.SINK);
    }

    private static boolean mayDelete(Effect.Delete delete) {
        Place place = delete.place();
        return place.is(Standing.SINK)
                || place.is(Standing.REBUILDABLE)
                || place.zone() == Zone.SCRATCH
                || OWN.contains(place.zone()) && place.facts().canBeRestored()
                || place.facts().ownWork();
    }

    private static Optional<String> run(Code code, Effect effect) {
        return switch (code) {
            case Code.Program _, Code.Project _ -> Optional.empty();
            case Code.Script(var place, _, var hash) ->
                    switch (place.zone()) {
                        case WORKSPACE, SYSTEM -> Optional.empty();
                        case SCRATCH, OTHER_REPOSITORY, HOME, REMOVABLE, DEVICE, REMOTE, UNKNOWN ->
                                unless(hash.isPresent(), effect, "runs");
                    };
            case Code.Inline(var language, var data) ->
                    unless(
                            data.text().isPresent()
                                    || data.sources().stream().allMatch(Harmless::isOwnWord)
                                            && !SHELLS.contains(language),
                            effect,
                            "runs");
        };
    }

    /// A file that this call itself writes, from nothing that anybody could have read.
    private static Optional<String> unread(Code code, Effect effect, Facts facts) {
        return code instanceof Code.Script(var place, _, var hash)
                        && hash.isEmpty()
                        && place.isExact()
                        && facts.effects(Effect.Write.class)
                                .anyMatch(write ->
                                        write.place().path().equals(place.path())
                                                && write.data().text().isEmpty()
                                                && write.data().sources().isEmpty())
                ? doubt(effect, "runs")
                : Optional.empty();
    }

    private static boolean isOwnWord(Source source) {
        return switch (source) {
            case Source.Spelled _ -> true;
            case Source.File(var place) -> place.zone() == Zone.WORKSPACE;
            case Source.Names _,
                    Source.Network _,
                    Source.Variable _,
                    Source.Environment _,
                    Source.Vault _,
                    Source.Program _ ->
                    false;
        };
    }

    private static boolean maySend(Effect.Send send) {
        return switch (send.to().scope()) {
            case LOOPBACK -> true;
            case METADATA -> false;
            case PRIVATE, REMOTE -> onlyAsks(send.verb());
            case UNKNOWN -> false;
        };
    }

    /// Whether a verb asks for something and changes nothing at the other end.
    static boolean onlyAsks(String verb) {
        return switch (verb.toUpperCase(Locale.ROOT)) {
            case "GET", "HEAD", "OPTIONS", "LOOKUP", "PING", "FETCH", "CONNECT", "RESOLVE" -> true;
            default -> false;
        };
    }

    private static boolean isLoopback(String address) {
        return address.equals("localhost")
                || address.startsWith("localhost:")
                || address.equals("::1")
                || address.startsWith("[::1]")
                || address.startsWith("127.");
    }

    private static boolean mayGit(GitAction action, Facts facts) {
        return switch (action) {
            case GitAction.Keep _ -> true;
            case GitAction.SkipHooks _, GitAction.Purge _ -> false;
            case GitAction.Push push ->
                    (push.knownRemote() || facts.trustsRemote(push.remote()))
                            && !push.force()
                            && !push.delete()
                            && !push.toDefault();
            case GitAction.Discard(_, var places) ->
                    !places.isEmpty()
                            && places.stream().allMatch(place -> place.facts().canBeRestored());
            case GitAction.Rewrite(_, var pushed) -> !pushed;
            case GitAction.DeleteRef(var ref, var merged) ->
                    merged || facts.ledger().own().isOwnRef(ref);
            case GitAction.Repoint(_, var url, var existing) ->
                    !existing || facts.trustsRemote(url);
            case GitAction.Config(_, _, var global, var runs) -> !global && !runs;
        };
    }

    private static boolean mayRemote(Effect.Remote remote, Facts facts) {
        return switch (remote.change()) {
            case READ -> true;
            case CHANGE ->
                    remote.local() || facts.trusts(remote) || facts.ledger().own().isOwn(remote);
            case DESTROY -> facts.ledger().own().isOwn(remote);
            case READ_SECRET, PUBLISH, UNKNOWN -> false;
        };
    }

    private static Optional<String> unknown(Effect.Unknown unknown) {
        Set<Bound.Kind> kinds = unknown.atMost().kinds();
        if (READING.containsAll(kinds)) {
            return Optional.empty();
        }
        boolean inside = unknown.atMost().below().filter(Harmless::isInside).isPresent();
        if (inside && READING_AND_WRITING.containsAll(kinds)) {
            return Optional.empty();
        }
        return Optional.of(said(unknown.gap()));
    }

    /// A directory in the workspace or scratch where nothing lies that something else obeys.
    private static boolean isInside(Place place) {
        return OWN.contains(place.zone()) && hasNoPower(place);
    }

    /// What could not be told, in the user's words.
    static String said(Gap gap) {
        return switch (gap) {
            case Gap.Unparsed(var problem) -> "the command cannot be read: " + problem;
            case Gap.UnknownProgram(var program) ->
                    "it is not known what `%s` does".formatted(program);
            case Gap.UnknownOption(var program, var option) ->
                    "it is not known what `%s` does with `%s`".formatted(program, option);
            case Gap.UnknownValue(var why) -> why;
            case Gap.Unread(var what) -> "nobody has read %s".formatted(what);
            case Gap.UnknownTool(var tool) -> "it is not known what `%s` does".formatted(tool);
            case Gap.Budget(var what) -> "there was more to work out than allowed: " + what;
        };
    }
}
