package dev.cattlegrid.effect.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Only the cards of the programs that are asked for are read.
class CardsAreLazyTest {
    @Test
    void oneProgramOneCard() {
        Set<String> before = Cards.read();
        Programs.of("uniq");
        Programs.of("uniq");
        Set<String> after = new HashSet<>(Cards.read());
        after.removeAll(before);
        after.remove("uniq");
        assertEquals(Set.of(), after);
    }
}
