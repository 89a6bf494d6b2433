package dev.cattlegrid.doctor;

import java.util.List;

/// What was found of the gate itself, or of one client.
///
/// @param name `gate`, or the client's as `setup` names it
/// @param title as people write it, with its version where that is known
record Part(String name, String title, List<Look> looks) {
    static final String GATE = "gate";

    Part {
        looks = List.copyOf(looks);
    }

    boolean isWell() {
        return looks.stream().noneMatch(look -> look.state() == Look.State.WRONG);
    }
}
