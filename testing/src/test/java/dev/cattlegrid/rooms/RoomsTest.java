package dev.cattlegrid.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RoomsTest {
    @Test
    void eachRoomKnowsWhatItsPlateSays() {
        assertEquals("", String.join("\n", Rooms.ofModule("testing").problems()));
    }

    @Test
    void theMapRepeatsThePlates() {
        assertEquals(
                "", String.join("\n", Rooms.ofModule("testing").problemsWithMap("### testing")));
    }
}
