package dev.cattlegrid.effect.code;

import java.util.Optional;

/// A text whose words are read: where blanks end, texts close, arguments begin.
///
/// @param all the whole text
record WordText(String language, String all) {
    static char closing(char open) {
        return switch (open) {
            case '(' -> ')';
            case '[' -> ']';
            case '{' -> '}';
            case '<' -> '>';
            default -> open;
        };
    }

    boolean interpolates(String inside) {
        return language.equals("ruby")
                ? inside.contains("#{")
                : inside.indexOf('$') >= 0 || language.equals("perl") && inside.indexOf('@') >= 0;
    }

    String owner(int dot) {
        int from = dot;
        while (from > 0
                && (Character.isLetterOrDigit(all.charAt(from - 1))
                        || all.charAt(from - 1) == '_')) {
            from--;
        }
        return dot < 0 ? "" : all.substring(from, Math.max(from, dot));
    }

    int skip(int at) {
        int next = at;
        while (next < all.length() && (all.charAt(next) == ' ' || all.charAt(next) == '\t')) {
            next++;
        }
        return next;
    }

    /// A text that stands alone as an argument.
    Optional<String> literal(int start) {
        if (start >= all.length() || "'\"".indexOf(all.charAt(start)) < 0) {
            return Optional.empty();
        }
        int close = close(start);
        if (close < 0) {
            return Optional.empty();
        }
        int next = skip(close + 1);
        boolean alone =
                next >= all.length()
                        || ",);\n}]|".indexOf(all.charAt(next)) >= 0
                        || all.startsWith("do", next)
                        || all.startsWith("or", next)
                        || all.startsWith("if", next)
                        || all.startsWith("for", next)
                        || all.startsWith("unless", next);
        String inside = all.substring(start + 1, close);
        boolean plain = all.charAt(start) == '\'';
        return alone && (plain || !interpolates(inside))
                ? Optional.of(plain ? inside : Escapes.plain(inside))
                : Optional.empty();
    }

    int close(int start) {
        for (int i = start + 1; i < all.length(); i++) {
            if (all.charAt(i) == '\\') {
                i++;
            } else if (all.charAt(i) == all.charAt(start)) {
                return i;
            }
        }
        return -1;
    }

    int comma(int start) {
        int at = start;
        while (at < all.length() && ",;\n)".indexOf(all.charAt(at)) < 0) {
            int close = "'\"".indexOf(all.charAt(at)) >= 0 ? close(at) : at;
            at = (close < 0 ? all.length() : close) + 1;
        }
        return at < all.length() && all.charAt(at) == ',' ? skip(at + 1) : all.length();
    }

    Optional<String> second(int start) {
        return literal(comma(start));
    }

    Optional<String> third(int start) {
        return literal(comma(comma(start)));
    }
}
