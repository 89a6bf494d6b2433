package dev.cattlegrid.effect.code;

import java.util.ArrayList;
import java.util.List;

/// PowerShell's texts and variables: quotes, here-strings, what is filled into them.
///
/// Source: PowerShell 7.4, about_Quoting_Rules, about_Special_Characters, about_Variables.
abstract class PowerTexts extends PowerScan {
    PowerTexts(String text) {
        super(text);
    }

    /// The statements up to a closing bracket, as one value.
    abstract Node inside(String close);

    /// `'it''s'`
    final Node single() {
        var plain = new StringBuilder();
        at++;
        while (true) {
            if (ended()) {
                throw new Cursor.Stuck();
            }
            if (peek() == '\'' && ahead(1) == '\'') {
                plain.append('\'');
                at += 2;
            } else if (peek() == '\'') {
                at++;
                return new Node.Text(plain.toString());
            } else {
                plain.append(peek());
                at++;
            }
        }
    }

    /// `"a $b $($c.d)"`
    final Node filled() {
        var parts = new ArrayList<Node>();
        var plain = new StringBuilder();
        at++;
        while (peek() != '"' || ahead(1) == '"') {
            if (ended()) {
                throw new Cursor.Stuck();
            }
            if (peek() == '"') {
                plain.append('"');
                at += 2;
            } else {
                piece(plain, parts);
            }
        }
        at++;
        return joined(plain, parts);
    }

    /// `@'` and `@"` up to the line that begins with the same signs turned round.
    final Node hereString() {
        char quote = ahead(1);
        int start = text.indexOf('\n', at) + 1;
        String end = "\n" + quote + "@";
        int close = start == 0 ? -1 : text.indexOf(end, start - 1);
        if (close < 0) {
            throw new Cursor.Stuck();
        }
        String body = close < start ? "" : text.substring(start, close);
        body = body.endsWith("\r") ? body.substring(0, body.length() - 1) : body;
        if (quote == '\'') {
            at = close + end.length();
            return new Node.Text(body);
        }
        var parts = new ArrayList<Node>();
        var plain = new StringBuilder();
        at = start;
        while (at < close) {
            piece(plain, parts);
        }
        at = close + end.length();
        return joined(plain, parts);
    }

    static Node joined(StringBuilder plain, List<Node> parts) {
        if (parts.isEmpty()) {
            return new Node.Text(plain.toString());
        }
        if (!plain.isEmpty()) {
            parts.add(new Node.Text(plain.toString()));
        }
        return new Node.Joined(parts);
    }

    /// One character, escape, variable or `$( )` of a text that is filled in.
    final void piece(StringBuilder plain, List<Node> parts) {
        char c = peek();
        if (c == '`' && at + 1 < text.length()) {
            plain.append(escaped(ahead(1)));
            at += 2;
        } else if (c == '$' && beginsVariable(ahead(1))) {
            if (!plain.isEmpty()) {
                parts.add(new Node.Text(plain.toString()));
                plain.setLength(0);
            }
            parts.add(variable());
        } else {
            plain.append(c);
            at++;
        }
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '0' -> '\0';
            case 'a' -> '\u0007';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> '\u000b';
            case 'e' -> '\u001b';
            default -> c;
        };
    }

    private static boolean beginsVariable(char c) {
        return isOfName(c) || c == '{' || c == '(' || c == '$' || c == '?' || c == '^' || c == ':';
    }

    /// `$name`, `${name}`, `$env:NAME`, `$script:name`, `$( )`.
    final Node variable() {
        at++;
        if (peek() == '(') {
            at++;
            return inside(")");
        }
        String name;
        if (peek() == '{') {
            int end = text.indexOf('}', at);
            if (end < 0) {
                throw new Cursor.Stuck();
            }
            name = text.substring(at + 1, end);
            at = end + 1;
        } else if (peek() == '$' || peek() == '?' || peek() == '^') {
            at++;
            return new Node.Constant("");
        } else {
            name = name();
            if (peek() == ':' && isOfName(ahead(1))) {
                at++;
                name = name + ":" + name();
            }
        }
        return named(lower(name), name);
    }

    private Node named(String name, String written) {
        int colon = name.indexOf(':');
        String scope = colon < 0 ? "" : name.substring(0, colon);
        String plain = name.substring(colon + 1);
        return switch (scope) {
            case "", "script", "global", "local", "private", "using", "variable" ->
                    switch (plain) {
                        case "true" -> new Node.Constant("True");
                        case "false" -> new Node.Constant("False");
                        case "null" -> new Node.Constant("null");
                        case "psitem" -> new Node.Name("$_");
                        default -> new Node.Name("$" + plain);
                    };
            case "env" ->
                    switch (plain) {
                        case "userprofile", "homepath", "home" -> new Node.Name("$home");
                        case "temp", "tmp" -> new Node.Text("/tmp");
                        default ->
                                call(
                                        "[env]",
                                        new Node.Text(written.substring(written.indexOf(':') + 1)));
                    };
            default -> throw new Cursor.Stuck();
        };
    }
}
