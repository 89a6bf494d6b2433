package dev.cattlegrid.policy.permission;

import java.util.List;

/// What stands in `Read(…)` and `Edit(…)`: paths as in a `.gitignore`.
///
/// `//x` begins at the root, `~/x` at the home, `/x` at the directory of the settings, `x` and `./x` at the working
/// directory; a pattern without a slash inside counts at any depth below. What names a directory names all in it.
record PathPattern(String anchor, List<String> segments, boolean anywhere) {
    private static final String DEEP = "**";

    /// @param home of the user
    /// @param settings the directory that the settings are about: the project's, or the home's
    /// @param directory the working directory
    static PathPattern of(String text, String home, String settings, String directory) {
        if (text.startsWith("//")) {
            return of("", text.substring(2));
        }
        if (text.startsWith("~/")) {
            return of(home, text.substring(2));
        }
        if (text.startsWith("/")) {
            return of(settings, text.substring(1));
        }
        return of(directory, text.startsWith("./") ? text.substring(2) : text);
    }

    private static PathPattern of(String anchor, String rest) {
        String inner = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        boolean anywhere = inner.indexOf('/') < 0 && !anchor.isEmpty();
        String root = anchor.equals("/") ? "" : anchor;
        return new PathPattern(root, List.of(inner.split("/")), anywhere);
    }

    /// Whether something below a directory could be meant.
    boolean mayMatchBelow(String directory) {
        return matches(directory)
                || isBelow(directory, anchor)
                || isBelow(anchor, directory)
                || anchor.equals(directory);
    }

    private static boolean isBelow(String path, String directory) {
        return path.startsWith(directory.endsWith("/") ? directory : directory + "/");
    }

    boolean matches(String path) {
        if (!path.startsWith(anchor + "/")) {
            return false;
        }
        List<String> names = List.of(path.substring(anchor.length() + 1).split("/"));
        if (!anywhere) {
            return matches(0, names);
        }
        for (int i = 0; i < names.size(); i++) {
            if (matches(0, names.subList(i, names.size()))) {
                return true;
            }
        }
        return false;
    }

    /// Names that are left when the pattern is used up lie in what it names.
    private boolean matches(int from, List<String> names) {
        if (from == segments.size()) {
            return true;
        }
        String segment = segments.get(from);
        if (segment.equals(DEEP)) {
            for (int i = 0; i <= names.size(); i++) {
                if (matches(from + 1, names.subList(i, names.size()))) {
                    return true;
                }
            }
            return false;
        }
        return !names.isEmpty()
                && Star.matches(segment, names.getFirst())
                && matches(from + 1, names.subList(1, names.size()));
    }
}
