package dev.cattlegrid.effect.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Says which paths of a work tree git ignores.
///
/// Source: gitignore(5). The user's own file is the usual one; `core.excludesFile` elsewhere is not read, so that a path
/// counts as not ignored, which is the careful answer.
final class GitIgnore {
    private final String root;
    private final Looks looks;
    private final List<Rule> common = new ArrayList<>();
    private final Map<String, List<Rule>> inDirectory = new HashMap<>();

    /// @param root the work tree's top
    /// @param files files of patterns for the whole work tree, the weakest first
    GitIgnore(String root, List<String> files, Looks looks) {
        this.root = root;
        this.looks = looks;
        files.forEach(file -> common.addAll(rules(file)));
    }

    /// @param names of the pattern, from the directory that it stands in; `**` stands for any number
    /// @param anchored whether it holds only from that directory on
    private record Rule(
            List<String> names, boolean anchored, boolean onlyDirectories, boolean negated) {
        boolean matches(List<String> path, boolean directory) {
            if (onlyDirectories && !directory) {
                return false;
            }
            return anchored
                    ? matches(names, path)
                    : Pattern.matches(names.getFirst(), path.getLast());
        }

        private static boolean matches(List<String> names, List<String> path) {
            if (names.isEmpty()) {
                return path.isEmpty();
            }
            String first = names.getFirst();
            List<String> rest = names.subList(1, names.size());
            if (first.equals("**")) {
                int least = rest.isEmpty() ? 1 : 0;
                for (int i = least; i <= path.size(); i++) {
                    if (rest.isEmpty() || matches(rest, path.subList(i, path.size()))) {
                        return true;
                    }
                }
                return false;
            }
            return !path.isEmpty()
                    && Pattern.matches(first, path.getFirst())
                    && matches(rest, path.subList(1, path.size()));
        }

        static List<Rule> of(String line) {
            String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            text = withoutBlanks(text);
            boolean negated = text.startsWith("!");
            text = negated ? text.substring(1) : text;
            if (text.isEmpty() || text.startsWith("#")) {
                return List.of();
            }
            boolean onlyDirectories = text.endsWith("/");
            boolean anchored = text.substring(0, text.length() - 1).indexOf('/') >= 0;
            List<String> names = PathText.segments(text);
            // more `**` than anybody writes would make the comparison slow
            boolean plain = names.stream().filter("**"::equals).count() <= 4;
            return names.isEmpty() || !plain
                    ? List.of()
                    : List.of(new Rule(names, anchored, onlyDirectories, negated));
        }

        private static String withoutBlanks(String text) {
            int end = text.length();
            while (end > 0
                    && text.charAt(end - 1) == ' '
                    && (end < 2 || text.charAt(end - 2) != '\\')) {
                end--;
            }
            return text.substring(0, end);
        }
    }

    private List<Rule> rules(String file) {
        return looks.text(file).stream()
                .flatMap(String::lines)
                .flatMap(line -> Rule.of(line).stream())
                .toList();
    }

    /// Whether a path, or a directory above it, is ignored.
    ///
    /// @param path seen from the top, not empty
    boolean ignores(String path, boolean directory) {
        List<String> names = PathText.segments(path);
        for (int i = 1; i <= names.size(); i++) {
            if (isIgnored(names.subList(0, i), i < names.size() || directory)) {
                return true;
            }
        }
        return false;
    }

    /// The last rule that matches decides, the nearest file first.
    private boolean isIgnored(List<String> names, boolean directory) {
        for (int depth = names.size() - 1; depth >= 0; depth--) {
            String where = root;
            for (String name : names.subList(0, depth)) {
                where = PathText.child(where, name);
            }
            List<Rule> rules =
                    inDirectory.computeIfAbsent(
                            where, at -> rules(PathText.child(at, ".gitignore")));
            List<String> seen = names.subList(depth, names.size());
            for (Rule rule : rules.reversed()) {
                if (rule.matches(seen, directory)) {
                    return !rule.negated();
                }
            }
        }
        for (Rule rule : common.reversed()) {
            if (rule.matches(names, directory)) {
                return !rule.negated();
            }
        }
        return false;
    }
}
