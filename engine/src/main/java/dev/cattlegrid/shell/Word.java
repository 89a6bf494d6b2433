package dev.cattlegrid.shell;

import java.util.List;
import java.util.Optional;

/// A word before expansion, in parts that say how each piece is quoted and what it expands to.
///
/// @param parts adjacent pieces; empty for an empty here-document or an empty arithmetic field
public record Word(List<Part> parts, Span span) {
    public Word {
        parts = List.copyOf(parts);
    }

    /// The text that the word stands for, if nothing in it expands: quotes removed, escapes resolved.
    /// Unquoted glob characters and a leading tilde count as expansions.
    public Optional<String> literal() {
        var text = new StringBuilder();
        return Part.appendLiteral(parts, text) ? Optional.of(text.toString()) : Optional.empty();
    }

    /// Whether any piece of it is quoted.
    public boolean isQuoted() {
        return parts.stream().anyMatch(Part::isQuote);
    }
}
