package dev.cattlegrid.desk;

import dev.cattlegrid.screen.Ink;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.session.Granted;
import dev.cattlegrid.session.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Grants that a person is about to give, shown with what they would cover and what they would not.
///
/// @param wanted what is granted, one by one
/// @param count how often each may be used; 0: as often as wanted
record GrantDraft(
        List<Ticket.Wanted> wanted,
        String call,
        Granted.Scope scope,
        Instant from,
        Instant until,
        int count) {
    private static final String INSIDE = "/*";

    GrantDraft(Ticket ticket, Granted.Scope scope, Instant from, Instant until, int count) {
        this(ticket.always(), ticket.call(), scope, from, until, count);
    }

    /// The same for all that lies in a directory; nothing where something of it lies elsewhere or is no path.
    List<GrantDraft> below(String directory) {
        boolean all =
                wanted.stream()
                        .allMatch(one ->
                                one.target().startsWith(directory + "/")
                                        || one.target().equals(directory));
        if (!all) {
            return List.of();
        }
        List<Ticket.Wanted> wider =
                wanted.stream()
                        .map(one -> new Ticket.Wanted(one.rule(), one.kind(), directory + INSIDE))
                        .distinct()
                        .toList();
        return List.of(new GrantDraft(wider, call, scope, from, until, count));
    }

    List<Function<String, Granted>> grants() {
        return wanted.stream()
                .<Function<String, Granted>>map(one -> id -> granted(id, one))
                .toList();
    }

    private Granted granted(String id, Ticket.Wanted one) {
        return new Granted(
                id, one.rule(), one.kind(), one.target(), call, scope, from, until, count, 0, "");
    }

    /// What they would cover and what they would not, as the engine itself tells it.
    List<String> preview(Ink ink) {
        var lines = new ArrayList<String>();
        for (Ticket.Wanted one : wanted) {
            lines.add("");
            lines.add(
                    "  always: "
                            + ink.bold(Shown.line(Granted.words(one.kind(), one.target())).text())
                            + " (rule "
                            + one.rule()
                            + "), "
                            + scope.words()
                            + ", until "
                            + until.toString().replaceFirst("\\.\\d+Z$", "Z")
                            + (count == 0 ? "" : ", " + count + " times"));
            for (GrantExample example : GrantExample.of(granted("", one))) {
                String mark = example.covered() ? ink.green("  passes   ") : ink.red("  does not ");
                lines.add(mark + example.words());
            }
        }
        return lines;
    }
}
