package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.ledger.words.Act;
import dev.cattlegrid.ledger.words.Thing.Sort;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Wanted;
import dev.cattlegrid.policy.Wanted.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What people have to name so that their words are about an effect: each of its targets, by a name that fits no other.
final class Named {
    private Named() {}

    static Wanted of(Effect effect, Facts facts) {
        return switch (effect) {
            case Effect.Delete(var place, _, _) -> at(facts, place, Act.DELETE);
            case Effect.Move(var from, _, _) -> at(facts, from, Act.MOVE);
            case Effect.Write(var place, var manner, _, _) ->
                    manner == Effect.Write.Manner.DESTROY
                            ? at(facts, place, Act.DELETE)
                            : at(facts, place, Act.CHANGE);
            case Effect.SetMode(var place, _, _, _) -> at(facts, place, Act.CHANGE);
            case Effect.Link(var place, _, _, _) -> at(facts, place, Act.CHANGE);
            case Effect.Read(var place, _) -> at(facts, place, Act.READ);
            case Effect.Run(var code, _) -> of(code, facts);
            case Effect.Send(var to, _, _, _) ->
                    Wanted.of(
                            Set.of(Act.CONNECT, Act.MESSAGE, Act.RUN),
                            Target.named(to.host(), to.url()));
            case Effect.Receive(var from, _) ->
                    Wanted.of(Set.of(Act.CONNECT, Act.READ), Target.named(from.host(), from.url()));
            case Effect.Install install ->
                    new Wanted(Set.of(Act.INSTALL, Act.CHANGE), packages(install));
            case Effect.Git(var action, _, _) -> of(action, facts);
            case Effect.Remote remote -> of(remote);
            case Effect.Administer(_, var operation, var target, _, _) ->
                    new Wanted(
                            Set.of(Act.STOP, Act.CHANGE, Act.RUN, Act.INSTALL),
                            words(target.isEmpty() ? operation : target));
            case Effect.Signal(_, var target, _, _) ->
                    Wanted.of(Set.of(Act.STOP), Target.named(target));
            case Effect.Speak(_, var audience, _) ->
                    Wanted.of(Set.of(Act.MESSAGE), Target.named(audience, withoutMark(audience)));
            case Effect.Listen _,
                    Effect.Elevate _,
                    Effect.Persist _,
                    Effect.Spawn _,
                    Effect.Reveal _,
                    Effect.Unknown _ ->
                    Wanted.NOTHING;
        };
    }

    private static String withoutMark(String audience) {
        return audience.startsWith("#") || audience.startsWith("@")
                ? audience.substring(1)
                : audience;
    }

    private static Wanted of(Code code, Facts facts) {
        return switch (code) {
            case Code.Program(var name, _) -> Wanted.of(Set.of(Act.RUN), Target.named(name));
            case Code.Script(var place, _, _) -> at(facts, place, Act.RUN);
            case Code.Project(_, var what) -> new Wanted(Set.of(Act.RUN), words(what));
            case Code.Inline _ -> Wanted.NOTHING;
        };
    }

    private static List<Target> packages(Effect.Install install) {
        return words(install.packages()).stream().map(Named::withoutVersion).toList();
    }

    private static Target withoutVersion(Target target) {
        var names = new HashSet<>(target.names());
        for (String name : target.names()) {
            int at = name.lastIndexOf('@');
            int equals = name.indexOf('=');
            if (at > 0) {
                names.add(name.substring(0, at));
            }
            if (equals > 0) {
                names.add(name.substring(0, equals));
            }
        }
        return new Target(names, target.sorts());
    }

    private static Wanted of(GitAction action, Facts facts) {
        return switch (action) {
            case GitAction.Push push ->
                    new Wanted(
                            acts(push), push.refs().isEmpty() ? List.of(branch(push)) : refs(push));
            case GitAction.Keep(var verb, _) -> kept(verb);
            case GitAction.SkipHooks _ -> new Wanted(Set.of(Act.COMMIT), List.of());
            case GitAction.Discard(_, var places) ->
                    new Wanted(
                            Set.of(Act.DISCARD, Act.DELETE),
                            places.stream()
                                    .flatMap(place ->
                                            places(facts, place).map(name -> lost(name, place)))
                                    .toList());
            case GitAction.Rewrite _ -> Wanted.of(Set.of(Act.REWRITE), branches());
            case GitAction.DeleteRef(var ref, _) ->
                    Wanted.of(Set.of(Act.DELETE), Target.named(ref, shortRef(ref)));
            case GitAction.Repoint(var name, var url, _) ->
                    Wanted.of(Set.of(Act.CHANGE), Target.named(name), Target.named(url));
            case GitAction.Config(var key, _, _, _) ->
                    Wanted.of(Set.of(Act.CHANGE), Target.named(key));
            case GitAction.Purge _ -> Wanted.NOTHING;
        };
    }

    /// Who names all changes names those of the whole work tree.
    private static Target lost(Target name, Place place) {
        return place.is(Standing.CRITICAL) ? name.or(Sort.EVERYTHING) : name;
    }

    private static Wanted kept(String verb) {
        return switch (verb) {
            case "commit" -> new Wanted(Set.of(Act.COMMIT), List.of());
            case "merge", "pull" -> new Wanted(Set.of(Act.MERGE), List.of());
            default -> Wanted.NOTHING;
        };
    }

    private static Set<Act> acts(GitAction.Push push) {
        return push.delete()
                ? Set.of(Act.DELETE)
                : push.force() ? Set.of(Act.FORCE_PUSH) : Set.of(Act.PUSH, Act.FORCE_PUSH);
    }

    private static List<Target> refs(GitAction.Push push) {
        return push.refs().stream()
                .map(ref -> Target.named(ref, shortRef(ref)))
                .map(target -> push.toDefault() ? target.or(Sort.DEFAULT_BRANCH) : target)
                .toList();
    }

    /// The branch that is checked out, whose name the call does not say.
    private static Target branch(GitAction.Push push) {
        return push.toDefault()
                ? Target.named("main", "master", "trunk").or(Sort.DEFAULT_BRANCH)
                : branches();
    }

    private static Target branches() {
        return new Target(Set.of(), Set.of(Sort.THIS_BRANCH));
    }

    private static String shortRef(String ref) {
        String plain = ref.startsWith("refs/") ? ref.substring(5) : ref;
        boolean known = plain.startsWith("heads/") || plain.startsWith("tags/");
        return known ? plain.substring(plain.indexOf('/') + 1) : plain;
    }

    private static Wanted of(Effect.Remote remote) {
        return switch (remote.change()) {
            case READ -> Wanted.NOTHING;
            case READ_SECRET -> new Wanted(Set.of(Act.READ), words(remote.target()));
            case CHANGE, UNKNOWN ->
                    new Wanted(
                            Set.of(Act.CHANGE, Act.DEPLOY, Act.REQUEST, Act.RUN, Act.CONNECT),
                            words(remote.target()));
            case DESTROY -> new Wanted(Set.of(Act.DELETE), words(remote.target()));
            case PUBLISH -> published(remote);
        };
    }

    /// What a publishing command does not name is the package, or the request to merge, of the place where it runs.
    private static Wanted published(Effect.Remote remote) {
        boolean merges = remote.operation().contains("merge");
        Set<Act> acts = merges ? Set.of(Act.MERGE) : Set.of(Act.PUBLISH, Act.DEPLOY);
        List<Target> targets = words(remote.target());
        Target unnamed =
                merges
                        ? new Target(Set.of(), Set.of(Sort.THIS_REQUEST))
                        : new Target(Set.of(), Set.of());
        return new Wanted(acts, targets.isEmpty() ? List.of(unnamed) : targets);
    }

    /// Each word of a target; of `kind name` the name.
    private static List<Target> words(String target) {
        List<String> words =
                Stream.of(target.strip().split("[\\s,]+"))
                        .filter(word -> !word.isEmpty() && !word.startsWith("-"))
                        .toList();
        boolean kind = words.size() > 1 && words.getFirst().chars().allMatch(Character::isLetter);
        return words.stream()
                .skip(kind ? 1 : 0)
                .map(word -> Target.named(word, word.substring(word.lastIndexOf('/') + 1)))
                .toList();
    }

    /// The places of an effect, and what is done to them.
    static Wanted at(Facts facts, Place place, Act... acts) {
        List<Target> targets = places(facts, place).toList();
        return targets.isEmpty() ? Wanted.NOTHING : new Wanted(Set.of(acts), targets);
    }

    private static Stream<Target> places(Facts facts, Place place) {
        return switch (place.sure()) {
            case Place.Sure.Exact _ -> Stream.of(path(place.path(), place, facts));
            case Place.Sure.Expanded(var entries, var count) ->
                    entries.size() == count
                            ? entries.stream().map(entry -> path(entry, place, facts))
                            : Stream.of(pattern(place, facts));
            case Place.Sure.Below _ -> Stream.of(pattern(place, facts));
            case Place.Sure.Unresolved _ -> Stream.of(new Target(Set.of("\0"), Set.of()));
        };
    }

    /// A pattern by itself, or the directory that it is all of.
    private static Target pattern(Place place, Facts facts) {
        var names = new HashSet<String>();
        if (Wheres.isOwn(place)) {
            names.add(plain(place.written()));
        }
        if (place.written().endsWith("/*") || place.written().endsWith("/")) {
            names.addAll(path(plain(place.path()), place, facts).names());
        }
        return names.isEmpty() ? new Target(Set.of("\0"), Set.of()) : new Target(names, Set.of());
    }

    /// A path: absolute, from the home or the working directory; in the project or scratch by its last names too.
    private static Target path(String written, Place place, Facts facts) {
        String path = plain(written);
        var names = new ArrayList<String>();
        names.add(path);
        String directory = facts.call().origin().directory();
        below(directory, path, "", names);
        below(directory.substring(0, Math.max(0, directory.lastIndexOf('/'))), path, "../", names);
        below(home(path), path, "~/", names);
        if (Wheres.isOwn(place)) {
            String last = path;
            for (int slash = last.indexOf('/'); slash >= 0; slash = last.indexOf('/')) {
                last = last.substring(slash + 1);
                names.add(last);
            }
        }
        return new Target(Set.copyOf(new HashSet<>(names)), Set.of());
    }

    private static String home(String path) {
        int second = path.indexOf('/', 1);
        int third = second < 0 ? -1 : path.indexOf('/', second + 1);
        boolean users = path.startsWith("/home/") || path.startsWith("/Users/");
        return users && third > 0 ? path.substring(0, third) : "";
    }

    private static void below(String top, String path, String prefix, List<String> names) {
        if (!top.isEmpty() && path.startsWith(top + "/")) {
            names.add(prefix + path.substring(top.length() + 1));
        }
    }

    /// Without what does not change which path it is.
    static String plain(String path) {
        String plain = path.startsWith("./") ? path.substring(2) : path;
        return plain.length() > 1 && plain.endsWith("/")
                ? plain.substring(0, plain.length() - 1)
                : plain;
    }
}
