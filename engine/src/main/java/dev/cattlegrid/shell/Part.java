package dev.cattlegrid.shell;

import java.util.List;
import java.util.Optional;

/// A piece of a word. Line continuations are gone from texts; spans lie in the text as written.
public sealed interface Part {
    Span span();

    /// Text as it stands. Outside quotes `*`, `?` and `[` in it are active as glob characters; inside quotes
    /// (in [DoubleQuoted]), in here-documents and in arithmetic they are plain.
    record Literal(String text, Span span) implements Part {}

    /// A character behind a backslash; the text is the character alone.
    record Escaped(String text, Span span) implements Part {}

    /// `'text'`
    record SingleQuoted(String text, Span span) implements Part {}

    /// `$'text'`
    ///
    /// @param value with its escapes resolved; ends before a NUL, as in bash
    record AnsiQuoted(String value, Span span) implements Part {}

    /// `"parts"`, or `$"parts"`, which bash translates by the locale.
    record DoubleQuoted(List<Part> parts, boolean translated, Span span) implements Part {
        public DoubleQuoted {
            parts = List.copyOf(parts);
        }
    }

    /// `~`, `~user`, `~+`, `~-` where bash expands it: at the start of a word or of an assignment's value, or behind
    /// a colon in it.
    ///
    /// @param user what follows the tilde; empty for one's own home
    record Tilde(String user, Span span) implements Part {}

    /// `$name`, `$1`, `$@`, `${name}` and all forms of `${...}`.
    ///
    /// @param name of a variable, or a number, or one of `@ * # ? - $ ! 0 _`
    /// @param subscript of `name[subscript]`; `@` and `*` are literals there
    /// @param indirect `${!name}`
    /// @param braced whether it is written with braces
    record Parameter(
            String name,
            Optional<Word> subscript,
            boolean indirect,
            boolean braced,
            Operation operation,
            Span span)
            implements Part {}

    /// `$(script)` or `` `script` ``.
    record CommandSubstitution(Script script, Style style, Span span) implements Part {
        public enum Style {
            PARENTHESES,
            BACKQUOTES
        }
    }

    /// `$((expression))` or `$[expression]`; the expression's own expansions are its parts.
    record ArithmeticExpansion(Word expression, Span span) implements Part {}

    /// `<(script)` or `>(script)`.
    record ProcessSubstitution(Script script, boolean output, Span span) implements Part {}

    /// `{a,b,c}`: at least two alternatives.
    record BraceList(List<Word> alternatives, Span span) implements Part {
        public BraceList {
            alternatives = List.copyOf(alternatives);
        }
    }

    /// `{1..9..2}` or `{a..e}`; the limits are as written.
    record BraceRange(String first, String last, Optional<String> step, Span span)
            implements Part {}

    /// An extended pattern, `@(a|b)` and its like.
    ///
    /// @param operator one of `? * + @ !`
    record ExtendedGlob(char operator, List<Word> alternatives, Span span) implements Part {
        public ExtendedGlob {
            alternatives = List.copyOf(alternatives);
        }
    }

    /// `(values)` behind an argument of a declaration builtin: `declare -a names=(a b)`.
    record ArrayValue(List<Assignment.Element> elements, Span span) implements Part {
        public ArrayValue {
            elements = List.copyOf(elements);
        }
    }

    /// What `${...}` does to the value.
    sealed interface Operation {
        /// The value as it is.
        record Plain() implements Operation {}

        /// `${#name}`
        record Length() implements Operation {}

        /// `${name:-word}` and its like.
        ///
        /// @param kind one of `- = ? +`
        /// @param emptyToo whether a colon stands before it
        record Fallback(char kind, boolean emptyToo, Word word) implements Operation {}

        /// `${name#pattern}`, `##`, `%`, `%%`
        record Trim(String operator, Word pattern) implements Operation {}

        /// `${name/pattern/replacement}`
        ///
        /// @param operator one of `/ // /# /%`
        record Replace(String operator, Word pattern, Optional<Word> replacement)
                implements Operation {}

        /// `${name:offset:length}`, both arithmetic
        record Substring(Word offset, Optional<Word> length) implements Operation {}

        /// `${name^}`, `^^`, `,`, `,,`, `~`, `~~`
        record Fold(String operator, Optional<Word> pattern) implements Operation {}

        /// `${name@Q}` and its like
        record Transform(char operator) implements Operation {}

        /// `${!prefix*}` or `${!prefix@}`: the names of variables
        record Names(char operator) implements Operation {}
    }

    /// Whether it is a quote of any kind.
    static boolean isQuote(Part part) {
        return switch (part) {
            case Escaped _, SingleQuoted _, AnsiQuoted _, DoubleQuoted _ -> true;
            case Literal _,
                    Tilde _,
                    Parameter _,
                    CommandSubstitution _,
                    ArithmeticExpansion _,
                    ProcessSubstitution _,
                    BraceList _,
                    BraceRange _,
                    ExtendedGlob _,
                    ArrayValue _ ->
                    false;
        };
    }

    /// Appends what the parts stand for; false, with the text cut short, as soon as one of them expands.
    static boolean appendLiteral(List<Part> parts, StringBuilder text) {
        for (Part part : parts) {
            boolean plain =
                    switch (part) {
                        case Literal literal -> appendUnlessGlob(literal.text(), text);
                        case Escaped escaped -> append(escaped.text(), text);
                        case SingleQuoted quoted -> append(quoted.text(), text);
                        case AnsiQuoted quoted -> append(quoted.value(), text);
                        case DoubleQuoted quoted -> appendQuoted(quoted.parts(), text);
                        case Tilde _,
                                Parameter _,
                                CommandSubstitution _,
                                ArithmeticExpansion _,
                                ProcessSubstitution _,
                                BraceList _,
                                BraceRange _,
                                ExtendedGlob _,
                                ArrayValue _ ->
                                false;
                    };
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static boolean appendQuoted(List<Part> parts, StringBuilder text) {
        for (Part part : parts) {
            boolean plain =
                    part instanceof Literal literal
                            ? append(literal.text(), text)
                            : appendLiteral(List.of(part), text);
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static boolean appendUnlessGlob(String piece, StringBuilder text) {
        for (int i = 0; i < piece.length(); i++) {
            if ("*?[".indexOf(piece.charAt(i)) >= 0) {
                return false;
            }
        }
        return append(piece, text);
    }

    private static boolean append(String piece, StringBuilder text) {
        text.append(piece);
        return true;
    }
}
