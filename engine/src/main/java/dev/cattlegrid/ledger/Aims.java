package dev.cattlegrid.ledger;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.ledger.Aim.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Effects to aims: what the ways of doing a thing have in common.
final class Aims {
    private Aims() {}

    static List<Aim> of(Effect effect) {
        return switch (effect) {
            case Effect.Read(var place, _) ->
                    place.is(Standing.SECRET) ? at(Kind.READ, place) : List.of();
            case Effect.Write write -> of(write);
            case Effect.Delete(var place, _, _) -> at(Kind.LOSE, place);
            case Effect.Move(var from, var to, _) ->
                    both(
                            to.zone() == Zone.WORKSPACE ? List.of() : at(Kind.LOSE, from),
                            both(at(Kind.WRITE, to), at(Kind.REPLACE, to)));
            case Effect.SetMode(var place, _, _, _) -> at(Kind.RIGHTS, place);
            case Effect.Link(var at, _, _, _) -> at(Kind.WRITE, at);
            case Effect.Run(var code, _) -> of(code);
            case Effect.Send send -> of(send);
            case Effect.Receive(var from, _) -> metadata(from);
            case Effect.Install install ->
                    Stream.of(install.packages().split("\\s+"))
                            .flatMap(name -> named(Kind.INSTALL, unversioned(name)).stream())
                            .toList();
            case Effect.Git(var action, _, _) -> of(action);
            case Effect.Remote remote -> of(remote);
            case Effect.Administer administer -> of(administer);
            case Effect.Elevate(var user, var shell, _) ->
                    shell ? named(Kind.ELEVATE, user) : List.of();
            case Effect.Persist(var what, _, _) -> named(Kind.PERSIST, what);
            case Effect.Signal(_, var target, _, _) -> named(Kind.STOP, target);
            case Effect.Spawn(_, var approvalsOff, _) ->
                    approvalsOff ? named(Kind.SPAWN, "unasked") : List.of();
            case Effect.Speak(var service, _, _) -> named(Kind.SPEAK, service);
            case Effect.Listen _, Effect.Reveal _, Effect.Unknown _ -> List.of();
        };
    }

    private static List<Aim> of(Effect.Write write) {
        Place place = write.place();
        var written = at(Kind.WRITE, place);
        return switch (write.manner()) {
            case DESTROY -> both(at(Kind.LOSE, place), written);
            case CREATE ->
                    write.data().text().filter(String::isEmpty).isPresent()
                            ? both(at(Kind.LOSE, place), both(at(Kind.REPLACE, place), written))
                            : both(at(Kind.REPLACE, place), written);
            case APPEND, EDIT, DIRECTORY -> written;
        };
    }

    private static List<Aim> of(Code code) {
        return switch (code) {
            case Code.Script(var place, _, _) -> at(Kind.RUN, place);
            case Code.Inline(_, var data) ->
                    data.sources().stream()
                            .filter(Source.Network.class::isInstance)
                            .map(Source.Network.class::cast)
                            .flatMap(from -> named(Kind.FETCHED, page(from.endpoint())).stream())
                            .toList();
            case Code.Program _, Code.Project _ -> List.of();
        };
    }

    /// What is secret is the aim, wherever it goes; what is not, goes to an address.
    private static List<Aim> of(Effect.Send send) {
        List<Aim> leaks =
                Trace.of(send.data()).stream()
                        .filter(trace -> !trace.label().isEmpty())
                        .filter(trace -> trace.kind() != Trace.Kind.NETWORK)
                        .flatMap(trace ->
                                named(Kind.LEAK, trace.kind() + " " + trace.what()).stream())
                        .toList();
        if (!leaks.isEmpty() || send.to().scope() == Endpoint.Scope.METADATA) {
            return both(leaks, metadata(send.to()));
        }
        return switch (send.verb().toUpperCase(Locale.ROOT)) {
            case "GET", "HEAD", "OPTIONS" -> List.of();
            default -> named(Kind.SEND, page(send.to()));
        };
    }

    private static List<Aim> metadata(Endpoint end) {
        return end.scope() == Endpoint.Scope.METADATA ? named(Kind.SEND, "metadata") : List.of();
    }

    /// Host and path without what is asked of it; the host alone where the rest is not told.
    private static String page(Endpoint end) {
        String url = end.url();
        int start = url.indexOf("://");
        int query = url.indexOf('?');
        String rest = url.substring(start < 0 ? 0 : start + 3, query < 0 ? url.length() : query);
        int slash = rest.indexOf('/');
        return slash < 0 || start < 0 ? end.host() : end.host() + rest.substring(slash);
    }

    private static String unversioned(String name) {
        int at = name.indexOf('@', 1);
        int equals = name.indexOf("==");
        return at > 0 && !name.contains("://")
                ? name.substring(0, at)
                : equals > 0 ? name.substring(0, equals) : name;
    }

    private static List<Aim> of(GitAction action) {
        return switch (action) {
            case GitAction.Keep _, GitAction.SkipHooks _ -> List.of();
            case GitAction.Push push -> of(push);
            case GitAction.Discard(_, var places) ->
                    places.stream().flatMap(place -> at(Kind.LOSE, place).stream()).toList();
            case GitAction.Rewrite(_, var pushed) ->
                    pushed ? named(Kind.GIT, "rewrite") : List.of();
            case GitAction.DeleteRef(var ref, _) -> named(Kind.DELETE_REF, branch(ref));
            case GitAction.Repoint(_, var url, _) -> named(Kind.REMOTE, address(url));
            case GitAction.Config(var key, var value, _, _) ->
                    key.endsWith("url") && key.startsWith("remote.")
                            ? both(named(Kind.GIT, key), named(Kind.REMOTE, address(value)))
                            : named(Kind.GIT, key);
            case GitAction.Purge _ -> named(Kind.GIT, "purge");
        };
    }

    private static List<Aim> of(GitAction.Push push) {
        Kind kind = push.delete() ? Kind.DELETE_REF : push.force() ? Kind.OVERWRITE_REF : Kind.PUSH;
        var aims = new ArrayList<Aim>();
        if (push.remote().contains("/")) {
            aims.addAll(named(Kind.REMOTE, address(push.remote())));
        }
        if (push.toDefault()) {
            aims.addAll(named(kind, "the default branch"));
        }
        if (push.refs().isEmpty()) {
            aims.addAll(named(kind, push.remote(), "the current branch"));
        }
        push.refs().forEach(ref -> aims.addAll(named(kind, push.remote(), branch(ref))));
        return aims;
    }

    private static String branch(String ref) {
        return ref.startsWith("refs/heads/") ? ref.substring(11) : ref;
    }

    private static String address(String url) {
        int start = url.indexOf("://");
        String rest = url.substring(start < 0 ? 0 : start + 3);
        String path = rest.substring(rest.indexOf('@') + 1).replace(':', '/');
        return path.endsWith(".git") ? path.substring(0, path.length() - 4) : path;
    }

    private static List<Aim> of(Effect.Remote remote) {
        String target = Resources.of(remote);
        return switch (remote.change()) {
            case READ -> List.of();
            case READ_SECRET -> named(Kind.READ, target);
            case CHANGE, UNKNOWN -> named(Kind.CHANGE, target);
            case DESTROY -> named(Kind.DESTROY, target);
            case PUBLISH -> named(Kind.PUBLISH, target);
        };
    }

    private static List<Aim> of(Effect.Administer administer) {
        return switch (administer.gravity()) {
            case CHANGE ->
                    administer.area().equals("services")
                            ? named(Kind.STOP, administer.target())
                            : named(Kind.MACHINE, administer.area(), administer.target());
            case WEAKEN, DESTROY -> named(Kind.MACHINE, administer.area());
        };
    }

    private static List<Aim> named(Kind kind, String... words) {
        String target = String.join(" ", words).strip();
        return target.isEmpty() ? List.of() : List.of(new Aim(kind, target));
    }

    private static List<Aim> at(Kind kind, Place place) {
        String stake = kind == Kind.LOSE ? place.facts().saved().name() : "";
        return switch (place.sure()) {
            case Place.Sure.Exact _ -> List.of(new Aim(kind, place.path(), stake));
            case Place.Sure.Expanded(var entries, _) ->
                    entries.stream().map(entry -> new Aim(kind, entry, stake)).toList();
            case Place.Sure.Below _ ->
                    List.of(new Aim(kind, withoutSlash(place.path()) + "/*", stake));
            case Place.Sure.Unresolved _ -> List.of();
        };
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static List<Aim> both(List<Aim> one, List<Aim> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
