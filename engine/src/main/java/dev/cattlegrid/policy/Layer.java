package dev.cattlegrid.policy;

import java.util.List;
import java.util.Map;

/// Settings of one level on top of the built-in rules. By its shape it can only tighten: it raises strengths and
/// brings further rules, and has no word for making anything milder.
///
/// @param name where it comes from, for showing
/// @param raised rules by name, and the strength that their findings have at least
/// @param rules rules of its own
public record Layer(String name, Level level, Map<String, Strength> raised, List<Rule> rules) {
    public Layer {
        raised = Map.copyOf(raised);
        rules = List.copyOf(rules);
    }

    /// From the one that nothing overrules downwards.
    public enum Level {
        ORGANISATION,
        GATE,
        USER,
        PROJECT,
        SESSION
    }
}
