package dev.cattlegrid.typed;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.flow.Flow;
import dev.cattlegrid.policy.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The facts of a call as the values that conditions speak of.
final class Values {
    private final Facts facts;
    private final List<Struct> effects = new ArrayList<>();

    Values(Facts facts) {
        this.facts = facts;
    }

    /// What the names of a condition stand for as it looks at one effect.
    ///
    /// @param certain whether it happens whenever the call runs to its end
    Map<String, Object> names(Effect effect, boolean certain) {
        Map<String, Object> names = new HashMap<>();
        names.put("effect", EffectValues.of(effect, certain, facts));
        names.put("effects", effects());
        names.put("flows", facts.flows().stream().map(this::flow).toList());
        names.put("call", call());
        names.put("origin", origin(facts.call().origin()));
        return names;
    }

    private List<Struct> effects() {
        if (effects.isEmpty()) {
            for (Step step : facts.steps()) {
                effects.add(EffectValues.of(step.effect(), isCertain(step), facts));
            }
        }
        return effects;
    }

    static boolean isCertain(Step step) {
        return step.certainty() == Step.Certainty.MUST;
    }

    private Struct flow(Flow flow) {
        return Struct.of(
                Vocabulary.FLOW,
                Map.of(
                        "label",
                        word(flow.label()),
                        "into",
                        EffectValues.of(flow.to(), false, facts)));
    }

    private Struct call() {
        Map<String, Object> values = new HashMap<>();
        values.put("tool", tool());
        values.put("programs", programs());
        switch (facts.call()) {
            case ToolCall.Shell(var command, _) -> values.put("command", command);
            case ToolCall.Mcp mcp -> {
                values.put("server", mcp.server());
                values.put("name", mcp.tool());
            }
            case ToolCall.Spawn(var agent, _, _) -> values.put("name", agent);
            case ToolCall.Inner(var tool, _) -> values.put("name", tool);
            case ToolCall.Other(var tool, _, _) -> values.put("name", tool);
            case ToolCall.Read _,
                    ToolCall.Write _,
                    ToolCall.Edit _,
                    ToolCall.Fetch _,
                    ToolCall.Search _ -> {}
        }
        return Struct.of(Vocabulary.CALL, values);
    }

    private String tool() {
        return switch (facts.call()) {
            case ToolCall.Shell _ -> "shell";
            case ToolCall.Read _ -> "read";
            case ToolCall.Write _ -> "write";
            case ToolCall.Edit _ -> "edit";
            case ToolCall.Fetch _ -> "fetch";
            case ToolCall.Search _ -> "search";
            case ToolCall.Mcp _ -> "mcp";
            case ToolCall.Spawn _ -> "spawn";
            case ToolCall.Inner _ -> "inner";
            case ToolCall.Other _ -> "other";
        };
    }

    private List<String> programs() {
        return facts.effects(Effect.Run.class)
                .map(Effect.Run::code)
                .filter(Code.Program.class::isInstance)
                .map(code -> ((Code.Program) code).name())
                .distinct()
                .toList();
    }

    private static Struct origin(Origin origin) {
        return Struct.of(
                Vocabulary.ORIGIN,
                Map.of(
                        "host",
                        origin.host(),
                        "subagent",
                        origin.agent().isPresent(),
                        "directory",
                        origin.directory(),
                        "mode",
                        origin.mode().text(),
                        "contained",
                        origin.contained()));
    }

    static Struct place(Place place) {
        Map<String, Object> values = new HashMap<>();
        values.put("path", place.path());
        values.put("written", place.written());
        values.put("exact", place.isExact());
        values.put("zone", word(place.zone()));
        values.put("standings", place.standings().stream().map(Values::word).sorted().toList());
        values.put("existence", word(place.facts().existence()));
        values.put("kind", word(place.facts().kind()));
        values.put("saved", word(place.facts().saved()));
        values.put("own", place.facts().ownWork());
        values.put("restorable", place.facts().canBeRestored());
        return new Struct(Vocabulary.PLACE, values, Optional.of(place));
    }

    /// `OTHER_REPOSITORY` as `other-repository`.
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
