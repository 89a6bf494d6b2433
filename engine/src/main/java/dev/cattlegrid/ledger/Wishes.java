package dev.cattlegrid.ledger;

import dev.cattlegrid.ledger.words.Statement;
import dev.cattlegrid.ledger.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the person of a session forbade and asked for, in their own words.
///
/// @param boundaries those that stand
/// @param consents what may be done, the latest last
/// @param next the number that the next consent gets
public record Wishes(List<Statement.Boundary> boundaries, List<Consent> consents, int next) {
    private static final int REMEMBERED = 256;

    public static final Wishes NONE = new Wishes(List.of(), List.of(), 1);

    public Wishes {
        boundaries = List.copyOf(boundaries);
        consents = List.copyOf(consents);
    }

    /// An order, and the number by which its uses are counted.
    public record Consent(int number, Statement.Order order) {}

    public boolean isEmpty() {
        return boundaries.isEmpty() && consents.isEmpty();
    }

    /// Only a person's own words say anything. What an agent tells a subagent forbids nothing here either: the ledger is
    /// shared, and the parent would be bound by it.
    Wishes after(Event.Said said) {
        return switch (said.source()) {
            case PERSON -> after(Words.read(said.text()));
            case AGENT, TOOL, FILE, NOTIFICATION -> this;
        };
    }

    /// An order that was for once is used up by the call that rests on it.
    Wishes after(Event.Decided decided) {
        if (decided.answer() != Event.Decided.Answer.ALLOWED || decided.cited().isEmpty()) {
            return this;
        }
        Set<Integer> cited = Set.copyOf(decided.cited());
        List<Consent> left =
                consents.stream()
                        .filter(consent ->
                                consent.order().standing() || !cited.contains(consent.number()))
                        .toList();
        return new Wishes(boundaries, left, next);
    }

    private Wishes after(List<Statement> statements) {
        Wishes after = this;
        for (Statement statement : statements) {
            after =
                    switch (statement) {
                        case Statement.Boundary boundary -> after.with(boundary);
                        case Statement.Order order -> after.with(order);
                        case Statement.Lift lift -> after.without(lift);
                    };
        }
        return after;
    }

    private Wishes with(Statement.Boundary boundary) {
        if (boundaries.contains(boundary)) {
            return this;
        }
        var more = new ArrayList<>(boundaries);
        more.add(boundary);
        return new Wishes(more, consents, next);
    }

    private Wishes with(Statement.Order order) {
        var more = new ArrayList<>(consents);
        more.add(new Consent(next, order));
        return new Wishes(
                boundaries,
                more.subList(Math.max(0, more.size() - REMEMBERED), more.size()),
                next + 1);
    }

    private Wishes without(Statement.Lift lift) {
        List<Statement.Boundary> left =
                boundaries.stream()
                        .filter(boundary ->
                                !lift.acts().isEmpty() && !lift.acts().containsAll(boundary.acts()))
                        .toList();
        return new Wishes(left, consents, next);
    }
}
