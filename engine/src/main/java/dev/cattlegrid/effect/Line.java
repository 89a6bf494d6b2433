package dev.cattlegrid.effect;

import dev.cattlegrid.effect.Step.Certainty;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/// One effect in one line, the way tables, cards and screens write it: `read .env`, `delete-tree build`.
///
/// Names stand as the call wrote them; whoever shows a line to a person escapes it first.
public final class Line {
    private Line() {}

    /// The line of a step; `may` stands before what may not happen.
    public static String of(Step step) {
        return (step.certainty() == Certainty.MAY ? "may " : "") + of(step.effect());
    }

    public static String of(Effect effect) {
        return switch (effect) {
            case Effect.Read(var place, _) -> "read " + name(place);
            case Effect.Write(var place, var manner, _, _) ->
                    switch (manner) {
                                case CREATE -> "write ";
                                case APPEND, DIRECTORY -> "append ";
                                case EDIT -> "edit ";
                                case DESTROY -> "destroy ";
                            }
                            + name(place);
            case Effect.Delete(var place, var recursive, _) ->
                    (recursive ? "delete-tree " : "delete ") + name(place);
            case Effect.Move(var from, var to, _) -> "move " + name(from) + " to " + name(to);
            case Effect.SetMode(var place, var mode, var recursive, _) ->
                    words(recursive ? "mode-tree" : "mode", mode, name(place));
            case Effect.Link(var at, var target, var symbolic, _) ->
                    (symbolic ? "link " : "hardlink ") + name(at) + " to " + name(target);
            case Effect.Run(var code, _) -> "run " + code(code);
            case Effect.Send(var to, var verb, _, _) -> words("send", host(to), verb);
            case Effect.Receive(var from, _) -> "receive " + host(from);
            case Effect.Listen(var address, var port, _) ->
                    "listen " + (address.isEmpty() ? "?" : address) + ":" + port;
            case Effect.Install(var ecosystem, var packages, var from, var reach, _) ->
                    words("install", ecosystem, packages, lower(from), lower(reach));
            case Effect.Git(var action, _, _) -> "git " + git(action);
            case Effect.Remote(var system, var operation, var target, var change, var local, _) ->
                    words(
                            "remote",
                            system,
                            lower(change),
                            operation,
                            target,
                            local ? "(local)" : "");
            case Effect.Administer(var area, var operation, var target, var gravity, _) ->
                    words("administer", area, lower(gravity), operation, target);
            case Effect.Elevate(var user, var shell, _) ->
                    words("elevate", user, shell ? "shell" : "");
            case Effect.Persist(var what, var target, _) -> words("persist", what, target);
            case Effect.Signal(var whom, var target, var signal, _) ->
                    words("signal", lower(whom), target, signal);
            case Effect.Spawn(var agent, var approvalsOff, _) ->
                    words("spawn", agent, approvalsOff ? "(approvals off)" : "");
            case Effect.Speak(var service, var audience, _) -> words("speak", service, audience);
            case Effect.Reveal(var variable, _) -> "reveal " + variable.orElse("environment");
            case Effect.Unknown(var gap, var atMost, _) ->
                    words("unknown", gap(gap), bound(atMost));
        };
    }

    private static String code(Code code) {
        return switch (code) {
            case Code.Program(var name, _) -> name;
            case Code.Script(var place, var interpreter, _) ->
                    words("script", interpreter, name(place));
            case Code.Inline(var language, _) -> "code " + language;
            case Code.Project(var tool, var what) -> words("project", tool, what);
        };
    }

    private static String git(GitAction action) {
        return switch (action) {
            case GitAction.Keep(var verb, _) -> "keep " + verb;
            case GitAction.SkipHooks(var verb) -> "skip-hooks " + verb;
            case GitAction.Push push ->
                    words(
                            "push",
                            push.remote(),
                            String.join(",", push.refs()),
                            push.force() ? "force" : "",
                            push.delete() ? "delete" : "",
                            push.toDefault() ? "default-branch" : "",
                            push.knownRemote() ? "" : "unknown-remote");
            case GitAction.Discard(var verb, var places) ->
                    words("discard", verb, places.stream().map(Line::name).collect(joined()));
            case GitAction.Rewrite(var verb, var pushed) ->
                    words("rewrite", verb, pushed ? "pushed" : "");
            case GitAction.DeleteRef(var ref, var merged) ->
                    words("delete-ref", ref, merged ? "merged" : "");
            case GitAction.Repoint(var name, var url, var existing) ->
                    words("repoint", name, url, existing ? "existing" : "");
            case GitAction.Config(var key, var value, var global, var runs) ->
                    words("config", key, value, global ? "global" : "", runs ? "runs" : "");
            case GitAction.Purge(var verb) -> "purge " + verb;
        };
    }

    private static String gap(Gap gap) {
        return switch (gap) {
            case Gap.Unparsed(var problem) -> "text: " + problem;
            case Gap.UnknownProgram(var program) -> "program `" + program + "`";
            case Gap.UnknownOption(var program, var option) ->
                    "option `" + option + "` of `" + program + "`";
            case Gap.UnknownValue(var why) -> "value: " + why;
            case Gap.Unread(var what) -> "unread " + what;
            case Gap.UnknownTool(var tool) -> "tool `" + tool + "`";
            case Gap.Budget(var what) -> "budget: " + what;
        };
    }

    private static String bound(Bound bound) {
        String kinds =
                bound.kinds().size() == Bound.Kind.values().length
                        ? ""
                        : "at most "
                                + bound.kinds().stream()
                                        .sorted()
                                        .map(Line::lower)
                                        .collect(joined());
        return words(kinds, bound.below().map(place -> "below " + name(place)).orElse(""));
    }

    private static Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(", ");
    }

    private static String name(Place place) {
        return switch (place.sure()) {
            case Place.Sure.Unresolved _ -> place.written() + " (anywhere)";
            case Place.Sure.Exact _, Place.Sure.Expanded _, Place.Sure.Below _ -> place.written();
        };
    }

    private static String host(Endpoint endpoint) {
        return endpoint.host().isEmpty() ? "?" : endpoint.host();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(String... words) {
        return List.of(words).stream()
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
