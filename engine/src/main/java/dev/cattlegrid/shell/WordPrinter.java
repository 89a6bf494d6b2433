package dev.cattlegrid.shell;

import dev.cattlegrid.shell.Part.CommandSubstitution.Style;
import java.util.List;

/// Prints words and what they are made of.
final class WordPrinter {
    private final StringBuilder out;
    private final boolean inBody;

    /// What is being printed stands in double quotes, or in something that reads like them.
    private boolean quoted;

    WordPrinter(StringBuilder out, boolean inBody) {
        this.out = out;
        this.inBody = inBody;
    }

    void word(Word word) {
        parts(word.parts());
    }

    void body(Word body, boolean literally) {
        if (literally) {
            body.parts()
                    .forEach(part ->
                            out.append(part instanceof Part.Literal literal ? literal.text() : ""));
        } else {
            new WordPrinter(out, true).word(body);
        }
    }

    void assignment(Assignment assignment) {
        out.append(assignment.name());
        assignment.subscript().ifPresent(this::subscript);
        out.append(assignment.append() ? "+=" : "=");
        switch (assignment.value()) {
            case Assignment.Value.Scalar scalar -> word(scalar.word());
            case Assignment.Value.Array array -> elements(array.elements());
        }
    }

    private void subscript(Word subscript) {
        out.append('[');
        word(subscript);
        out.append(']');
    }

    private void elements(List<Assignment.Element> elements) {
        out.append('(');
        String before = "";
        for (var element : elements) {
            out.append(before);
            element.subscript()
                    .ifPresent(subscript -> {
                        subscript(subscript);
                        out.append('=');
                    });
            word(element.word());
            before = " ";
        }
        out.append(')');
    }

    private void parts(List<Part> parts) {
        parts.forEach(this::part);
    }

    private void part(Part part) {
        switch (part) {
            case Part.Literal literal -> out.append(literal.text());
            case Part.Escaped escaped -> out.append('\\').append(escaped.text());
            case Part.SingleQuoted single -> out.append('\'').append(single.text()).append('\'');
            case Part.AnsiQuoted ansi -> AnsiEscapes.append(ansi.value(), out);
            case Part.DoubleQuoted around -> {
                out.append(around.translated() ? "$\"" : "\"");
                inQuotes(around.parts());
                out.append('"');
            }
            case Part.Tilde tilde -> out.append('~').append(tilde.user());
            case Part.Parameter parameter -> parameter(parameter);
            case Part.CommandSubstitution substitution -> substitution(substitution);
            case Part.ArithmeticExpansion arithmetic -> arithmetic(arithmetic);
            case Part.ProcessSubstitution substitution -> {
                out.append(substitution.output() ? ">(" : "<(");
                script(substitution.script());
            }
            case Part.BraceList braces -> alternatives("{", braces.alternatives(), ",", "}");
            case Part.BraceRange range -> {
                out.append('{').append(range.first()).append("..").append(range.last());
                range.step().ifPresent(step -> out.append("..").append(step));
                out.append('}');
            }
            case Part.ExtendedGlob glob -> {
                out.append(glob.operator());
                alternatives("(", glob.alternatives(), "|", ")");
            }
            case Part.ArrayValue array -> elements(array.elements());
        }
    }

    private void inQuotes(List<Part> parts) {
        boolean before = quoted;
        quoted = true;
        parts(parts);
        quoted = before;
    }

    private void alternatives(String open, List<Word> words, String separator, String close) {
        String before = open;
        for (var word : words) {
            out.append(before);
            word(word);
            before = separator;
        }
        out.append(close);
    }

    private void substitution(Part.CommandSubstitution substitution) {
        if (substitution.style() == Style.PARENTHESES) {
            out.append("$(");
            script(substitution.script());
            return;
        }
        out.append('`');
        String inner = withoutLastNewline(Printer.inSubstitution(substitution.script(), inBody));
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\' || c == '`' || c == '$' || quoted && c == '"') {
                out.append('\\');
            }
            out.append(c);
        }
        out.append('`');
    }

    private void script(Script script) {
        String inner = Printer.inSubstitution(script, inBody);
        out.append(inner.startsWith("(") ? " " : "").append(withoutLastNewline(inner)).append(')');
    }

    /// In a here-document's body a delimiter's line must not end that body too: with what closes the substitution
    /// behind it, it does not.
    private String withoutLastNewline(String inner) {
        return inBody && inner.endsWith("\n") ? inner.substring(0, inner.length() - 1) : inner;
    }

    /// `$((...))`, unless parentheses in it would end it early: bash takes those only in `$[...]`.
    private void arithmetic(Part.ArithmeticExpansion arithmetic) {
        int start = out.length();
        out.append("$((");
        inQuotes(arithmetic.expression().parts());
        if (Pairs.endsWith(out.substring(start + 1) + "))")) {
            out.append("))");
        } else {
            out.replace(start, start + 3, "$[").append(']');
        }
    }

    private void parameter(Part.Parameter parameter) {
        if (!parameter.braced()) {
            out.append('$').append(parameter.name());
            return;
        }
        out.append("${");
        if (parameter.operation() instanceof Part.Operation.Length) {
            out.append('#');
        }
        out.append(parameter.indirect() ? "!" : "").append(parameter.name());
        parameter.subscript().ifPresent(this::subscript);
        operation(parameter.operation());
        out.append('}');
    }

    private void operation(Part.Operation operation) {
        switch (operation) {
            case Part.Operation.Plain _, Part.Operation.Length _ -> {}
            case Part.Operation.Fallback fallback -> {
                out.append(fallback.emptyToo() ? ":" : "").append(fallback.kind());
                word(fallback.word());
            }
            case Part.Operation.Trim trim -> {
                out.append(trim.operator());
                unquoted(trim.pattern());
            }
            case Part.Operation.Replace replace -> {
                out.append(replace.operator());
                unquoted(replace.pattern());
                replace.replacement()
                        .ifPresent(replacement -> {
                            out.append('/');
                            unquoted(replacement);
                        });
            }
            case Part.Operation.Substring substring -> {
                out.append(':');
                inQuotes(substring.offset().parts());
                substring
                        .length()
                        .ifPresent(length -> {
                            out.append(':');
                            inQuotes(length.parts());
                        });
            }
            case Part.Operation.Fold fold -> {
                out.append(fold.operator());
                fold.pattern().ifPresent(this::unquoted);
            }
            case Part.Operation.Transform transform -> out.append('@').append(transform.operator());
            case Part.Operation.Names names -> out.append(names.operator());
        }
    }

    /// A pattern reads as outside quotes, even in a `"${...}"`.
    private void unquoted(Word word) {
        boolean before = quoted;
        quoted = false;
        word(word);
        quoted = before;
    }
}
