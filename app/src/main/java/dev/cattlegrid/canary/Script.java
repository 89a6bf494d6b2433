package dev.cattlegrid.canary;

import java.util.ArrayList;
import java.util.List;

/// What the model says in each conversation that a client holds with it.
///
/// @param parts the first is the main conversation; the others are those of subagents
public record Script(List<Part> parts) {
    public Script {
        parts = List.copyOf(parts);
    }

    /// @param mark words in the conversation's opening by which it is known; of the main one, empty
    /// @param turns one an answer; when they have run out the model says "done"
    record Part(String mark, List<Turn> turns) {
        Part {
            turns = List.copyOf(turns);
        }
    }

    public static Script of(List<Turn> turns) {
        return new Script(List.of(new Part("", turns)));
    }

    public static Script of(Turn... turns) {
        return of(List.of(turns));
    }

    /// And in the conversation of a subagent, whose prompt holds the mark.
    public Script with(String mark, Turn... turns) {
        var more = new ArrayList<>(parts);
        more.add(new Part(mark, List.of(turns)));
        return new Script(more);
    }

    /// Which conversation it is that begins so.
    int part(String opening) {
        for (int i = 1; i < parts.size(); i++) {
            if (opening.contains(parts.get(i).mark())) {
                return i;
            }
        }
        return 0;
    }
}
