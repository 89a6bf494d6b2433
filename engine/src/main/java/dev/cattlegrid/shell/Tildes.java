package dev.cattlegrid.shell;

import java.util.ArrayList;
import java.util.List;

/// Tildes that bash expands: at the start of a word, and in what looks like an assignment behind `=` and `:`.
final class Tildes {
    private final List<Part> found = new ArrayList<>();

    private Tildes() {}

    static List<Part> in(List<Part> parts, Words.Context context) {
        return switch (context) {
            case COMMAND, ARGUMENT, DECLARATION, ELEMENT, TARGET, PATTERN, EXTENDED_PATTERN -> {
                boolean assigns = context != Words.Context.TARGET && looksLikeAssignment(parts);
                yield hasTilde(parts) ? new Tildes().split(parts, assigns) : parts;
            }
            case VALUE -> hasTilde(parts) ? new Tildes().split(parts, true) : parts;
            case PIECE -> hasTilde(parts) ? new Tildes().split(parts, false) : parts;
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
        return !parts.isEmpty()
                && parts.getFirst() instanceof Part.Literal literal
                && literal.text().indexOf('=') > 0
                && Chars.isName(literal.text().substring(0, literal.text().indexOf('=')));
    }

    private List<Part> split(List<Part> parts, boolean assigns) {
        boolean atStart = true;
        boolean beforeEquals = assigns && looksLikeAssignment(parts);
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (part instanceof Part.Literal literal
                    && literal.text().length() == literal.span().length()) {
                literal(literal, atStart, assigns, beforeEquals, i + 1 == parts.size());
                atStart = assigns && literal.text().endsWith(":");
            } else {
                found.add(part);
                atStart = false;
            }
            beforeEquals = false;
        }
        return found;
    }

    /// One literal, whose text and span are of one length.
    private void literal(
            Part.Literal literal,
            boolean first,
            boolean assigns,
            boolean beforeEquals,
            boolean last) {
        String text = literal.text();
        int plain = 0;
        boolean mayBegin = first;
        boolean equalsToCome = beforeEquals;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '~' && mayBegin) {
                int end = prefixEnd(text, i + 1, assigns);
                if (end < text.length() || last) {
                    piece(literal, plain, i);
                    var span = new Span(literal.span().start() + i, literal.span().start() + end);
                    found.add(new Part.Tilde(text.substring(i + 1, end), span));
                    plain = end;
                    i = end - 1;
                }
            }
            mayBegin = assigns && (c == ':' || c == '=' && equalsToCome);
            equalsToCome &= c != '=';
        }
        piece(literal, plain, text.length());
    }

    private static int prefixEnd(String text, int from, boolean assigns) {
        int end = from;
        while (end < text.length()
                && text.charAt(end) != '/'
                && !(assigns && text.charAt(end) == ':')) {
            end++;
        }
        return end;
    }

    private void piece(Part.Literal literal, int from, int to) {
        if (to > from) {
            int start = literal.span().start();
            found.add(
                    new Part.Literal(
                            literal.text().substring(from, to),
                            new Span(start + from, start + to)));
        }
    }
}
