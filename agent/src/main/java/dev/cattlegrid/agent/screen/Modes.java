package dev.cattlegrid.agent.screen;

import dev.cattlegrid.call.Origin;
import java.util.List;

/// The modes that Shift+Tab goes through.
///
/// @param bypass whether the session was begun with leave to bypass permissions
record Modes(boolean bypass) {
    private static final List<Origin.Mode> ALWAYS =
            List.of(
                    Origin.Mode.DEFAULT,
                    Origin.Mode.ACCEPT_EDITS,
                    Origin.Mode.PLAN,
                    Origin.Mode.AUTO);

    Origin.Mode after(Origin.Mode mode) {
        if (mode == Origin.Mode.AUTO && bypass) {
            return Origin.Mode.BYPASS_PERMISSIONS;
        }
        int at = ALWAYS.indexOf(mode);
        return ALWAYS.get((at + 1) % ALWAYS.size());
    }

    boolean has(Origin.Mode mode) {
        return mode != Origin.Mode.BYPASS_PERMISSIONS || bypass;
    }

    /// What a mode means, in one sentence.
    static String about(Origin.Mode mode) {
        return switch (mode) {
            case DEFAULT -> "you are asked before anything is changed";
            case ACCEPT_EDITS -> "edits in the project pass; you are asked about the rest";
            case PLAN -> "nothing is changed; the agent reads and plans";
            case AUTO ->
                    "the agent goes on by itself; the gate refuses harm and asks you where only you can say";
            case DONT_ASK -> "you are not asked; what would be a question is refused";
            case BYPASS_PERMISSIONS ->
                    "nobody is asked; what still holds are hard rules and what you forbade";
        };
    }
}
