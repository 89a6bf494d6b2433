package dev.cattlegrid.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A kept map holds what an ordinary one would, and an older one stays what it was.
class KeptTest {
    @Test
    void holdsWhatAnOrdinaryMapWould() {
        var random = new Random(7);
        Map<String, Integer> plain = new TreeMap<>();
        Kept<Integer> kept = Kept.none();
        for (int i = 0; i < 5_000; i++) {
            String path = path(random);
            Kept<Integer> before = kept;
            Map<String, Integer> copy = Map.copyOf(plain);
            switch (random.nextInt(4)) {
                case 0 -> {
                    plain.remove(path);
                    kept = kept.without(path);
                }
                case 1 -> {
                    plain.keySet().removeIf(name -> isIn(name, path));
                    kept = kept.withoutTree(path);
                }
                default -> {
                    plain.put(path, i);
                    kept = kept.with(path, i);
                }
            }
            assertEquals(copy, before);
        }
        assertEquals(plain, kept);
        assertEquals(List.copyOf(plain.keySet()), List.copyOf(kept.keySet()));
        assertTrue(kept.size() > 10);
    }

    @Test
    void whatLiesBelowAPathIsFound() {
        Kept<Integer> kept = Kept.of(Map.of("/a", 1, "/a/b", 2, "/a/b/c", 3, "/a-b", 4, "/ab", 5));
        assertEquals(
                List.of("/a/b", "/a/b/c"),
                kept.inside("/a").stream().map(Map.Entry::getKey).toList());
    }

    private static boolean isIn(String name, String path) {
        return name.equals(path) || name.startsWith(path + "/");
    }

    private static String path(Random random) {
        var path = new StringBuilder();
        for (int i = 0; i <= random.nextInt(3); i++) {
            path.append('/').append((char) ('a' + random.nextInt(4)));
            path.append(random.nextInt(5) == 0 ? "-x" : "");
        }
        return path.toString();
    }
}
