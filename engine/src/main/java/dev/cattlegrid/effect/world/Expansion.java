package dev.cattlegrid.effect.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Expands patterns against the names that are there, as bash does without `dotglob`, `nullglob` or `globstar`.
///
/// @param most how many names are listed before the answer is that they are not known
record Expansion(Looks looks, int most) {
    World.Listing of(String pattern) {
        List<String> found = List.of("/");
        List<String> segments = PathText.segments(pattern);
        for (int i = 0; i < segments.size(); i++) {
            boolean last = i == segments.size() - 1;
            Optional<List<String>> next = next(found, segments.get(i), last);
            if (next.isEmpty() || looks.isExhausted()) {
                return new World.Listing.Some();
            }
            found = next.get();
        }
        return new World.Listing.Names(found);
    }

    private Optional<List<String>> next(List<String> directories, String segment, boolean last) {
        List<String> paths = new ArrayList<>();
        for (String directory : directories) {
            if (!Pattern.isActive(segment)) {
                String path = PathText.child(directory, Pattern.literal(segment));
                if (!last || !(looks.at(path) instanceof Looks.Entry.Absent)) {
                    paths.add(path);
                }
                continue;
            }
            Optional<Boolean> listed = addMatching(directory, segment, paths);
            if (listed.isEmpty() || paths.size() > most) {
                return Optional.empty();
            }
        }
        return Optional.of(paths);
    }

    /// Empty where there is a directory that cannot be listed.
    private Optional<Boolean> addMatching(String directory, String segment, List<String> paths) {
        Optional<String> real = looks.real(directory);
        if (real.isEmpty()) {
            return Optional.empty();
        }
        if (!looks.isDirectory(real.get())) {
            return looks.at(real.get()) instanceof Looks.Entry.Hidden
                    ? Optional.empty()
                    : Optional.of(false);
        }
        Optional<List<String>> names = looks.names(real.get(), most);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        for (String name : names.get()) {
            boolean hidden =
                    name.startsWith(".") && !segment.startsWith(".") && !segment.startsWith("\\.");
            if (!hidden && Pattern.matches(segment, name)) {
                paths.add(PathText.child(directory, name));
            }
        }
        return Optional.of(true);
    }
}
