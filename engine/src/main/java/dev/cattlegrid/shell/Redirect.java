package dev.cattlegrid.shell;

import java.util.Optional;

/// A redirection.
///
/// @param from the descriptor it is about, where it is written
public record Redirect(Optional<Descriptor> from, Operator operator, Target target, Span span) {
    public sealed interface Descriptor {
        record Number(int value) implements Descriptor {}

        /// `{name}>file`: bash picks a descriptor and puts it into the variable.
        record Variable(String name) implements Descriptor {}
    }

    public enum Operator {
        /// `<`
        IN("<"),
        /// `>`
        OUT(">"),
        /// `>>`
        APPEND(">>"),
        /// `>|`
        CLOBBER(">|"),
        /// `<>`
        IN_OUT("<>"),
        /// `<&`
        DUPLICATE_IN("<&"),
        /// `>&`
        DUPLICATE_OUT(">&"),
        /// `&>`
        BOTH("&>"),
        /// `&>>`
        BOTH_APPEND("&>>"),
        /// `<<`
        HERE_DOCUMENT("<<"),
        /// `<<-`
        HERE_DOCUMENT_STRIPPED("<<-"),
        /// `<<<`
        HERE_STRING("<<<");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public sealed interface Target {
        /// A file, a descriptor to copy, or the text of a here-string.
        record Plain(Word word) implements Target {}

        /// A here-document.
        ///
        /// @param delimiter as written, quotes included
        /// @param quoted whether any part of the delimiter is quoted: then nothing in the body expands
        /// @param body its text, leading tabs already gone for `<<-`, with the final newline
        /// @param closed whether the delimiter's line was found (bash takes the end of the text with a warning)
        record HereDocument(Word delimiter, boolean quoted, Word body, boolean closed)
                implements Target {}
    }
}
