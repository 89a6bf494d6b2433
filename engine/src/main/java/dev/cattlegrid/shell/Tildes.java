package dev.cattlegrid.shell;

import java.util.ArrayList;
import java.util.List;

/// Tildes that bash expands: at the start of a word, and in what looks like an assignment behind `=` and `:`.
final class Tildes {
    private final List<Part> found = new ArrayList<>();

    private Tildes() {}

    /// Tildes in the alternative of a brace list that begins a word.
    ///
    /// @param ends whether the word ends or a `/` follows behind the braces
    static List<Part> inAlternative(List<Part> parts, boolean ends) {
        boolean whole =
                parts.size() == 1
                        && parts.getFirst() instanceof Part.Literal literal
                        && literal.text().indexOf('/') < 0;
        return whole && !ends ? parts : new Tildes().split(parts, false, false);
    }

    static List<Part> in(List<Part> parts, Words.Context context) {
        if (!hasTilde(parts)) {
            return parts;
        }
        return switch (context) {
            case COMMAND, ARGUMENT, DECLARATION, PATTERN, EXTENDED_PATTERN -> {
                boolean assigns = looksLikeAssignment(parts);
                yield new Tildes().split(parts, assigns, assigns);
            }
            case VALUE, HERE_STRING -> new Tildes().split(parts, true, false);
            case ELEMENT, ELEMENT_VALUE, PIECE -> new Tildes().split(parts, false, false);
            case DELIMITER, REGEX, ALTERNATIVE, REPLACED -> parts;
        };
    }

    private static boolean hasTilde(List<Part> parts) {
        for (Part part : parts) {
            if (part instanceof Part.Literal literal && literal.text().indexOf('~') >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean looksLikeAssignment(List<Part> parts) {
        if (parts.isEmpty() || !(parts.getFirst() instanceof Part.Literal literal)) {
            return false;
        }
        int equals = literal.text().indexOf('=');
        boolean append = equals > 0 && literal.text().charAt(equals - 1) == '+';
        return equals > 0
                && Chars.isName(literal.text().substring(0, append ? equals - 1 : equals));
    }

    private List<Part> split(List<Part> parts, boolean colons, boolean equals) {
        boolean atStart = true;
        boolean beforeEquals = equals;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (part instanceof Part.Literal literal) {
                literal(literal, atStart, colons, beforeEquals, i + 1 == parts.size());
                atStart = colons && literal.text().endsWith(":");
            } else {
                found.add(part);
                atStart = false;
            }
            beforeEquals = false;
        }
        return found;
    }

    private void literal(
            Part.Literal literal,
            boolean first,
            boolean colons,
            boolean beforeEquals,
            boolean last) {
        String text = literal.text();
        int plain = 0;
        boolean mayBegin = first;
        boolean equalsToCome = beforeEquals;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '~' && mayBegin) {
                int end = prefixEnd(text, i + 1, colons);
                if (end < text.length() || last) {
                    piece(literal, plain, i);
                    found.add(new Part.Tilde(text.substring(i + 1, end), span(literal, i, end)));
                    plain = end;
                    i = end - 1;
                }
            }
            mayBegin = colons && (c == ':' || c == '=' && equalsToCome);
            equalsToCome &= c != '=';
        }
        piece(literal, plain, text.length());
    }

    private static int prefixEnd(String text, int from, boolean colons) {
        int end = from;
        while (end < text.length()
                && text.charAt(end) != '/'
                && !(colons && text.charAt(end) == ':')) {
            end++;
        }
        return end;
    }

    private void piece(Part.Literal literal, int from, int to) {
        if (to > from) {
            found.add(
                    new Part.Literal(literal.text().substring(from, to), span(literal, from, to)));
        }
    }

    /// Where a piece of the literal stands; with a line continuation in it, the whole of it.
    private static Span span(Part.Literal literal, int from, int to) {
        var whole = literal.span();
        boolean exact = whole.length() == literal.text().length();
        return exact ? new Span(whole.start() + from, whole.start() + to) : whole;
    }
}
