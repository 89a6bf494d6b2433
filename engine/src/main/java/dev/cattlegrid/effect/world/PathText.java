package dev.cattlegrid.effect.world;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Paths as text: no look at any disk. An absolute path begins with `/` and has no empty, `.` or `..` segment.
///
/// Source: POSIX.1-2024, 4.16 *Pathname Resolution*, without symbolic links.
public final class PathText {
    private PathText() {}

    /// A path seen from a directory, with `.`, `..` and doubled slashes resolved; `..` at the root stays there.
    ///
    /// @param directory absolute; it counts only where the path is relative
    public static String resolve(String directory, String path) {
        return isAbsolute(path) ? normal(path) : normal(directory + "/" + path);
    }

    /// The absolute form of a text that is taken to start at the root.
    public static String normal(String path) {
        if (isNormal(path)) {
            return path;
        }
        List<String> kept = new ArrayList<>();
        for (String segment : segments(path)) {
            switch (segment) {
                case "." -> {}
                case ".." -> {
                    if (!kept.isEmpty()) {
                        kept.removeLast();
                    }
                }
                default -> kept.add(segment);
            }
        }
        return "/" + String.join("/", kept);
    }

    private static boolean isNormal(String path) {
        int length = path.length();
        if (length == 0 || path.charAt(0) != '/') {
            return false;
        }
        if (length == 1) {
            return true;
        }
        if (path.charAt(length - 1) == '/') {
            return false;
        }
        int at = 0;
        while (at >= 0) {
            int next = path.indexOf('/', at + 1);
            int size = (next < 0 ? length : next) - at - 1;
            boolean dots =
                    size == 0
                            || size == 1 && path.charAt(at + 1) == '.'
                            || size == 2 && path.startsWith("..", at + 1);
            if (dots) {
                return false;
            }
            at = next;
        }
        return true;
    }

    public static boolean isAbsolute(String path) {
        return !path.isEmpty() && path.charAt(0) == '/';
    }

    /// What stands between the slashes; no segment is empty.
    public static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int from = 0;
        while (from < path.length()) {
            int slash = path.indexOf('/', from);
            int end = slash < 0 ? path.length() : slash;
            if (end > from) {
                segments.add(path.substring(from, end));
            }
            from = end + 1;
        }
        return segments;
    }

    /// The last segment; empty for the root.
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The directory that holds it; the root holds itself.
    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    /// An entry of a directory.
    public static String child(String directory, String name) {
        return directory.equals("/") ? "/" + name : directory + "/" + name;
    }

    /// From the last dot of the name, lower case, without the dot: `gz`; empty where there is none or it leads.
    public static String suffix(String path) {
        String name = name(path);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /// Whether a path is the root of a tree or lies in it; both absolute and normal.
    public static boolean isIn(String path, String root) {
        if (!path.startsWith(root)) {
            return false;
        }
        return path.length() == root.length()
                || root.equals("/")
                || path.charAt(root.length()) == '/';
    }

    /// Whether a path lies in a tree and is not its root.
    public static boolean isBelow(String path, String root) {
        return path.length() > root.length() && isIn(path, root);
    }

    /// A spelling that two names share when a file system that ignores case or Unicode form takes them for one.
    ///
    /// @see <a href="https://www.unicode.org/reports/tr15/">Unicode Normalization Forms</a>
    public static String folded(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
                return withoutIgnorables(composed).toLowerCase(Locale.ROOT);
            }
            plain &= c < 'A' || c > 'Z';
        }
        return plain ? text : text.toLowerCase(Locale.ROOT);
    }

    /// HFS+ and others skip these when they compare names (CVE-2014-9390).
    private static String withoutIgnorables(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> !Character.isIdentifierIgnorable(point) || point < 0x80)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
