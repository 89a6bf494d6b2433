package dev.cattlegrid.effect;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A path that an effect is about, resolved against the world.
///
/// @param path absolute and normalised when it is exact; else the known beginning (`/home/x/` of `~/$NAME`), may be empty
/// @param written as the call names it, for showing
public record Place(
        String path,
        String written,
        Sure sure,
        Zone zone,
        Set<Standing> standings,
        PathFacts facts) {
    public Place {
        standings = Set.copyOf(standings.isEmpty() ? Set.of() : EnumSet.copyOf(standings));
    }

    /// How sure the path is.
    public sealed interface Sure {
        /// This one path.
        record Exact() implements Sure {}

        /// A pattern that stands for these entries.
        ///
        /// @param entries absolute paths, at most 64 of them are kept
        /// @param count how many there are in all
        record Expanded(List<String> entries, int count) implements Sure {
            public Expanded {
                entries = List.copyOf(entries);
            }
        }

        /// One or more unknown names below (directly or deeper) the path: a glob that was not expanded, or a word
        /// whose end is unknown.
        record Below() implements Sure {}

        /// It could be anywhere.
        record Unresolved() implements Sure {}
    }

    public boolean is(Standing standing) {
        return standings.contains(standing);
    }

    public boolean isExact() {
        return sure instanceof Sure.Exact;
    }
}
