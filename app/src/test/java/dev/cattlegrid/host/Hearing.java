package dev.cattlegrid.host;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.door.Door;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.screen.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What a host's payload comes to where the gate decides every call: what is heard, and what the host is answered.
final class Hearing {
    private Hearing() {}

    static Fields fields(String json) {
        return switch (Json.parse(json).members()) {
            case Json.Members.Of(var fields) -> fields;
            case Json.Members.None(var what) -> throw new IllegalArgumentException(what);
        };
    }

    static Heard heard(Host host, Fields payload) {
        return host.hear(payload, UnaryOperator.identity());
    }

    /// The decision about a payload that is a call.
    static Decision decided(Host host, Fields payload) {
        return host.hear(payload, Hearing::counted) instanceof Heard.Call call
                ? decision(call)
                : Decision.failed(new IllegalArgumentException("no call"));
    }

    static Decision decision(Heard.Call call) {
        return Door.usual().headless(!call.asks()).decide(call.asked(), _ -> AssumedWorld.usual());
    }

    /// As the gate counts the mode where the user's settings say nothing of it.
    private static Origin counted(Origin origin) {
        return switch (origin.mode()) {
            case DEFAULT, ACCEPT_EDITS, AUTO, BYPASS_PERMISSIONS -> origin.mode(Origin.Mode.AUTO);
            case PLAN, DONT_ASK -> origin;
        };
    }

    static List<String> lines(Host host, String payload) {
        return switch (heard(host, fields(payload))) {
            case Heard.Call call ->
                    List.of(
                            "call " + words(call.asked()) + where(call.origin()) + moment(call),
                            host.hear(fields(payload), Hearing::counted)
                                            instanceof Heard.Call counted
                                    ? answer(host, counted)
                                    : "");
            case Heard.Words(var text, var origin) -> List.of("words " + text + where(origin));
            case Heard.End end ->
                    List.of(
                            "end"
                                    + (end.failed() ? " failed" : "")
                                    + end.id().map(id -> " of " + id).orElse("")
                                    + end.agents().stream()
                                            .map(agent -> " with " + agent)
                                            .collect(Collectors.joining())
                                    + where(end.origin()));
            case Heard.Begin(var origin) -> List.of("begin" + where(origin));
            case Heard.Over(var origin) -> List.of("over" + where(origin));
            case Heard.Settings(var wrong, var origin) ->
                    List.of("settings" + wrong.map(why -> ": " + why).orElse("") + where(origin));
            case Heard.Aside(var origin) -> List.of("aside" + where(origin));
        };
    }

    static String answer(Host host, Heard.Call call) {
        Decision decision = decision(call);
        Optional<String> ticket = decision.isClearable() ? Optional.of("K7QP") : Optional.empty();
        return host.answer(call, decision, Told.of(decision, ticket, Optional.of("42")));
    }

    private static String words(Asked asked) {
        return switch (asked) {
            case Asked.Refused(var why) -> "refused: " + why;
            case Asked.Calls(var calls) ->
                    calls.stream()
                            .map(call ->
                                    call.getClass()
                                                    .getSimpleName()
                                                    .toLowerCase(java.util.Locale.ROOT)
                                            + " `"
                                            + Page.text(call).replace("\n", "\\n")
                                            + "`")
                            .collect(Collectors.joining("; "));
        };
    }

    private static String where(Origin origin) {
        return " | session "
                + origin.session()
                + origin.agent().map(agent -> ", agent " + agent).orElse("")
                + ", "
                + origin.mode().text()
                + " in "
                + origin.directory();
    }

    private static String moment(Heard.Call call) {
        return (call.moment() == Heard.Moment.AT_PROMPT ? ", at the prompt" : "")
                + (call.asks() ? "" : ", cannot ask");
    }
}
