package dev.cattlegrid.screen;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Step;
import java.util.List;
import java.util.Locale;

/// Effects in words, one short line each: `delete /home/dev/project/build and all below it`.
public final class EffectWords {
    private EffectWords() {}

    public static String of(Step step) {
        return switch (step.certainty()) {
            case MUST -> of(step.effect());
            case MAY -> "perhaps " + of(step.effect());
        };
    }

    /// The kind alone: `delete`, `send`.
    public static String kind(Effect effect) {
        return effect.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    public static String of(Effect effect) {
        return switch (effect) {
            case Effect.Read(var place, _) -> "read " + of(place);
            case Effect.Write write -> manner(write.manner()) + " " + of(write.place());
            case Effect.Delete(var place, var recursive, _) ->
                    "delete " + of(place) + (recursive ? " and all below it" : "");
            case Effect.Move(var from, var to, _) -> "move " + of(from) + " to " + of(to);
            case Effect.SetMode(var place, var mode, var recursive, _) ->
                    "set mode "
                            + shown(mode)
                            + " on "
                            + of(place)
                            + (recursive ? " and all below it" : "");
            case Effect.Link(var at, var target, _, _) -> "link " + of(at) + " to " + of(target);
            case Effect.Run(var code, _) -> "run " + of(code);
            case Effect.Send(var to, var verb, _, _) -> "send " + shown(verb) + " to " + of(to);
            case Effect.Receive(var from, _) -> "receive from " + of(from);
            case Effect.Listen(var address, var port, _) ->
                    "listen on "
                            + (address.isEmpty() ? "an address not told" : shown(address))
                            + (port > 0 ? ":" + port : "");
            case Effect.Install install -> install(install);
            case Effect.Git(var action, var repository, _) -> of(action) + " in " + of(repository);
            case Effect.Remote remote -> remote(remote);
            case Effect.Administer administer ->
                    "administer "
                            + administer.area()
                            + ": "
                            + shown(administer.operation())
                            + blankBefore(administer.target());
            case Effect.Elevate(var user, var shell, _) ->
                    "become " + shown(user) + (shell ? " with a shell" : "");
            case Effect.Persist(var what, var target, _) ->
                    "set up " + shown(what) + blankBefore(target);
            case Effect.Signal signal -> "signal " + shown(signal.signal()) + " to " + whom(signal);
            case Effect.Spawn(var agent, var approvalsOff, _) ->
                    "start agent " + shown(agent) + (approvalsOff ? " with approvals off" : "");
            case Effect.Speak(var service, var audience, _) ->
                    "send a message by " + shown(service) + " to " + shown(audience);
            case Effect.Reveal(var variable, _) ->
                    variable.map(name -> "show variable " + shown(name))
                            .orElse("show the whole environment");
            case Effect.Unknown(var gap, _, _) -> "unknown: " + of(gap);
        };
    }

    public static String of(Gap gap) {
        return switch (gap) {
            case Gap.Unparsed(var problem) -> "not understood, " + shown(problem);
            case Gap.UnknownProgram(var program) -> "what " + name(program) + " does";
            case Gap.UnknownOption(var program, var option) ->
                    "what " + name(program) + " does with " + name(option);
            case Gap.UnknownValue(var why) -> shown(why);
            case Gap.Unread(var what) -> shown(what) + " was not read";
            case Gap.UnknownTool(var tool) -> "what the tool " + name(tool) + " does";
            case Gap.Budget(var what) -> "too much to work out, " + shown(what);
        };
    }

    public static String of(Place place) {
        return switch (place.sure()) {
            case Place.Sure.Exact _ -> shown(place.path());
            case Place.Sure.Expanded(var entries, var count) -> entries(place, entries, count);
            case Place.Sure.Below _ ->
                    "something below " + shown(place.path().isEmpty() ? "/" : place.path());
            case Place.Sure.Unresolved _ ->
                    place.written().isEmpty()
                            ? "a place that is not known"
                            : name(place.written()) + ", a place that is not known";
        };
    }

    /// The gaps among some steps, in words, each once.
    public static List<String> unknowns(List<Step> steps) {
        return steps.stream()
                .map(Step::effect)
                .filter(Effect.Unknown.class::isInstance)
                .map(effect -> of(((Effect.Unknown) effect).gap()))
                .distinct()
                .toList();
    }

    private static String of(Code code) {
        return switch (code) {
            case Code.Program(var name, _) -> shown(name);
            case Code.Script(var place, var interpreter, _) ->
                    "the script "
                            + of(place)
                            + (interpreter.isEmpty() ? "" : " with " + shown(interpreter));
            case Code.Inline(var language, _) -> language + " code in the call";
            case Code.Project(var tool, var what) ->
                    "code of the project by " + shown(tool) + blankBefore(what);
        };
    }

    private static String of(Endpoint end) {
        if (end.host().isEmpty()) {
            return end.url().isEmpty() ? "a host that is not known" : name(end.url());
        }
        return shown(end.url().isEmpty() ? end.host() : end.url());
    }

    private static String of(GitAction action) {
        return switch (action) {
            case GitAction.Keep(var verb, _) -> "git " + shown(verb);
            case GitAction.SkipHooks(var verb) -> "git " + shown(verb) + " without hooks";
            case GitAction.Push push -> push(push);
            case GitAction.Discard(var verb, var places) ->
                    "git "
                            + shown(verb)
                            + ": lose uncommitted work"
                            + (places.isEmpty() ? "" : " in " + of(places.getFirst()))
                            + (places.size() > 1 ? " and " + (places.size() - 1) + " more" : "");
            case GitAction.Rewrite(var verb, var pushed) ->
                    "git "
                            + shown(verb)
                            + ": rewrite commits"
                            + (pushed ? " that may be pushed" : "");
            case GitAction.DeleteRef(var ref, var merged) ->
                    "git: delete "
                            + shown(ref)
                            + (merged ? "" : ", whose commits may be nowhere else");
            case GitAction.Repoint(var name, var url, var existing) ->
                    "git: "
                            + (existing ? "point " : "add remote ")
                            + shown(name)
                            + (existing ? " elsewhere:" : ":")
                            + blankBefore(url);
            case GitAction.Config(var key, var value, var global, _) ->
                    "git: set " + (global ? "global " : "") + shown(key) + blankBefore(value);
            case GitAction.Purge(var verb) -> "git " + shown(verb) + ": end all recovery";
        };
    }

    private static String push(GitAction.Push push) {
        var words = new StringBuilder(push.force() ? "git push by force" : "git push");
        if (push.delete()) {
            words.append(" that deletes");
        }
        words.append(push.refs().isEmpty() ? "" : " " + shown(String.join(" ", push.refs())));
        words.append(push.remote().isEmpty() ? "" : " to " + shown(push.remote()));
        if (push.toDefault()) {
            words.append(" (default branch)");
        }
        return words.toString();
    }

    private static String install(Effect.Install install) {
        String what =
                install.packages().isEmpty()
                        ? "what the project declares"
                        : shown(install.packages());
        String from =
                switch (install.from()) {
                    case DECLARED, NAMED -> "";
                    case ELSEWHERE -> " from elsewhere";
                };
        String reach =
                switch (install.reach()) {
                    case PROJECT -> "";
                    case USER -> " for the user";
                    case SYSTEM -> " for the system";
                    case NOWHERE -> " without the rights for it, which stops";
                };
        return "install " + what + " (" + shown(install.ecosystem()) + ")" + from + reach;
    }

    private static String remote(Effect.Remote remote) {
        String change =
                switch (remote.change()) {
                    case READ -> "read from ";
                    case READ_SECRET -> "read a secret from ";
                    case CHANGE -> "change ";
                    case DESTROY -> "destroy at ";
                    case PUBLISH -> "publish by ";
                    case UNKNOWN -> "something at ";
                };
        return change
                + shown(remote.system())
                + ": "
                + shown(remote.operation())
                + blankBefore(remote.target());
    }

    private static String whom(Effect.Signal signal) {
        return switch (signal.whom()) {
            case OWN -> "its own processes";
            case NAMED -> signal.target().isEmpty() ? "an unknown process" : name(signal.target());
            case ALL -> "all processes";
        };
    }

    private static String manner(Effect.Write.Manner manner) {
        return switch (manner) {
            case CREATE -> "write";
            case APPEND -> "append to";
            case DIRECTORY -> "make the directory";
            case EDIT -> "edit";
            case DESTROY -> "overwrite for good";
        };
    }

    private static String entries(Place place, List<String> entries, int count) {
        if (count == 1 && entries.size() == 1) {
            return shown(entries.getFirst());
        }
        return name(place.written()) + " (" + count + (count == 1 ? " entry)" : " entries)");
    }

    private static String blankBefore(String text) {
        return text.isEmpty() ? "" : " " + shown(text);
    }

    private static String shown(String text) {
        return Shown.line(text).text();
    }

    private static String name(String text) {
        return Shown.name(text).text();
    }
}
