package dev.cattlegrid.typed;

import dev.cattlegrid.effect.Place;

/// Whether a place lies below a directory: all that it can be, or something that it can be.
final class Below {
    private Below() {}

    /// All that it can be, also where symbolic links lead.
    static boolean isWithin(Struct struct, String directory) {
        return struct.place().isPresent()
                && directory.startsWith("/")
                && isWithin(struct.place().get(), directory);
    }

    private static boolean isWithin(Place place, String directory) {
        return switch (place.sure()) {
            case Place.Sure.Exact() ->
                    isBelow(place.path(), directory)
                            && place.facts()
                                    .realPath()
                                    .map(real -> isBelow(real, directory))
                                    .orElse(true);
            case Place.Sure.Expanded(var entries, var count) ->
                    entries.size() == count
                            && entries.stream().allMatch(entry -> isBelow(entry, directory));
            // What a word ends in may lead up again.
            case Place.Sure.Below(), Place.Sure.Unresolved() -> false;
        };
    }

    /// Anything that it can be.
    static boolean touches(Struct struct, String directory) {
        return struct.place().isPresent() && touches(struct.place().get(), directory);
    }

    private static boolean touches(Place place, String directory) {
        return switch (place.sure()) {
            case Place.Sure.Exact() ->
                    meets(place.path(), directory)
                            || place.facts()
                                    .realPath()
                                    .map(real -> meets(real, directory))
                                    .orElse(false);
            case Place.Sure.Expanded(var entries, var count) ->
                    entries.size() < count
                            || entries.stream().anyMatch(entry -> meets(entry, directory));
            case Place.Sure.Below() ->
                    meets(place.path(), directory) || directory.startsWith(place.path());
            case Place.Sure.Unresolved() -> true;
        };
    }

    private static boolean meets(String path, String directory) {
        return isBelow(path, directory) || isBelow(directory, path);
    }

    private static boolean isBelow(String path, String directory) {
        String above = directory.endsWith("/") ? directory : directory + "/";
        return path.startsWith(above) || path.equals(directory) || (path + "/").equals(above);
    }
}
