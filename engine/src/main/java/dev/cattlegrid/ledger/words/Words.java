package dev.cattlegrid.ledger.words;

import dev.cattlegrid.ledger.words.Clause.Mood;
import dev.cattlegrid.ledger.words.Statement.Lift;
import dev.cattlegrid.ledger.words.Statement.Retraction;
import dev.cattlegrid.ledger.words.Thing.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what a person wrote, in English, German, French, Spanish or Chinese.
///
/// Boundaries are read loosely, orders strictly: what is not understood allows nothing. A question orders nothing, and
/// nothing does that stands under a condition, in a quotation, in a report, or in what was pasted.
public final class Words {
    private Words() {}

    /// What a message forbids, orders and lifts, in its order.
    ///
    /// @param message of any length; what lies beyond 65,536 characters is not read
    public static List<Statement> read(String message) {
        OwnText text = OwnText.of(message);
        var statements = new ArrayList<Statement>();
        if (!text.own().isBlank()) {
            for (Clause clause : Clauses.of(text.own())) {
                read(clause, statements);
            }
        }
        if (!text.told().isBlank()) {
            for (Clause clause : Clauses.of(text.told())) {
                Forbidding.in(clause).ifPresent(statements::add);
            }
        }
        return List.copyOf(statements);
    }

    private static void read(Clause clause, List<Statement> statements) {
        boolean plain = clause.mood() == Mood.PLAIN && !clause.doubtful();
        if (plain && isRetraction(clause)) {
            statements.add(new Retraction(clause.text()));
            return;
        }
        if (plain && clause.isOnly(Role.CONTINUE)) {
            statements.add(
                    new Lift(
                            List.of(Act.CHANGE),
                            List.of(new Thing.OfSort(Sort.EVERYTHING)),
                            clause.text()));
            return;
        }
        if (plain && clause.has(Role.LIFTWORD)) {
            statements.add(lift(clause));
            return;
        }
        Optional<Statement.Boundary> boundary = Forbidding.in(clause);
        boundary.ifPresent(statements::add);
        boolean only =
                boundary.filter(one -> one.scope() == Statement.Boundary.Scope.ALL_BUT_THESE)
                        .isPresent();
        if (boundary.isEmpty() || only) {
            statements.addAll(Ordering.in(clause));
            Ordering.okay(clause).ifPresent(statements::add);
        }
    }

    private static boolean isRetraction(Clause clause) {
        return clause.isOnly(Role.RETRACT)
                || clause.tokens().size() <= 2 && clause.isOnly(Role.RETRACTBARE)
                || clause.has(Role.RETRACT)
                        && clause.indexOf(Role.RETRACT, 0) == 0
                        && !clause.has(Role.ACT);
    }

    private static Lift lift(Clause clause) {
        int at = clause.indexOf(Role.LIFTWORD, 0);
        var acts = new ArrayList<Act>();
        for (Token token : clause.tokens()) {
            if (!token.is(Role.LIFTWORD) && (token.is(Role.ING) || token.is(Role.ACT))) {
                token.lexeme().act().ifPresent(acts::add);
            }
        }
        Objects behind =
                Objects.in(clause.tokens(), at + 1, clause.tokens().size(), clause.language());
        Objects front = Objects.in(clause.tokens(), 0, at, clause.language());
        var things = new ArrayList<>(behind.named());
        things.addAll(front.named());
        return new Lift(acts, things, clause.text());
    }
}
