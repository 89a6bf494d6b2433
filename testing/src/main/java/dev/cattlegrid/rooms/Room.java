package dev.cattlegrid.rooms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A package: its plate, if it has a good one, and what its files use.
///
/// @param name below the root package; the root package itself is `Gate`
/// @param uses the rooms that its files name, and which files those are
record Room(String name, Optional<Plate> plate, Map<String, List<String>> uses) {
    Room {
        uses = new TreeMap<>(uses);
    }
}
