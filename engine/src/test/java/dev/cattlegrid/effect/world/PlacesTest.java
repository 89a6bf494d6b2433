package dev.cattlegrid.effect.world;

import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Words to places in the assumed world. An input is a use and a word: `glob` before it makes it a pattern, `…` in it
/// stands for what is not known; a second line names the working directory.
class PlacesTest {
    private final World world = AssumedWorld.of(Optional.empty(), false, Map.of(), "");

    @TestFactory
    Stream<DynamicTest> placesOfWords() {
        return Cases.of("world/places.txt", this::answer);
    }

    private List<String> answer(String input) {
        List<String> lines = input.lines().toList();
        String[] words = lines.getFirst().split(" ", 2);
        World.Use use = World.Use.valueOf(words[0].toUpperCase(Locale.ROOT));
        Place directory = lines.size() > 1 ? directory(lines.get(1)) : at("/home/dev/project");
        return Places.of(value(words[1]), directory, use, world).stream()
                .map(PlacesTest::line)
                .toList();
    }

    private Place directory(String text) {
        return text.equals("…")
                ? Places.unresolved("…")
                : Places.of(value(text), at("/home/dev/project"), World.Use.ENTER, world)
                        .getFirst();
    }

    private Place at(String path) {
        return Places.of(path, World.Use.ENTER, world);
    }

    private static Value value(String text) {
        if (text.startsWith("glob ")) {
            return new Value.Glob(text.substring(5));
        }
        int open = text.indexOf('…');
        return open < 0
                ? Value.exact(text)
                : new Value.Partial(text.substring(0, open), text.substring(open + 1), "?");
    }

    private static String line(Place place) {
        String sure =
                switch (place.sure()) {
                    case Place.Sure.Exact() -> "exact";
                    case Place.Sure.Expanded(var entries, var count) -> count + " " + entries;
                    case Place.Sure.Below() -> "below";
                    case Place.Sure.Unresolved() -> "unresolved";
                };
        String standings =
                place.standings().stream()
                        .sorted()
                        .map(Enum::name)
                        .collect(Collectors.joining(" "));
        return "%s %s %s%s, %s %s %s"
                .formatted(
                        sure,
                        place.path().isEmpty() ? "-" : place.path(),
                        lower(place.zone()),
                        standings.isEmpty() ? "" : " " + standings,
                        lower(place.facts().existence()),
                        lower(place.facts().kind()),
                        lower(place.facts().saved()));
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
