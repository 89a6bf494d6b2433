package dev.cattlegrid.prose;

import dev.cattlegrid.policy.Section;
import java.util.Optional;

/// One of the texts that come with the gate.
///
/// @param label by which a judge names it, without a colon
/// @param text sentences
/// @param named what a person's words must have held to clear it; only in `soft_deny`
/// @param covers a call that it is about
/// @param spares one like it that it is not about
/// @param rule the built-in rule that finds the same without a judge, where there is one
/// @param setting of `[environment]` that says the same without a judge, as a line of TOML, where there is one
public record Entry(
        Section section,
        String label,
        String text,
        Optional<String> named,
        String covers,
        String spares,
        Optional<String> rule,
        Optional<String> setting) {
    /// As a judge reads it.
    public String sentence() {
        return label
                + ": "
                + text
                + named.map(what -> " Cleared where the person has named " + what + ".").orElse("");
    }

    /// The label of a sentence: what stands before its first colon; the whole of a sentence without one.
    public static String labelOf(String sentence) {
        int colon = sentence.indexOf(':');
        return (colon < 0 ? sentence : sentence.substring(0, colon)).strip();
    }
}
