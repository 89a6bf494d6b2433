package dev.cattlegrid.policy;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.shell.Span;
import java.util.List;
import java.util.Optional;

/// What a rule says of the facts.
///
/// @param rule its name: `secret-leaves`
/// @param reason one lower-case sentence without a full stop, in the user's words
/// @param effect the effect that it is about
/// @param facts what was checked and matters here: "`src` holds changes that are nowhere else"
/// @param clears what would clear it: "say that `prod` may be dropped"; empty where nothing does
/// @param alternative a command or way that the gate itself would allow
public record Finding(
        Strength strength,
        String rule,
        String reason,
        Effect effect,
        Span span,
        List<String> facts,
        Optional<String> clears,
        Optional<String> alternative) {
    public Finding {
        facts = List.copyOf(facts);
    }
}
