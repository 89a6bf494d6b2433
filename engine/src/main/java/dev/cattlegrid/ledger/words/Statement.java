package dev.cattlegrid.ledger.words;

import java.util.List;

/// Something that a person's words come to.
public sealed interface Statement {
    /// The words themselves, cut to a line.
    String words();

    /// What is not to be done.
    ///
    /// @param acts what acts; each of them is forbidden
    /// @param things what they are not to be done to; empty: to anything
    /// @param scope whether the things are those that are forbidden, or the only ones that are not
    record Boundary(List<Act> acts, List<Thing> things, Scope scope, String words)
            implements Statement {
        public Boundary {
            acts = List.copyOf(acts);
            things = List.copyOf(things);
        }

        public enum Scope {
            THESE,
            ALL_BUT_THESE
        }
    }

    /// What is to be done, or may be.
    ///
    /// @param things what it is to be done to, and where it is to go; empty where nothing is named
    /// @param places where those are, or what they come from: "delete the logs *in build/*"
    /// @param standing whether it is said for every time
    /// @param permits whether it is a leave ("you can push now") and no order
    record Order(
            Act act,
            List<Thing> things,
            List<Thing> places,
            boolean standing,
            boolean permits,
            String words)
            implements Statement {
        public Order {
            things = List.copyOf(things);
            places = List.copyOf(places);
        }
    }

    /// A boundary that no longer stands.
    ///
    /// @param acts those that are free again; empty: all
    /// @param things those that are free again; empty: all
    record Lift(List<Act> acts, List<Thing> things, String words) implements Statement {
        public Lift {
            acts = List.copyOf(acts);
            things = List.copyOf(things);
        }
    }

    /// What was ordered is taken back.
    record Retraction(String words) implements Statement {}
}
