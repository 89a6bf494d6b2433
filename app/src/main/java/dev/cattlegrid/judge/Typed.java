package dev.cattlegrid.judge;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.flow.Flow;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.screen.DecisionValues;
import dev.cattlegrid.screen.EffectWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Calls, effects and findings as plain values, as the judge reads them.
final class Typed {
    private Typed() {}

    static Map<String, Object> of(ToolCall call) {
        var values = new LinkedHashMap<String, Object>();
        switch (call) {
            case ToolCall.Shell(var command, _) -> put(values, "shell", "command", command);
            case ToolCall.Read(var path, _) -> put(values, "read a file", "path", path);
            case ToolCall.Write(var path, var content, _) -> {
                put(values, "write a file", "path", path);
                values.put("content", content);
            }
            case ToolCall.Edit(var path, var changes, _) -> {
                put(values, "edit a file", "path", path);
                values.put(
                        "changes",
                        changes.stream()
                                .map(each -> Map.of("before", each.before(), "after", each.after()))
                                .toList());
            }
            case ToolCall.Fetch(var url, var method, var body, _) -> {
                put(values, "fetch " + method, "url", url);
                body.ifPresent(text -> values.put("body", text));
            }
            case ToolCall.Search(var kind, var query, var path, _) -> {
                put(values, "search " + word(kind), "query", query);
                path.ifPresent(text -> values.put("path", text));
            }
            case ToolCall.Mcp(var server, var tool, var arguments, var hints, _) -> {
                put(values, "tool of a server", "name", server + "." + tool);
                values.put("arguments", arguments);
                values.put("says_it_destroys", hints.destructive());
            }
            case ToolCall.Spawn(var agent, var task, _) -> {
                put(values, "start another agent", "agent", agent);
                values.put("task", task);
            }
            case ToolCall.Inner(var tool, _) -> put(values, "tool of the client", "name", tool);
            case ToolCall.Other(var tool, var input, _) -> {
                put(values, "unknown tool", "name", tool);
                values.put("input", input);
            }
        }
        return values;
    }

    private static void put(Map<String, Object> values, String tool, String name, String value) {
        values.put("tool", tool);
        values.put(name, value);
    }

    static Map<String, Object> of(Step step) {
        var values = new LinkedHashMap<String, Object>();
        values.put("effect", EffectWords.kind(step.effect()));
        values.put("what", EffectWords.of(step));
        List<Map<String, Object>> places = places(step.effect()).stream().map(Typed::of).toList();
        if (!places.isEmpty()) {
            values.put("places", places);
        }
        return values;
    }

    private static List<Place> places(Effect effect) {
        return switch (effect) {
            case Effect.Read(var place, _) -> List.of(place);
            case Effect.Write(var place, _, _, _) -> List.of(place);
            case Effect.Delete(var place, _, _) -> List.of(place);
            case Effect.Move(var from, var to, _) -> List.of(from, to);
            case Effect.SetMode(var place, _, _, _) -> List.of(place);
            case Effect.Link(var at, var target, _, _) -> List.of(at, target);
            case Effect.Run(Code.Script(var place, _, _), _) -> List.of(place);
            case Effect.Run _,
                    Effect.Send _,
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
                    List.of();
        };
    }

    private static Map<String, Object> of(Place place) {
        var values = new LinkedHashMap<String, Object>();
        values.put("zone", word(place.zone()));
        if (!place.standings().isEmpty()) {
            values.put("standing", place.standings().stream().map(Typed::word).sorted().toList());
        }
        values.put("there", word(place.facts().existence()));
        values.put("saved", word(place.facts().saved()));
        if (place.facts().ownWork()) {
            values.put("made_by_this_session", true);
        }
        return values;
    }

    static String of(Flow flow) {
        return "%s from %s to: %s"
                .formatted(word(flow.label()), of(flow.from()), EffectWords.of(flow.to()));
    }

    private static String of(Source source) {
        return switch (source) {
            case Source.File(var place) -> "the file " + EffectWords.of(place);
            case Source.Names(var below) -> "the names below " + EffectWords.of(below);
            case Source.Network(var endpoint) -> endpoint.url();
            case Source.Variable(var name) -> "the variable " + name;
            case Source.Environment _ -> "the environment";
            case Source.Vault(var program) -> "a store of secrets, by " + program;
            case Source.Spelled _ -> "the call itself";
            case Source.Program(var name) -> "what " + name + " prints";
        };
    }

    static Map<String, Object> of(Finding finding) {
        var values = new LinkedHashMap<String, Object>();
        values.put("rule", finding.rule());
        values.put("strength", DecisionValues.word(finding.strength()));
        values.put("reason", finding.reason());
        if (!finding.facts().isEmpty()) {
            values.put("facts", finding.facts());
        }
        finding.clears().ifPresent(text -> values.put("cleared_by", text));
        return values;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
