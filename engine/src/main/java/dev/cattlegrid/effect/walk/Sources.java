package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import java.util.Optional;
import java.util.Set;

/// What the origins of data say of a text that is not known.
final class Sources {
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

    /// One or more of the names that data consists of; else nothing that is known.
    static Value value(Set<Source> sources, String why) {
        return below(sources)
                .<Value>map(place ->
                        new Value.Partial(
                                place.path().endsWith("/") ? place.path() : place.path() + "/",
                                "",
                                "names below `" + place.written() + "`"))
                .orElseGet(() -> Value.unknown(why));
    }
}
