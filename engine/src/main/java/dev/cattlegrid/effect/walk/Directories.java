package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Zone;
import java.util.Set;

/// Working directories, where there may be one or another.
final class Directories {
    private Directories() {}

    static Place either(Place one, Place other) {
        if (one.equals(other)
                || one.isExact() && other.isExact() && one.path().equals(other.path())) {
            return one;
        }
        return anywhere(one.written() + " or " + other.written());
    }

    static Place anywhere(String written) {
        return new Place(
                "",
                written,
                new Place.Sure.Unresolved(),
                Zone.UNKNOWN,
                Set.of(),
                PathFacts.UNKNOWN);
    }
}
