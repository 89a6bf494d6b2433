package dev.cattlegrid.rooms;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a `package-info.java` says of its package.
///
/// @param title the word before the first colon
/// @param sentence what follows it, up to the first empty line
/// @param knows the rooms after *Knows:*
record Plate(String title, String sentence, Set<String> knows) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<title>\\w+): (?<sentence>.+?)\\n\\n.*?Knows: (?<knows>.+?)\\s*",
                    Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");

    Plate {
        knows = Set.copyOf(knows);
    }

    /// Nothing where the text has not the form of a plate.
    static Optional<Plate> parse(String text) {
        String comment =
                text.lines()
                        .filter(line -> line.startsWith("///"))
                        .map(line -> line.substring(3).strip())
                        .collect(Collectors.joining("\n"));
        Matcher form = FORM.matcher(comment);
        if (!form.matches()) {
            return Optional.empty();
        }
        Set<String> knows =
                NAME.matcher(form.group("knows"))
                        .results()
                        .map(MatchResult::group)
                        .map(name -> name.replace("`", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
        if (knows.isEmpty() && !form.group("knows").equals("nothing.")) {
            return Optional.empty();
        }
        return Optional.of(
                new Plate(form.group("title"), form.group("sentence").replace('\n', ' '), knows));
    }
}
