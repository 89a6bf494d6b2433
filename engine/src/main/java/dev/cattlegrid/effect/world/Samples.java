package dev.cattlegrid.effect.world;

import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Zone;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a word could stand for at worst, told from a few paths that it matches.
///
/// A pattern means a special name only if enough of it is spelled out: half of a name that is special anywhere (`.e*`
/// means `.env`; `*` and `*.json` mean nothing), one character of a name that is special in that place (`/etc/s*`).
///
/// @param directory the deepest directory that it certainly lies in
/// @param sweeps whether it means everything in `/`, in a home or in a system directory
/// @param isRebuildable whether all of it is made again by a tool
record Samples(
        String directory,
        Zone zone,
        Set<Standing> standings,
        boolean sweeps,
        boolean isRebuildable) {
    private static final int MOST = 24;

    /// @param pattern absolute and normal
    static Samples ofGlob(String pattern, World world) {
        return of(PathText.segments(pattern), List.of(), false, world);
    }

    /// @param base the directory in which the word begins
    /// @param stem what is known of the first name in it
    static Samples ofPartial(String base, String stem, String suffix, World world) {
        List<String> segments = new ArrayList<>();
        PathText.segments(base).forEach(name -> segments.add(Pattern.escaped(name)));
        segments.addAll(PathText.segments(Pattern.escaped(stem) + "*" + openEnd(suffix)));
        String empty = PathText.normal(base + "/" + stem + suffix);
        return of(segments, List.of(empty), true, world);
    }

    /// Where only the end of a word is known. If what is unknown comes to nothing, the rest starts at the root.
    static Samples ofEnd(String suffix, World world) {
        Samples somewhere = judged("/", Set.of(), unnamed("/x" + openEnd(suffix)), false, world);
        if (!suffix.startsWith("/")) {
            return somewhere;
        }
        List<String> alone = PathText.segments(openEnd(suffix));
        return somewhere.or(
                alone.isEmpty()
                        ? judged("/", Set.of(), Set.of("/"), false, world)
                        : of(alone, List.of(), true, world));
    }

    private static Set<String> unnamed(String pattern) {
        List<String> segments = PathText.segments(pattern);
        Set<String> paths = new LinkedHashSet<>(named("/x", segments, 1, true));
        paths.add(extended("/", segments, 0));
        return paths;
    }

    /// Any `*` in the end of a half-known word is taken to be active: it is, where it was not quoted.
    private static String openEnd(String suffix) {
        return suffix.replace("\\", "\\\\");
    }

    private Samples or(Samples other) {
        Set<Standing> all = EnumSet.noneOf(Standing.class);
        all.addAll(standings);
        all.addAll(other.standings);
        return new Samples(
                directory,
                Zones.stricter(zone, other.zone),
                all,
                sweeps || other.sweeps,
                isRebuildable && other.isRebuildable);
    }

    private static Samples of(
            List<String> segments, List<String> more, boolean partial, World world) {
        int literal = 0;
        while (literal < segments.size() && !Pattern.isActive(segments.get(literal))) {
            literal++;
        }
        String directory = path(segments.subList(0, literal));
        Set<String> plain = new LinkedHashSet<>();
        plain.add(extended(directory, segments, literal));
        Set<String> special = new LinkedHashSet<>(more);
        special.addAll(named(directory, segments, literal, partial));
        boolean sweeps = sweeps(segments, literal, world);
        return judged(directory, plain, special, sweeps, world);
    }

    private static Samples judged(
            String directory, Set<String> plain, Set<String> special, boolean sweeps, World world) {
        Set<Standing> standings = EnumSet.noneOf(Standing.class);
        Zone zone = Zones.of(directory, world);
        boolean rebuildable = true;
        for (String path : plain) {
            Zones.Area area = Zones.area(path, world);
            Set<Standing> found = Standings.of(path, area, world);
            rebuildable &= found.contains(Standing.REBUILDABLE);
            zone = Zones.stricter(zone, area.zone());
            standings.addAll(found);
        }
        for (String path : special) {
            Zones.Area area = Zones.area(path, world);
            Set<Standing> found = EnumSet.noneOf(Standing.class);
            found.addAll(Standings.of(path, area, world));
            found.remove(Standing.REBUILDABLE);
            found.remove(Standing.SINK);
            if (world.workspaces().contains(path) && !isSystemOrHome(path, world)) {
                found.remove(Standing.CRITICAL);
            }
            standings.addAll(found);
        }
        standings.remove(Standing.SINK);
        if (sweeps) {
            standings.add(Standing.CRITICAL);
        }
        return new Samples(directory, zone, standings, sweeps, rebuildable);
    }

    private static String path(List<String> segments) {
        var text = new StringBuilder();
        segments.forEach(segment -> text.append('/').append(Pattern.literal(segment)));
        return text.isEmpty() ? "/" : text.toString();
    }

    /// The directory and the rest of the pattern, with plain names where it is open.
    private static String extended(String directory, List<String> segments, int from) {
        String path = directory;
        for (String segment : segments.subList(from, segments.size())) {
            path = PathText.child(path, plain(segment));
        }
        return path;
    }

    /// A name of no importance that a pattern matches, roughly.
    private static String plain(String pattern) {
        var name = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '*', '?' -> name.append('x');
                case '[' -> {
                    int close = Pattern.closing(pattern, i);
                    name.append(close < 0 ? '[' : 'x');
                    i = close < 0 ? i : close;
                }
                case '\\' -> {
                    if (i + 1 < pattern.length()) {
                        i++;
                        name.append(pattern.charAt(i));
                    }
                }
                default -> name.append(c);
            }
        }
        return name.toString();
    }

    /// The paths with special names that the pattern means.
    private static Set<String> named(
            String directory, List<String> segments, int from, boolean partial) {
        List<String> starts = List.of(directory);
        boolean special = false;
        for (int i = from; i < segments.size(); i++) {
            String segment = segments.get(i);
            boolean atRoot = i == 0 && directory.equals("/");
            List<String> meant =
                    Pattern.isActive(segment) ? meant(segment, atRoot, partial) : List.of();
            special |= !meant.isEmpty();
            List<String> next = new ArrayList<>();
            for (String start : starts) {
                next.add(PathText.child(start, plain(segment)));
            }
            for (String name : meant) {
                for (String start : starts) {
                    next.add(PathText.child(start, name));
                }
            }
            starts = next.size() > MOST ? next.subList(0, MOST) : next;
        }
        return special ? new LinkedHashSet<>(starts) : Set.of();
    }

    /// The special names that a pattern means.
    private static List<String> meant(String pattern, boolean atRoot, boolean partial) {
        String folded = PathText.folded(pattern);
        List<String> names = new ArrayList<>();
        if (atRoot) {
            addMeant(Standings.namesAtRoot(), folded, partial, names);
        }
        if (spelled(folded) == 0) {
            return names;
        }
        int stem = spelled(stem(folded));
        for (String name : stem == 0 ? List.<String>of() : Standings.namesAnywhere()) {
            if (stem * 2 >= stem(name).length() && means(folded, name, partial)) {
                names.add(name);
            }
        }
        addMeant(Standings.namesInPlace(), folded, partial, names);
        return names;
    }

    private static void addMeant(
            List<String> special, String pattern, boolean partial, List<String> names) {
        for (String name : special) {
            if (means(pattern, name, partial)) {
                names.add(name);
            }
        }
    }

    private static boolean means(String pattern, String name, boolean partial) {
        boolean hidden = !partial && name.startsWith(".") && !pattern.startsWith(".");
        return !hidden && Pattern.matches(pattern, name);
    }

    /// A name without its suffix.
    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /// How many characters of a pattern stand for themselves.
    private static int spelled(String pattern) {
        int count = 0;
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '*', '?' -> {}
                case '[' -> {
                    int close = Pattern.closing(pattern, i);
                    // one letter in brackets spells that letter
                    count += close - i == 2 || close < 0 ? 1 : 0;
                    i = Math.max(i, close);
                }
                case '\\' -> {
                    i++;
                    count++;
                }
                default -> count++;
            }
        }
        return count;
    }

    /// Whether it means everything in a directory whose loss would be critical. A workspace's own is no such.
    private static boolean sweeps(List<String> segments, int literal, World world) {
        int from = segments.size();
        while (from > literal && isWide(segments.get(from - 1))) {
            from--;
        }
        if (from == segments.size()) {
            return false;
        }
        String base =
                extended(path(segments.subList(0, literal)), segments.subList(0, from), literal);
        return isSystemOrHome(base, world);
    }

    private static boolean isSystemOrHome(String path, World world) {
        boolean workspace = world.workspaces().contains(path) && !path.equals(world.home());
        return !workspace && Standings.of(path, world).contains(Standing.CRITICAL);
    }

    /// Whether a name's pattern leaves (nearly) nothing out: `*`, `.*`, `.[!.]*`, `?*`, `*.*`.
    private static boolean isWide(String pattern) {
        boolean star = false;
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '*' -> star = true;
                case '?', '.' -> {}
                case '[' -> {
                    int close = Pattern.closing(pattern, i);
                    if (close < 0) {
                        return false;
                    }
                    i = close;
                }
                default -> {
                    return false;
                }
            }
        }
        return star;
    }
}
