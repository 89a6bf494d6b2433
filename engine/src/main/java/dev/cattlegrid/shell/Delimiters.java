package dev.cattlegrid.shell;

import java.util.List;
import java.util.function.Function;

/// What the delimiter of a here-document is once its quotes are gone; expansions stand as they are written.
final class Delimiters {
    private Delimiters() {}

    static void append(List<Part> parts, Function<Part, String> written, StringBuilder text) {
        for (Part part : parts) {
            switch (part) {
                case Part.Literal literal -> text.append(literal.text());
                case Part.Escaped escaped -> text.append(escaped.text());
                case Part.SingleQuoted quoted -> text.append(quoted.text());
                case Part.AnsiQuoted quoted -> text.append(quoted.value());
                case Part.DoubleQuoted quoted -> append(quoted.parts(), written, text);
                case Part.Tilde _,
                        Part.Parameter _,
                        Part.CommandSubstitution _,
                        Part.ArithmeticExpansion _,
                        Part.ProcessSubstitution _,
                        Part.BraceList _,
                        Part.BraceRange _,
                        Part.ExtendedGlob _,
                        Part.ArrayValue _ ->
                        text.append(written.apply(part));
            }
        }
    }
}
