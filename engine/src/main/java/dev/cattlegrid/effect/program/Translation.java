package dev.cattlegrid.effect.program;

import java.util.List;
import java.util.Optional;

/// What `tr` makes of a text: one set of characters for another, or one set left out.
final class Translation {
    private static final int LARGEST = 4096;

    private Translation() {}

    static Optional<String> of(List<String> words, String text) {
        boolean left = words.size() == 2 && words.getFirst().equals("-d");
        boolean other = words.size() == 2 && !words.getFirst().startsWith("-");
        if (!left && !other) {
            return Optional.empty();
        }
        Optional<String> from = set(words.get(left ? 1 : 0));
        Optional<String> to = left ? Optional.of("") : set(words.get(1));
        if (from.isEmpty() || to.isEmpty() || other && to.get().isEmpty()) {
            return Optional.empty();
        }
        var made = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int at = from.get().lastIndexOf(c);
            if (at < 0) {
                made.append(c);
            } else if (other) {
                made.append(to.get().charAt(Math.min(at, to.get().length() - 1)));
            }
        }
        return Optional.of(made.toString());
    }

    /// The characters of a set; nothing where it holds what is not read here.
    private static Optional<String> set(String written) {
        var set = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (written.startsWith("[:", i)) {
                int end = written.indexOf(":]", i);
                String name = end < 0 ? "" : written.substring(i + 2, end);
                String characters = characters(name);
                if (characters.isEmpty()) {
                    return Optional.empty();
                }
                set.append(characters);
                i = end + 1;
            } else if (c == '\\' && i + 1 < written.length()) {
                int escaped = "ntr\\-".indexOf(written.charAt(i + 1));
                if (escaped < 0) {
                    return Optional.empty();
                }
                set.append("\n\t\r\\-".charAt(escaped));
                i++;
            } else if (i + 2 < written.length() && written.charAt(i + 1) == '-') {
                char last = written.charAt(i + 2);
                if (last < c || last - c > LARGEST || last == '\\') {
                    return Optional.empty();
                }
                for (int each = c; each <= last; each++) {
                    set.append((char) each);
                }
                i += 2;
            } else if (c == '[' && written.indexOf('*', i) > 0 || written.startsWith("[=", i)) {
                return Optional.empty();
            } else {
                set.append(c);
            }
        }
        return Optional.of(set.toString());
    }

    private static String characters(String name) {
        return switch (name) {
            case "lower" -> range('a', 'z');
            case "upper" -> range('A', 'Z');
            case "digit" -> range('0', '9');
            case "space" -> "\t\n\u000b\f\r ";
            case "blank" -> "\t ";
            default -> "";
        };
    }

    private static String range(char first, char last) {
        var set = new StringBuilder();
        for (int each = first; each <= last; each++) {
            set.append((char) each);
        }
        return set.toString();
    }
}
