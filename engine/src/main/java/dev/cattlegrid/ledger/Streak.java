package dev.cattlegrid.ledger;

import java.util.Set;
import java.util.TreeSet;

/// How often an agent was refused, one after the other and in all. The same aims refused again count once.
///
/// @param row refusals since the last call that was allowed
/// @param total refusals of the session
/// @param seen what was refused already, by its aims
public record Streak(int row, int total, Set<String> seen) {
    private static final int REMEMBERED = 256;

    public static final Streak NONE = new Streak(0, 0, Set.of());

    public Streak {
        seen = Set.copyOf(seen);
    }

    Streak after(Event.Decided decided) {
        return switch (decided.answer()) {
            case ALLOWED -> row == 0 ? this : new Streak(0, total, seen);
            case ASKED, FAILED -> this;
            case REFUSED -> refused(key(decided));
        };
    }

    private Streak refused(String key) {
        if (seen.contains(key)) {
            return this;
        }
        var more = new TreeSet<>(seen);
        if (more.size() < REMEMBERED) {
            more.add(key);
        }
        return new Streak(row + 1, total + 1, more);
    }

    private static String key(Event.Decided decided) {
        var aims = new TreeSet<String>();
        decided.refused().forEach(effect -> Aims.of(effect).forEach(aim -> aims.add(aim.key())));
        return aims.isEmpty() ? decided.call() : String.join("\n", aims);
    }

    /// A person has looked.
    Streak ended() {
        return new Streak(0, 0, seen);
    }
}
