package dev.cattlegrid.effect.world;

import java.util.Optional;

/// Finds where a command goes first: the operand of a `cd` that it begins with.
final class FirstDirectory {
    private static final String HOME = "/home/dev";

    private FirstDirectory() {}

    /// @return an absolute directory below a home; empty where the command begins otherwise
    static Optional<String> of(String command) {
        String text = command.stripLeading();
        if (!text.startsWith("cd ") && !text.startsWith("cd\t")) {
            return Optional.empty();
        }
        String operand = homed(text.substring(3).stripLeading());
        return isBelowHome(operand) ? Optional.of(PathText.normal(operand)) : Optional.empty();
    }

    /// The first word; `~/work/app` is the home of whom the assumed world takes for the user, dotted directories left out.
    private static String homed(String text) {
        boolean below = text.startsWith("~/") && text.length() > 2 && text.charAt(2) != '.';
        return below ? HOME + word(text.substring(1)) : word(text);
    }

    private static boolean isBelowHome(String path) {
        if (path.contains("$") || path.contains("`") || path.contains("*")) {
            return false;
        }
        int names = PathText.segments(PathText.normal(path)).size();
        return path.startsWith("/root/") && names >= 2
                || (path.startsWith("/home/") || path.startsWith("/Users/")) && names >= 3;
    }

    private static String word(String text) {
        var word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (quote == 0 && " \t\n;&|<>()".indexOf(c) >= 0) {
                break;
            } else if (quote != '\'' && c == '\\' && i + 1 < text.length()) {
                i++;
                word.append(text.charAt(i));
            } else {
                word.append(c);
            }
        }
        return word.toString();
    }
}
