package dev.cattlegrid.effect.world;

import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Value;
import java.util.List;

/// Turns words into places: absolute, normalised, with zone, standing and facts.
public final class Places {
    private Places() {}

    /// The places that a value stands for, seen from a directory.
    ///
    /// @param directory absolute, or a place that is not exact when the working directory is unknown
    /// @return at least one; a glob gives one place with [Place.Sure.Expanded] or [Place.Sure.Below]
    public static List<Place> of(Value value, Place directory, World.Use use, World world) {
        throw new IllegalStateException("not there");
    }
}
