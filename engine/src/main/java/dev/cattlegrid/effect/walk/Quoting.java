package dev.cattlegrid.effect.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Words out of quotes in files of other languages, and into quotes of the shell.
final class Quoting {
    private Quoting() {}

    /// A word that the shell takes as it is.
    static String word(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    static String command(List<String> words) {
        return words.stream().map(Quoting::word).collect(Collectors.joining(" "));
    }

    /// The texts between quotes, in their order; a backslash keeps a quote in its text.
    static List<String> texts(String line) {
        var words = new ArrayList<String>();
        for (int at = 0; at < line.length(); at++) {
            char quote = line.charAt(at);
            if (quote != '"' && quote != '\'') {
                continue;
            }
            var word = new StringBuilder();
            at++;
            while (at < line.length() && line.charAt(at) != quote) {
                at += line.charAt(at) == '\\' && at + 1 < line.length() ? 1 : 0;
                word.append(line.charAt(at));
                at++;
            }
            words.add(word.toString());
        }
        return words;
    }
}
