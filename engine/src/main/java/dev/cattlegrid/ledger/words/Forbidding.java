package dev.cattlegrid.ledger.words;

import dev.cattlegrid.ledger.words.Clause.Mood;
import dev.cattlegrid.ledger.words.Statement.Boundary;
import dev.cattlegrid.ledger.words.Statement.Boundary.Scope;
import dev.cattlegrid.ledger.words.Thing.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads boundaries. They need little to take hold: a word that forbids, and an act.
final class Forbidding {
    static final Thing EVERYTHING = new Thing.OfSort(Sort.EVERYTHING);

    private Forbidding() {}

    /// What a clause forbids; nothing where it forbids nothing.
    static Optional<Boundary> in(Clause clause) {
        if (clause.mood() == Mood.ASKED && !isRequest(clause)) {
            return Optional.empty();
        }
        return whole(clause)
                .or(() -> around(clause))
                .or(() -> leftAlone(clause))
                .or(() -> only(clause))
                .or(() -> Denial.in(clause));
    }

    /// "can you please not push?"
    private static boolean isRequest(Clause clause) {
        return clause.has(Role.MAY) && clause.has(Role.NOT);
    }

    private static Optional<Boundary> whole(Clause clause) {
        if (clause.isOnly(Role.STOPALL)) {
            return Optional.of(
                    of(clause, List.of(Act.CHANGE, Act.RUN, Act.CONNECT), List.of(EVERYTHING)));
        }
        if (clause.has(Role.OFFLINE)) {
            return Optional.of(of(clause, List.of(Act.CONNECT), List.of()));
        }
        int at = clause.indexOf(Role.READONLY, 0);
        if (at < 0 || clause.has(Role.FACTNOT) || isOfOthers(clause, at)) {
            return Optional.empty();
        }
        Objects objects =
                Objects.in(clause.tokens(), at + 1, clause.tokens().size(), clause.language());
        if (!objects.excepted().isEmpty()) {
            return Optional.of(allBut(clause, List.of(Act.CHANGE), objects.excepted()));
        }
        List<Thing> named = new ArrayList<>(objects.named());
        named.addAll(objects.places());
        boolean more = at + 1 < clause.tokens().size() && isAbout(clause.tokens().get(at + 1));
        if (named.isEmpty() && more) {
            return Optional.empty();
        }
        return Optional.of(
                of(clause, List.of(Act.CHANGE), named.isEmpty() ? List.of(EVERYTHING) : named));
    }

    /// "hands off X", "stay in X", "X is off limits".
    private static Optional<Boundary> around(Clause clause) {
        int in = clause.indexOf(Role.ONLYIN, 0);
        if (in >= 0) {
            Objects objects = after(clause, in);
            List<Thing> things = all(objects);
            return things.isEmpty() || objects.plain()
                    ? Optional.empty()
                    : Optional.of(allBut(clause, List.of(Act.CHANGE), things));
        }
        int off = clause.indexOf(Role.HANDSOFF, 0);
        if (off >= 0) {
            return named(clause, all(after(clause, off)));
        }
        int limits = clause.indexOf(Role.OFFLIMITS, 0);
        if (limits < 0) {
            return Optional.empty();
        }
        Objects objects = Objects.in(clause.tokens(), firstWord(clause), limits, clause.language());
        Optional<Act> act = actBefore(clause, limits);
        return act.isPresent() && objects.named().isEmpty()
                ? Optional.of(of(clause, List.of(act.get()), List.of()))
                : named(clause, all(objects));
    }

    private static Optional<Act> actBefore(Clause clause, int end) {
        for (int i = 0; i < end; i++) {
            Token token = clause.tokens().get(i);
            if (token.is(Role.ING) || token.is(Role.ACT)) {
                return token.lexeme().act();
            }
        }
        return Optional.empty();
    }

    private static Optional<Boundary> leftAlone(Clause clause) {
        int leave = clause.indexOf(Role.LEAVE, 0);
        int alone = leave < 0 ? -1 : clause.indexOf(Role.ALONE, leave + 1);
        if (alone < 0 || clause.has(Role.NOT)) {
            return Optional.empty();
        }
        return named(clause, all(Objects.in(clause.tokens(), leave + 1, alone, clause.language())));
    }

    private static Optional<Boundary> named(Clause clause, List<Thing> things) {
        return things.isEmpty()
                ? Optional.empty()
                : Optional.of(of(clause, List.of(Act.CHANGE, Act.DELETE), things));
    }

    /// "only touch docs/", "push only to feature/x".
    private static Optional<Boundary> only(Clause clause) {
        int que = frenchOnly(clause);
        if (que > 0) {
            List<Act> acts = Denial.acts(clause, 0);
            List<Thing> things = all(after(clause, que));
            return acts.isEmpty() || things.isEmpty() || !acts.stream().allMatch(Forbidding::bounds)
                    ? Optional.empty()
                    : Optional.of(allBut(clause, acts, things));
        }
        int only = clause.indexOf(Role.ONLY, 0);
        if (only < 0 || clause.has(Role.NOT) || clause.mood() == Mood.CONDITIONAL) {
            return Optional.empty();
        }
        List<Token> tokens = clause.tokens();
        int act = clause.indexOf(Role.ACT, 0);
        if (act < 0
                || Math.abs(act - only) > 2
                || act > 0 && only > act + 1
                || !startsAt(clause, Math.min(act, only))) {
            return Optional.empty();
        }
        Act what = tokens.get(act).lexeme().act().orElseThrow();
        Objects objects =
                Objects.in(tokens, Math.max(act, only) + 1, tokens.size(), clause.language());
        List<Thing> things = all(objects);
        boolean paths =
                objects.described()
                        || things.stream().anyMatch(Forbidding::isPath)
                        || what != Act.CHANGE;
        boolean clear =
                paths
                        && !things.isEmpty()
                        && !objects.plain()
                        && objects.exact()
                        && !objects.isEverything();
        return clear && bounds(what)
                ? Optional.of(allBut(clause, List.of(what), things))
                : Optional.empty();
    }

    /// "ne touche qu'à docs/".
    private static int frenchOnly(Clause clause) {
        long denials = clause.tokens().stream().filter(token -> token.is(Role.NOT)).count();
        if (!clause.language().is("fr") || denials != 1) {
            return -1;
        }
        boolean ne = false;
        for (int i = 0; i < clause.tokens().size(); i++) {
            String word = clause.tokens().get(i).folded();
            if (ne && (word.equals("que") || word.equals("qu'"))) {
                return i;
            }
            ne |= word.equals("ne") || word.equals("n'");
        }
        return -1;
    }

    private static boolean isPath(Thing thing) {
        return switch (thing) {
            case Thing.Named(var name) ->
                    name.chars().anyMatch(c -> c == '/' || c == '.' || c == '*');
            case Thing.OfSort _ -> true;
        };
    }

    private static boolean bounds(Act act) {
        return switch (act) {
            case CHANGE, DELETE, PUSH, FORCE_PUSH, MERGE, DEPLOY, PUBLISH, INSTALL -> true;
            case COMMIT, REWRITE, DISCARD, MOVE, READ, CONNECT, MESSAGE, REQUEST, RUN, STOP ->
                    false;
        };
    }

    private static boolean isOfOthers(Clause clause, int at) {
        return clause.tokens().subList(0, at).stream().anyMatch(token -> token.is(Role.I));
    }

    /// "no changes from before", "do nothing with it".
    private static boolean isAbout(Token token) {
        return token.is(Role.IN) || token.is(Role.TO) || token.folded().equals("with");
    }

    private static boolean startsAt(Clause clause, int at) {
        return clause.tokens().subList(0, at).stream()
                .allMatch(token ->
                        token.is(Role.OPENER)
                                || token.is(Role.PLEASE)
                                || token.is(Role.AND)
                                || token.is(Role.BUT)
                                || token.is(Role.LETS)
                                || token.is(Role.YOU)
                                || token.is(Role.MAY)
                                || token.is(Role.MUST)
                                || token.is(Role.PERMIT));
    }

    static List<Thing> all(Objects objects) {
        var things = new ArrayList<>(objects.named());
        things.addAll(objects.places());
        things.addAll(objects.sources());
        return things;
    }

    private static Objects after(Clause clause, int at) {
        return Objects.in(clause.tokens(), at + 1, clause.tokens().size(), clause.language());
    }

    static int firstWord(Clause clause) {
        int at = 0;
        while (at < clause.tokens().size()
                && Clause.isFiller(clause.tokens().get(at))
                && !clause.tokens().get(at).is(Role.DET)) {
            at++;
        }
        return at;
    }

    static Boundary of(Clause clause, List<Act> acts, List<Thing> things) {
        return new Boundary(acts, things, Scope.THESE, clause.text());
    }

    static Boundary allBut(Clause clause, List<Act> acts, List<Thing> things) {
        return new Boundary(acts, things, Scope.ALL_BUT_THESE, clause.text());
    }
}
