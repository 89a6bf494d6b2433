package dev.cattlegrid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cattlegrid.rooms.Rooms;
import org.junit.jupiter.api.Test;

class RoomsTest {
    @Test
    void eachRoomKnowsWhatItsPlateSays() {
        assertEquals("", String.join("\n", Rooms.ofModule("app").problems()));
    }

    @Test
    void theMapRepeatsThePlates() {
        assertEquals("", String.join("\n", Rooms.ofModule("app").problemsWithMap("### app")));
    }
}
