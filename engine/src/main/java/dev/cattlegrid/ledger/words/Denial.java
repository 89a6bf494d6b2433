package dev.cattlegrid.ledger.words;

import dev.cattlegrid.ledger.words.Statement.Boundary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the plainest boundary: a word that denies, and the acts that it denies.
final class Denial {
    /// Acts that would be done elsewhere: where their object is not understood, all of them are meant.
    private static final Set<Act> OUTWARD =
            EnumSet.of(Act.PUSH, Act.FORCE_PUSH, Act.MERGE, Act.PUBLISH, Act.DEPLOY, Act.MESSAGE);

    /// Behind a noun these tell what it does.
    private static final Set<String> TELLING =
            Set.of("don't", "dont", "do not", "never", "can't", "cannot", "no");

    private static final Set<String> ANYWHERE =
            Set.of(
                    "without",
                    "w/o",
                    "avoid",
                    "instead of",
                    "evite de",
                    "eviter de",
                    "au lieu de",
                    "en lugar de",
                    "en vez de",
                    "evita",
                    "避免");

    private Denial() {}

    /// The acts that are denied from some word on.
    static List<Act> acts(Clause clause, int not) {
        return acts(clause, not, false, false).acts;
    }

    static Optional<Boundary> in(Clause clause) {
        int not = clause.indexOf(Role.NOT, 0);
        boolean nothing = not < 0 && clause.has(Role.NOTHING);
        if (nothing) {
            not = clause.indexOf(Role.NOTHING, 0);
        }
        boolean gerund = not < 0;
        if (gerund) {
            not = gerund(clause);
        }
        if (not < 0 || clause.has(Role.FACTNOT) || isOfSomebodyElse(clause, not)) {
            return Optional.empty();
        }
        Acts known = acts(clause, not, gerund, false);
        Acts acts = known.acts.isEmpty() && !gerund ? acts(clause, not, gerund, true) : known;
        if (acts.acts.isEmpty()) {
            return Optional.empty();
        }
        Objects objects = objects(clause, not, acts);
        if (!objects.excepted().isEmpty()) {
            return Optional.of(Forbidding.allBut(clause, acts.acts, objects.excepted()));
        }
        return Optional.of(Forbidding.of(clause, acts.acts, things(objects, acts.acts, nothing)))
                .filter(boundary -> !isUnclear(boundary, objects));
    }

    /// "without" may stand anywhere; "stop", "skip" and their like only where the clause begins.
    private static int gerund(Clause clause) {
        for (int i = 0; i < clause.tokens().size(); i++) {
            Token token = clause.tokens().get(i);
            boolean begins = clause.tokens().subList(0, i).stream().allMatch(Clause::isFiller);
            if (token.is(Role.NOTGERUND) && (begins || ANYWHERE.contains(token.folded()))) {
                return i;
            }
        }
        return -1;
    }

    /// "it doesn't", "I don't": somebody else's doing is told, and nothing forbidden.
    private static boolean isOfSomebodyElse(Clause clause, int not) {
        boolean tells = TELLING.contains(clause.tokens().get(not).folded());
        boolean placed = clause.tokens().getFirst().is(Role.IN);
        for (Token token : clause.tokens().subList(0, not)) {
            boolean other =
                    token.isUnknown()
                            || token.isName()
                            || token.is(Role.SORT)
                            || token.is(Role.GENERIC);
            if (token.is(Role.I) || tells && other && !placed) {
                return true;
            }
        }
        return false;
    }

    /// @param end behind the last of them
    private record Acts(List<Act> acts, int end, boolean before) {}

    /// @param slips whether words count that are nearly an act's
    private static Acts acts(Clause clause, int not, boolean gerund, boolean slips) {
        List<Token> tokens = clause.tokens();
        var acts = new ArrayList<Act>();
        int end = not + 1;
        boolean passive =
                tokens.stream()
                        .anyMatch(token ->
                                token.folded().equals("be") || token.folded().equals("werden"));
        for (int i = not + 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is(Role.IF) || token.is(Role.END) && !token.is(Role.DET) && !acts.isEmpty()) {
                break;
            }
            boolean elsewhere = acts.isEmpty() && token.is(Role.IN) && !token.is(Role.FUNC);
            if (elsewhere && clause.language().is("en") && !token.folded().equals("under")) {
                break;
            }
            boolean counts =
                    slips ? isSlip(token, clause) : forbids(token, clause, gerund, passive);
            boolean run = counts && !acts.isEmpty() && isRun(tokens, acts, end, i);
            if (run) {
                acts.removeLast();
            }
            if (counts && (run || acts.isEmpty() || isListed(tokens, i))) {
                acts.add(act(token, clause));
                end = i + 1;
            }
        }
        if (acts.isEmpty()
                && !clause.language().is("en")
                && !clause.language().equals(Language.CHINESE)) {
            for (int i = 0; i < not; i++) {
                if (tokens.get(i).is(Role.ACT) && tokens.get(i).lexeme().act().isPresent()) {
                    acts.add(act(tokens.get(i), clause));
                    return new Acts(List.copyOf(acts), i + 1, true);
                }
            }
        }
        return new Acts(acts.stream().distinct().toList(), end, false);
    }

    private static boolean isListed(List<Token> tokens, int at) {
        for (int i = at - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (token.is(Role.OR) || token.is(Role.AND) || token.kind() == Token.Kind.COMMA) {
                return true;
            }
            if (token.is(Role.NOT)) {
                return true;
            }
            if (!token.is(Role.DET)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isSlip(Token token, Clause clause) {
        return token.isUnknown() && Slips.act(token.folded(), clause.language()).isPresent();
    }

    /// "run npm install", "run git push": what is run is meant.
    private static boolean isRun(List<Token> tokens, List<Act> acts, int end, int at) {
        return acts.getLast() == Act.RUN
                && tokens.subList(end, at).stream()
                        .allMatch(token -> token.is(Role.TOOL) || token.is(Role.DET));
    }

    private static boolean forbids(Token token, Clause clause, boolean gerund, boolean passive) {
        if (token.lexeme().act().isEmpty()) {
            return false;
        }
        boolean base =
                token.is(Role.ACT)
                        && (!gerund
                                || !clause.language().is("en")
                                || token.is(Role.ING)
                                || isNoun(token));
        return base || token.is(Role.ING) || token.is(Role.PART) && passive;
    }

    /// Acts that are things too: "avoid commits", "skip the deploy".
    private static boolean isNoun(Token token) {
        return switch (token.lexeme().act().orElseThrow()) {
            case PUSH, FORCE_PUSH, COMMIT, MERGE, REWRITE, PUBLISH, DEPLOY -> true;
            case DISCARD,
                    DELETE,
                    MOVE,
                    CHANGE,
                    READ,
                    INSTALL,
                    CONNECT,
                    MESSAGE,
                    REQUEST,
                    RUN,
                    STOP ->
                    false;
        };
    }

    private static Act act(Token token, Clause clause) {
        return token.lexeme()
                .act()
                .or(() -> Slips.act(token.folded(), clause.language()))
                .orElseThrow();
    }

    /// Behind the acts; where a language puts its verb last, in front of them.
    private static Objects objects(Clause clause, int not, Acts acts) {
        List<Token> tokens = clause.tokens();
        Objects behind = Objects.in(tokens, acts.end, tokens.size(), clause.language());
        boolean some =
                !behind.things().isEmpty()
                        || !behind.places().isEmpty()
                        || !behind.excepted().isEmpty();
        if (some) {
            return behind;
        }
        int from =
                acts.before
                        ? acts.end
                        : clause.language().is("en") ? Forbidding.firstWord(clause) : not + 1;
        int to = acts.before ? tokens.size() : clause.language().is("en") ? not : acts.end - 1;
        Objects front = Objects.in(tokens, from, Math.max(from, to), clause.language());
        Objects first = Objects.in(tokens, subject(clause), not, clause.language());
        boolean english = front.things().isEmpty() && front.places().isEmpty() && !acts.before;
        return english ? first.things().isEmpty() ? behind : first : front;
    }

    private static List<Thing> things(Objects objects, List<Act> acts, boolean nothing) {
        boolean outward = acts.stream().anyMatch(OUTWARD::contains);
        if (outward && objects.plain() && objects.places().isEmpty()) {
            return objects.named().stream().filter(thing -> thing instanceof Thing.OfSort).toList();
        }
        List<Thing> things = Forbidding.all(objects);
        boolean every = objects.isEverything() || nothing;
        return things.isEmpty() && every && acts.contains(Act.CHANGE)
                ? List.of(Forbidding.EVERYTHING)
                : things;
    }

    /// "don't change it" says nothing that could be held against a call; "don't implement yet" does.
    private static boolean isUnclear(Boundary boundary, Objects objects) {
        boolean general = boundary.things().isEmpty();
        boolean wide =
                boundary.acts().stream()
                        .anyMatch(act -> act == Act.CHANGE || act == Act.READ || act == Act.RUN);
        return general && wide && !objects.isEverything();
    }

    private static int subject(Clause clause) {
        int at = Forbidding.firstWord(clause);
        return at < clause.tokens().size() && clause.tokens().get(at).is(Role.ACT) ? at + 1 : at;
    }
}
