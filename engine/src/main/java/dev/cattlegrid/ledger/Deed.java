package dev.cattlegrid.ledger;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is done to what, whichever way it is done. A refusal is remembered by it.
///
/// @param target a path (`/*` behind it: all that lies in it), a host, a ref, a resource
/// @param stake what was at stake when it was looked at: the same deed with less at stake is another one
public record Deed(Kind kind, String target, String stake) {
    public enum Kind {
        LOSE(true),
        WRITE(true),
        READ(true),
        RIGHTS(true),
        SEND(false),
        PUSH(false),
        OVERWRITE_REF(false),
        DELETE_REF(false),
        GIT(false),
        CHANGE(false),
        DESTROY(false),
        PUBLISH(false),
        MACHINE(false),
        INSTALL(false),
        PERSIST(false),
        SIGNAL(false),
        RUN(true),
        SPAWN(false),
        SPEAK(false);

        private final boolean ofPath;

        Kind(boolean ofPath) {
            this.ofPath = ofPath;
        }
    }

    private static final String INSIDE = "/*";

    private Deed(Kind kind, String target) {
        this(kind, target, "");
    }

    String key() {
        return kind + " " + target;
    }

    /// Whether who does this does the other too.
    boolean covers(Deed other) {
        if (kind != other.kind) {
            return false;
        }
        if (target.equals(other.target)) {
            return stake.equals(other.stake);
        }
        return kind.ofPath && coversPath(other.target);
    }

    /// The same, whatever is at stake.
    public boolean coversAtAnyStake(Deed other) {
        return new Deed(kind, target).covers(new Deed(other.kind, other.target));
    }

    /// A tree's loss is the loss of all in it, and the loss of all in it is the tree's.
    private boolean coversPath(String other) {
        String tree = withoutInside(target);
        if (kind == Kind.LOSE || kind == Kind.RIGHTS) {
            return withoutInside(other).equals(tree)
                    || other.startsWith(tree.equals("/") ? tree : tree + "/");
        }
        return target.endsWith(INSIDE) && other.startsWith(tree + "/");
    }

    private static String withoutInside(String path) {
        String tree = path.endsWith(INSIDE) ? path.substring(0, path.length() - 2) : path;
        return tree.isEmpty() ? "/" : tree;
    }

    /// What an effect does; nothing for what only looks.
    public static List<Deed> of(Effect effect) {
        return switch (effect) {
            case Effect.Read(var place, _) ->
                    place.is(Standing.SECRET) ? at(Kind.READ, place) : List.of();
            case Effect.Write write -> of(write);
            case Effect.Delete(var place, _, _) -> at(Kind.LOSE, place);
            case Effect.Move(var from, var to, _) ->
                    both(
                            to.zone() == Zone.WORKSPACE ? List.of() : at(Kind.LOSE, from),
                            at(Kind.WRITE, to));
            case Effect.SetMode(var place, _, _, _) -> at(Kind.RIGHTS, place);
            case Effect.Link(var at, _, _, _) -> at(Kind.WRITE, at);
            case Effect.Run(Code.Script(var place, _, _), _) -> at(Kind.RUN, place);
            case Effect.Run _ -> List.of();
            case Effect.Send(var to, var verb, _, _) ->
                    verb.equals("GET") ? List.of() : named(Kind.SEND, to.host());
            case Effect.Install install ->
                    Stream.of(install.packages().split("\\s+"))
                            .flatMap(
                                    name -> named(Kind.INSTALL, install.ecosystem(), name).stream())
                            .toList();
            case Effect.Git(var action, _, _) -> of(action);
            case Effect.Remote remote -> of(remote);
            case Effect.Administer(var area, var operation, var target, _, _) ->
                    named(Kind.MACHINE, area, operation, target);
            case Effect.Elevate _ -> List.of();
            case Effect.Persist(var what, var target, _) -> named(Kind.PERSIST, what, target);
            case Effect.Signal(_, var target, _, _) -> named(Kind.SIGNAL, target);
            case Effect.Spawn(var agent, _, _) -> named(Kind.SPAWN, agent);
            case Effect.Speak(var service, var audience, _) -> named(Kind.SPEAK, service, audience);
            case Effect.Receive _, Effect.Listen _, Effect.Reveal _, Effect.Unknown _ -> List.of();
        };
    }

    private static List<Deed> of(Effect.Write write) {
        var written = at(Kind.WRITE, write.place());
        return isEmptied(write) ? both(at(Kind.LOSE, write.place()), written) : written;
    }

    private static boolean isEmptied(Effect.Write write) {
        return switch (write.manner()) {
            case DESTROY -> true;
            case CREATE -> write.data().text().filter(String::isEmpty).isPresent();
            case APPEND, EDIT, DIRECTORY -> false;
        };
    }

    private static List<Deed> of(GitAction action) {
        return switch (action) {
            case GitAction.Keep _, GitAction.SkipHooks _ -> List.of();
            case GitAction.Push push -> of(push);
            case GitAction.Discard(_, var places) ->
                    places.stream().flatMap(place -> at(Kind.LOSE, place).stream()).toList();
            case GitAction.Rewrite _ -> named(Kind.GIT, "rewrite");
            case GitAction.DeleteRef(var ref, _) -> named(Kind.DELETE_REF, ref);
            case GitAction.Repoint(var name, var url, _) -> named(Kind.GIT, name, url);
            case GitAction.Config(var key, _, _, _) -> named(Kind.GIT, key);
            case GitAction.Purge _ -> named(Kind.GIT, "purge");
        };
    }

    private static List<Deed> of(GitAction.Push push) {
        Kind kind = push.delete() ? Kind.DELETE_REF : push.force() ? Kind.OVERWRITE_REF : Kind.PUSH;
        if (push.refs().isEmpty()) {
            return named(kind, push.remote(), "the current branch");
        }
        return push.refs().stream()
                .flatMap(ref -> named(kind, push.remote(), ref).stream())
                .toList();
    }

    private static List<Deed> of(Effect.Remote remote) {
        String target = remote.target().isEmpty() ? remote.operation() : remote.target();
        return switch (remote.change()) {
            case READ -> List.of();
            case READ_SECRET -> named(Kind.READ, remote.system(), target);
            case CHANGE, UNKNOWN -> named(Kind.CHANGE, remote.system(), target);
            case DESTROY -> named(Kind.DESTROY, remote.system(), target);
            case PUBLISH -> named(Kind.PUBLISH, remote.system(), target);
        };
    }

    private static List<Deed> named(Kind kind, String... words) {
        String target = String.join(" ", words).strip();
        return target.isEmpty() ? List.of() : List.of(new Deed(kind, target));
    }

    private static List<Deed> at(Kind kind, Place place) {
        String stake = place.facts().saved().name();
        return switch (place.sure()) {
            case Place.Sure.Exact _ -> List.of(new Deed(kind, place.path(), stake));
            case Place.Sure.Expanded(var entries, _) ->
                    entries.stream().map(entry -> new Deed(kind, entry, stake)).toList();
            case Place.Sure.Below _ ->
                    List.of(new Deed(kind, withoutSlash(place.path()) + INSIDE, stake));
            case Place.Sure.Unresolved _ -> List.of();
        };
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static List<Deed> both(List<Deed> one, List<Deed> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
