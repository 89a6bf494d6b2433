package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import java.util.Optional;
import java.util.Set;

/// What the origins of data say of a text that is not known.
final class Sources {
    private static final Set<String> LISTING =
            Set.of("ls", "find", "fd", "fdfind", "git", "rg", "grep", "tree");

    private static final Set<String> CHOOSING =
            Set.of(
                    "head", "tail", "sort", "uniq", "grep", "egrep", "fgrep", "rg", "tac", "shuf",
                    "cat");

    private Sources() {}

    /// The place below which all names of the data lie, where it is nothing but names.
    static Optional<Place> below(Set<Source> sources) {
        Place place = null;
        for (Source source : sources) {
            switch (source) {
                case Source.Names(var below) -> {
                    if (place != null && !place.path().equals(below.path())) {
                        return Optional.empty();
                    }
                    place = below;
                }
                case Source.Spelled _ -> {}
                case Source.File _,
                        Source.Network _,
                        Source.Variable _,
                        Source.Environment _,
                        Source.Vault _,
                        Source.Program _ -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.ofNullable(place).filter(Sources::isKnown);
    }

    private static boolean isKnown(Place place) {
        return switch (place.sure()) {
            case Place.Sure.Exact _, Place.Sure.Below _ -> !place.path().isEmpty();
            case Place.Sure.Expanded _, Place.Sure.Unresolved _ -> false;
        };
    }

    /// What a program prints, where it is one or more of the names below a place: from one that lists names, or
    /// through one that only chooses among the lines that it is given.
    static Optional<Value> names(String program, Set<Source> sources, Io.Input in) {
        if (CHOOSING.contains(program) && in.piped() && in.lines().isPresent()) {
            return in.lines();
        }
        return LISTING.contains(program) ? below(sources).map(Sources::name) : Optional.empty();
    }

    private static Value name(Place place) {
        String top = place.path().endsWith("/") ? place.path() : place.path() + "/";
        return new Value.Partial(top, "", "names below `" + place.written() + "`");
    }
}
