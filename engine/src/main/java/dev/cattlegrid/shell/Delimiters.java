package dev.cattlegrid.shell;

import java.util.List;
import java.util.function.Function;

/// The delimiter of a here-document: bash takes its quotes away and expands nothing in it.
final class Delimiters {
    private Delimiters() {}

    /// Whether it holds no expansion but, at most, a variable's name. Nobody means the others.
    static boolean arePlain(List<Part> parts) {
        return parts.stream().allMatch(Delimiters::isPlain);
    }

    private static boolean isPlain(Part part) {
        return switch (part) {
            case Part.Literal _,
                    Part.Escaped _,
                    Part.SingleQuoted _,
                    Part.AnsiQuoted _,
                    Part.Tilde _,
                    Part.BraceRange _ ->
                    true;
            case Part.DoubleQuoted quoted -> arePlain(quoted.parts());
            case Part.BraceList braces ->
                    braces.alternatives().stream().allMatch(word -> arePlain(word.parts()));
            case Part.Parameter parameter ->
                    parameter.operation() instanceof Part.Operation.Plain
                            && parameter.subscript().isEmpty();
            case Part.CommandSubstitution _,
                    Part.ArithmeticExpansion _,
                    Part.ProcessSubstitution _,
                    Part.ExtendedGlob _,
                    Part.ArrayValue _ ->
                    false;
        };
    }

    /// The same word with its expansions as the literal text that they are there.
    static Word unexpanded(Word delimiter, Function<Part, String> written) {
        return new Word(unexpanded(delimiter.parts(), written), delimiter.span());
    }

    private static List<Part> unexpanded(List<Part> parts, Function<Part, String> written) {
        return parts.stream().map(part -> unexpanded(part, written)).toList();
    }

    private static Part unexpanded(Part part, Function<Part, String> written) {
        return switch (part) {
            case Part.Literal _, Part.Escaped _, Part.SingleQuoted _, Part.AnsiQuoted _ -> part;
            case Part.DoubleQuoted(var parts, var translated, var span) ->
                    new Part.DoubleQuoted(unexpanded(parts, written), translated, span);
            case Part.Tilde _,
                    Part.Parameter _,
                    Part.CommandSubstitution _,
                    Part.ArithmeticExpansion _,
                    Part.ProcessSubstitution _,
                    Part.BraceList _,
                    Part.BraceRange _,
                    Part.ExtendedGlob _,
                    Part.ArrayValue _ ->
                    new Part.Literal(written.apply(part), part.span());
        };
    }

    /// The line that ends the body, for a delimiter without expansions. Where nothing in it is quoted, bash leaves even the
    /// quotes within an expansion's text.
    static String line(Word delimiter, boolean quoted) {
        var line = new StringBuilder();
        append(delimiter.parts(), quoted ? Quoting.AROUND : Quoting.KEPT, line);
        return line.toString();
    }

    private enum Quoting {
        KEPT,
        AROUND,
        DOUBLE
    }

    private static void append(List<Part> parts, Quoting quoting, StringBuilder line) {
        for (Part part : parts) {
            switch (part) {
                case Part.Literal literal -> append(literal.text(), quoting, line);
                case Part.Escaped escaped -> line.append(escaped.text());
                case Part.SingleQuoted quoted -> line.append(quoted.text());
                case Part.AnsiQuoted quoted -> line.append(quoted.value());
                case Part.DoubleQuoted quoted -> append(quoted.parts(), Quoting.DOUBLE, line);
                case Part.Tilde _,
                        Part.Parameter _,
                        Part.CommandSubstitution _,
                        Part.ArithmeticExpansion _,
                        Part.ProcessSubstitution _,
                        Part.BraceList _,
                        Part.BraceRange _,
                        Part.ExtendedGlob _,
                        Part.ArrayValue _ ->
                        throw new IllegalArgumentException("a delimiter expands nothing");
            }
        }
    }

    /// Takes the quotes out of a text as `string_quote_removal` of bash 5.2 does, which does not know of expansions.
    private static void append(String text, Quoting quoting, StringBuilder line) {
        if (quoting == Quoting.KEPT) {
            line.append(text);
            return;
        }
        boolean inDouble = quoting == Quoting.DOUBLE;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                boolean kept = inDouble && "$`\"\\\n".indexOf(text.charAt(at)) < 0;
                line.append(kept ? "\\" : "").append(text.charAt(at++));
            } else if (c == '"') {
                inDouble = !inDouble;
            } else if (c == '\'' && !inDouble) {
                int end = text.indexOf('\'', at);
                int until = end < 0 ? text.length() : end;
                line.append(text, at, until);
                at = Math.min(text.length(), until + 1);
            } else {
                line.append(c);
            }
        }
    }
}
