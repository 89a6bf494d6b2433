package dev.cattlegrid.ledger;

import dev.cattlegrid.ledger.words.Act;
import dev.cattlegrid.ledger.words.Statement;
import dev.cattlegrid.ledger.words.Thing;
import dev.cattlegrid.ledger.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the person of a session forbade and asked for, in their own words.
///
/// @param limits what they forbade and have not lifted
/// @param consents what may be done, the latest last
/// @param next the number that the next of both gets
public record Wishes(List<Limit> limits, List<Consent> consents, int next) {
    private static final int REMEMBERED = 64;
    private static final Thing EVERYTHING = new Thing.OfSort(Thing.Sort.EVERYTHING);

    public static final Wishes NONE = new Wishes(List.of(), List.of(), 1);

    public Wishes {
        limits = List.copyOf(limits);
        consents = List.copyOf(consents);
    }

    /// A boundary; an order with a greater number came after it.
    ///
    /// @param free things that it no longer forbids
    public record Limit(int number, Statement.Boundary boundary, List<Thing> free) {
        public Limit {
            free = List.copyOf(free);
        }
    }

    /// An order, and the number by which its uses are counted.
    public record Consent(int number, Statement.Order order) {}

    public boolean isEmpty() {
        return limits.isEmpty() && consents.isEmpty();
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
        return new Wishes(
                limits,
                consents.stream()
                        .filter(consent ->
                                consent.order().standing() || !cited.contains(consent.number()))
                        .toList(),
                next);
    }

    private Wishes after(List<Statement> statements) {
        Wishes after = this;
        for (Statement statement : statements) {
            after =
                    switch (statement) {
                        case Statement.Boundary boundary -> after.with(boundary);
                        case Statement.Order order -> after.with(order);
                        case Statement.Lift lift -> after.without(lift.acts(), lift.things());
                        case Statement.Retraction _ ->
                                new Wishes(after.limits, List.of(), after.next);
                    };
        }
        return after;
    }

    /// What is forbidden now was not ordered before. The same said twice stands once, and counts from the second time.
    private Wishes with(Statement.Boundary boundary) {
        var more = new ArrayList<Limit>();
        for (Limit limit : limits) {
            if (!isSame(limit.boundary(), boundary)) {
                more.add(limit);
            }
        }
        more.add(new Limit(next, boundary, List.of()));
        return new Wishes(
                more,
                consents.stream()
                        .filter(consent -> !boundary.acts().contains(consent.order().act()))
                        .toList(),
                next + 1);
    }

    private static boolean isSame(Statement.Boundary one, Statement.Boundary other) {
        return one.acts().equals(other.acts())
                && one.things().equals(other.things())
                && one.scope() == other.scope();
    }

    /// A leave ("you can push now") lifts; an order only passes what it names, and is used up by that. Whoever says that
    /// something is to be changed ends "change nothing", too.
    private Wishes with(Statement.Order order) {
        Wishes lifted = this;
        if (order.permits()) {
            lifted = without(List.of(order.act()), order.things());
        } else if (order.act() == Act.CHANGE || order.act() == Act.RUN) {
            lifted = without(List.of(order.act()), List.of(EVERYTHING));
        }
        var more = new ArrayList<>(lifted.consents);
        more.add(new Consent(next, order));
        return new Wishes(
                lifted.limits,
                more.subList(Math.max(0, more.size() - REMEMBERED), more.size()),
                next + 1);
    }

    /// @param acts empty: all
    /// @param things empty: whatever is forbidden without naming anything
    private Wishes without(List<Act> acts, List<Thing> things) {
        var left = new ArrayList<Limit>();
        for (Limit limit : limits) {
            freed(limit, acts, things).ifPresent(left::add);
        }
        return new Wishes(left, consents, next);
    }

    private static Optional<Limit> freed(Limit limit, List<Act> acts, List<Thing> things) {
        Statement.Boundary boundary = limit.boundary();
        if (!acts.isEmpty() && boundary.acts().stream().noneMatch(acts::contains)) {
            return Optional.of(limit);
        }
        boolean general = boundary.things().isEmpty() || boundary.things().contains(EVERYTHING);
        boolean whole =
                things.isEmpty()
                        ? general || acts.isEmpty()
                        : things.contains(EVERYTHING)
                                ? boundary.things().contains(EVERYTHING)
                                : boundary.scope() == Statement.Boundary.Scope.THESE
                                        && !boundary.things().isEmpty()
                                        && things.containsAll(boundary.things());
        if (whole) {
            return withoutActs(limit, acts, general);
        }
        if (things.isEmpty() || things.contains(EVERYTHING)) {
            return Optional.of(limit);
        }
        var free = new ArrayList<>(limit.free());
        things.stream().filter(thing -> !free.contains(thing)).forEach(free::add);
        return Optional.of(new Limit(limit.number(), boundary, free));
    }

    private static Optional<Limit> withoutActs(Limit limit, List<Act> acts, boolean general) {
        Statement.Boundary boundary = limit.boundary();
        List<Act> left =
                acts.isEmpty() || boundary.things().contains(EVERYTHING)
                        ? List.of()
                        : boundary.acts().stream().filter(act -> !acts.contains(act)).toList();
        // "hands off docs/" forbids both at once, and is lifted at once.
        return left.isEmpty() || !general
                ? Optional.empty()
                : Optional.of(
                        new Limit(
                                limit.number(),
                                new Statement.Boundary(
                                        left,
                                        boundary.things(),
                                        boundary.scope(),
                                        boundary.words()),
                                limit.free()));
    }
}
