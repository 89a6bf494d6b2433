package dev.cattlegrid.ledger.words;

import dev.cattlegrid.ledger.words.Clause.Mood;
import dev.cattlegrid.ledger.words.Statement.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads orders and leaves. They need a form that cannot be mistaken: the verb at the beginning, behind nothing but words
/// that change nothing; no denial, no condition, no doubt anywhere in the clause.
///
/// "Can you push main?" is a question; "can you push main, please?" is an order.
final class Ordering {
    private static final List<Role> SPOILS =
            List.of(
                    Role.NOT,
                    Role.NOTGERUND,
                    Role.FACTNOT,
                    Role.NOTHING,
                    Role.HEDGE,
                    Role.IF,
                    Role.REPORT,
                    Role.QUESTION,
                    Role.RETRACT,
                    Role.READONLY,
                    Role.STOPALL,
                    Role.OFFLIMITS);

    private Ordering() {}

    static List<Order> in(Clause clause) {
        boolean spoilt =
                SPOILS.stream().anyMatch(role -> isSpoiltBy(clause, role)) || clause.has(Role.OR);
        if (clause.doubtful()
                || spoilt && clause.mood() != Mood.ASKED
                || spoilt && !isModal(clause)) {
            return List.of();
        }
        return switch (clause.mood()) {
            case CONDITIONAL, REPORTED -> List.of();
            case ASKED -> clause.polite() && isModal(clause) ? read(clause) : List.of();
            case PLAIN -> read(clause);
        };
    }

    private static boolean isSpoiltBy(Clause clause, Role role) {
        if (!clause.has(role)) {
            return false;
        }
        for (Token token : clause.tokens()) {
            boolean other =
                    token.is(Role.PERMIT)
                            || token.is(Role.WANTYOU)
                            || token.is(Role.STANDING)
                            || isNamed(token, role)
                            || token.is(Role.MAY) && clause.mood() == Mood.ASKED;
            if (token.is(role) && !other) {
                return true;
            }
        }
        return false;
    }

    /// Words that are several things and not this one where an order stands: "stop the server", "reset".
    private static boolean isNamed(Token token, Role role) {
        return role == Role.STOPALL && token.is(Role.ACT)
                || role == Role.NOTGERUND && token.is(Role.ACT);
    }

    /// "can you", "kannst du", "peux-tu", "podrías".
    private static boolean isModal(Clause clause) {
        return clause.has(Role.MAY) || clause.has(Role.QUESTION) && clause.has(Role.PLEASE);
    }

    private static List<Order> read(Clause clause) {
        boolean asked = clause.mood() == Mood.ASKED;
        List<Token> tokens = clause.tokens();
        int at = 0;
        boolean permits = false;
        boolean modal = false;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            boolean asksFirst = token.is(Role.MAY) && !token.is(Role.ACT);
            if (token.is(Role.ACT) && !token.is(Role.PERMIT) && !token.is(Role.WANTYOU)) {
                break;
            }
            if (!opens(token)
                    && !token.is(Role.STANDING)
                    && !token.is(Role.PERMIT)
                    && !token.is(Role.WANTYOU)
                    && !isDuty(tokens, at)
                    && !asksFirst) {
                break;
            }
            permits |= !asked && (token.is(Role.PERMIT) || asksFirst && isSaid(tokens, at));
            modal |= asksFirst && !isSaid(tokens, at);
            at++;
        }
        if (modal && !permits && !clause.polite()) {
            return List.of();
        }
        return at < tokens.size() ? from(clause, at, permits) : List.of();
    }

    private static boolean opens(Token token) {
        return token.isWord()
                && (token.is(Role.OPENER)
                        || token.is(Role.PLEASE)
                        || token.is(Role.AND)
                        || token.is(Role.BUT)
                        || token.is(Role.LETS)
                        || token.is(Role.ONLY)
                        || token.is(Role.YOU));
    }

    /// "you have to".
    private static boolean isDuty(List<Token> tokens, int at) {
        return tokens.get(at).is(Role.MUST) && at > 0 && tokens.get(at - 1).is(Role.YOU);
    }

    /// "you can", and not "can you".
    private static boolean isSaid(List<Token> tokens, int at) {
        return at > 0 && tokens.get(at - 1).is(Role.YOU);
    }

    private static List<Order> from(Clause clause, int at, boolean permits) {
        List<Token> tokens = clause.tokens();
        Token first = tokens.get(at);
        boolean standing = clause.has(Role.STANDING);
        if (first.kind() == Token.Kind.CODE) {
            return at + 1 == tokens.size() || isAtEnd(tokens, at)
                    ? Commands.read(first.text(), clause.text(), standing, permits)
                    : List.of();
        }
        if (first.is(Role.TOOL) && !first.is(Role.ACT)) {
            return Commands.bare(command(clause, at), clause.text(), standing, permits);
        }
        if (first.is(Role.DO) && !first.is(Role.ACT) || first.is(Role.DO) && done(tokens, at) > 0) {
            int noun = done(tokens, at);
            return noun > 0 ? List.of(order(clause, noun, standing, permits)) : List.of();
        }
        if (first.is(Role.ACT) && first.known()) {
            boolean runs = first.lexeme().act().filter(Act.RUN::equals).isPresent();
            int next = at + 1;
            while (next < tokens.size()
                    && (tokens.get(next).is(Role.DET)
                            || tokens.get(next).folded().equals("command"))) {
                next++;
            }
            boolean command =
                    runs
                            && next < tokens.size()
                            && (tokens.get(next).is(Role.TOOL)
                                    || tokens.get(next).kind() == Token.Kind.CODE);
            if (!command) {
                return List.of(order(clause, at, standing, permits));
            }
            return tokens.get(next).kind() == Token.Kind.CODE
                    ? Commands.read(tokens.get(next).text(), clause.text(), standing, permits)
                    : Commands.bare(command(clause, next), clause.text(), standing, permits);
        }
        return last(clause, at, standing, permits);
    }

    /// "do a release", "haz un push": where the act stands.
    private static int done(List<Token> tokens, int at) {
        int next = at + 1;
        while (next < tokens.size()
                && tokens.get(next).is(Role.DET)
                && !tokens.get(next).is(Role.ACT)) {
            next++;
        }
        boolean act =
                next < tokens.size()
                        && tokens.get(next).known()
                        && (tokens.get(next).is(Role.ACT) || tokens.get(next).is(Role.ING))
                        && tokens.get(next).lexeme().act().isPresent();
        return act ? next : -1;
    }

    private static String command(Clause clause, int at) {
        List<Token> tokens = clause.tokens();
        int last = tokens.size() - 1;
        while (last > at
                && (tokens.get(last).is(Role.PLEASE) || tokens.get(last).is(Role.OPENER))) {
            last--;
        }
        int first = tokens.getFirst().start();
        int from = tokens.get(at).start() - first;
        int to = Math.min(clause.text().length(), tokens.get(last).end() - first);
        return from < to ? clause.text().substring(from, to) : "";
    }

    /// Whether what follows the objects is nothing, or gives a reason or a means.
    private static boolean isUnderstood(List<Token> tokens, int end) {
        return end >= tokens.size()
                || tokens.get(end).is(Role.END)
                || tokens.get(end).is(Role.TO)
                || tokens.get(end).is(Role.OKAY);
    }

    private static Order order(Clause clause, int at, boolean standing, boolean permits) {
        Objects objects =
                Objects.in(clause.tokens(), at + 1, clause.tokens().size(), clause.language());
        return order(clause, clause.tokens().get(at), List.of(objects), standing, permits);
    }

    private static Order order(
            Clause clause, Token verb, List<Objects> objects, boolean standing, boolean permits) {
        boolean exact =
                objects.stream().allMatch(Objects::exact)
                        && isUnderstood(clause.tokens(), objects.getLast().end());
        boolean loses = verb.lexeme().act().filter(Act.DELETE::equals).isPresent();
        var things = new ArrayList<Thing>();
        var places = new ArrayList<Thing>();
        if (exact) {
            objects.forEach(some -> {
                things.addAll(some.things());
                things.addAll(loses ? List.of() : some.goals());
                places.addAll(some.places());
                places.addAll(loses ? some.sources() : List.of());
            });
        }
        boolean vague = !exact || objects.stream().anyMatch(some -> !some.excepted().isEmpty());
        return new Order(
                verb.lexeme().act().orElseThrow(),
                vague && things.isEmpty() ? List.of(new Thing.Named("")) : things,
                places,
                standing,
                permits,
                clause.text());
    }

    /// Where the verb stands behind what it is about: "bitte main pushen", "把 main 推送到 origin".
    private static List<Order> last(Clause clause, int from, boolean standing, boolean permits) {
        boolean german = clause.language().is("de");
        boolean chinese = clause.language().equals(Language.CHINESE);
        if (!german && !chinese) {
            return List.of();
        }
        int verb = -1;
        List<Token> tokens = clause.tokens();
        for (int i = from; i < tokens.size() && verb < 0; i++) {
            Token token = tokens.get(i);
            if (token.is(Role.ACT)
                    && token.known()
                    && !token.is(Role.GENERIC)
                    && (chinese || isAtEnd(tokens, i))) {
                verb = i;
            }
        }
        if (verb < 0
                || chinese && tokens.subList(0, verb).stream().noneMatch(Ordering::takesObject)) {
            return List.of();
        }
        Objects front = Objects.in(tokens, from, verb, clause.language());
        if (front.end() != verb) {
            return List.of();
        }
        Objects behind = Objects.in(tokens, verb + 1, tokens.size(), clause.language());
        return List.of(order(clause, tokens.get(verb), List.of(front, behind), standing, permits));
    }

    private static boolean takesObject(Token token) {
        return token.text().equals("把") || token.text().equals("将");
    }

    private static boolean isAtEnd(List<Token> tokens, int at) {
        return tokens.subList(at + 1, tokens.size()).stream().allMatch(Clause::isFiller);
    }

    /// "pushing is fine now".
    static Optional<Order> okay(Clause clause) {
        int okay = clause.indexOf(Role.OKAY, 0);
        boolean spoilt = SPOILS.stream().anyMatch(clause::has) || clause.has(Role.OR);
        if (okay < 0 || spoilt || clause.mood() != Mood.PLAIN || clause.doubtful()) {
            return Optional.empty();
        }
        List<Token> tokens = clause.tokens();
        int act = 0;
        while (act < okay && Clause.isFiller(tokens.get(act)) && !isDoing(tokens.get(act))) {
            act++;
        }
        if (act >= okay || !isDoing(tokens.get(act))) {
            return Optional.empty();
        }
        Objects objects = Objects.in(tokens, act + 1, okay, clause.language());
        return objects.end() == okay
                ? Optional.of(
                        order(
                                clause,
                                tokens.get(act),
                                List.of(objects),
                                clause.has(Role.STANDING),
                                true))
                : Optional.empty();
    }

    private static boolean isDoing(Token token) {
        return token.known()
                && token.lexeme().act().isPresent()
                && (token.is(Role.ING) || token.is(Role.ACT));
    }
}
