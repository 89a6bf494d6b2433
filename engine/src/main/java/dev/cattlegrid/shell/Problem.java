package dev.cattlegrid.shell;

import java.util.Optional;

/// Why a text is not a script: what is wrong, where, and what would help.
///
/// @param what one lower-case sentence without a full stop
public record Problem(String what, Span span, Optional<String> help) {
    public static Problem of(String what, Span span) {
        return new Problem(what, span, Optional.empty());
    }
}
