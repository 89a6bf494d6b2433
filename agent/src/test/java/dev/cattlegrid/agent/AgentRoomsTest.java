package dev.cattlegrid.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cattlegrid.rooms.Rooms;
import org.junit.jupiter.api.Test;

class AgentRoomsTest {
    @Test
    void eachRoomKnowsWhatItsPlateSays() {
        assertEquals("", String.join("\n", Rooms.ofModule("agent").problems()));
    }

    @Test
    void theMapRepeatsThePlates() {
        assertEquals("", String.join("\n", Rooms.ofModule("agent").problemsWithMap("### agent")));
    }
}
