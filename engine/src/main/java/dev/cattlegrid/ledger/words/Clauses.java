package dev.cattlegrid.ledger.words;

import dev.cattlegrid.ledger.words.Clause.Mood;
import dev.cattlegrid.ledger.words.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Cuts a passage into sentences, and those into clauses.
final class Clauses {
    private static final int LONGEST_QUOTE = 140;

    private final String text;
    private final Language language;
    private final List<Clause> clauses = new ArrayList<>();

    /// Whether a line that ends in a colon stands above: what follows is a list of something.
    private boolean under;

    private boolean polite;

    private Clauses(String text, Language language) {
        this.text = text;
        this.language = language;
    }

    static List<Clause> of(String passage) {
        Tokens.Of tokens = Tokens.of(passage);
        var clauses = new Clauses(passage, tokens.language());
        var sentence = new ArrayList<Token>();
        for (Token token : tokens.tokens()) {
            if (token.isEnd()) {
                clauses.sentence(sentence, token.kind() == Kind.ASK);
                sentence.clear();
            } else {
                sentence.add(token);
            }
        }
        clauses.sentence(sentence, false);
        return clauses.clauses;
    }

    private void sentence(List<Token> sentence, boolean asked) {
        if (sentence.isEmpty()) {
            return;
        }
        Mood mood = mood(sentence, asked);
        polite = has(sentence, Role.PLEASE);
        boolean doubtful = under;
        var clause = new ArrayList<Token>();
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            if (token.kind() == Kind.COLON) {
                doubtful |= !isHeading(sentence.subList(0, i));
                under |= doubtful && i + 1 == sentence.size();
                finish(clause, mood, doubtful);
            } else if (token.kind() == Kind.COMMA) {
                if (isForbiddenNext(clause)) {
                    continue;
                }
                boolean forbids = forbids(clause);
                if (forbids && listsActs(sentence, i + 1)
                        || names(clause) && listsNames(sentence, i + 1)) {
                    clause.add(token);
                    continue;
                }
                finish(clause, mood, doubtful);
                // "don't commit, push": whether that is the second thing forbidden or an order
                // nobody can tell.
                doubtful = doubtful || forbids && startsWithAct(sentence, i + 1);
            } else if (startsAnother(sentence, i, clause)) {
                boolean carried = token.is(Role.AND) && forbids(clause);
                if (carried) {
                    clause.add(token);
                    continue;
                }
                finish(clause, mood, doubtful);
            } else {
                clause.add(token);
            }
        }
        finish(clause, mood, doubtful);
    }

    private void finish(List<Token> clause, Mood mood, boolean doubtful) {
        if (clause.isEmpty()) {
            return;
        }
        int start = clause.getFirst().start();
        int end = Math.min(clause.getLast().end(), start + LONGEST_QUOTE);
        String words = text.substring(start, end).replace('\n', ' ').strip();
        clauses.add(Clause.of(clause, words, mood, polite, doubtful, language));
        clause.clear();
    }

    private static Mood mood(List<Token> sentence, boolean asked) {
        if (asked || asks(sentence)) {
            return Mood.ASKED;
        }
        if (has(sentence, Role.REPORT)) {
            return Mood.REPORTED;
        }
        return has(sentence, Role.IF) ? Mood.CONDITIONAL : Mood.PLAIN;
    }

    /// By its first word; in Chinese a word anywhere asks.
    private static boolean asks(List<Token> sentence) {
        for (Token token : sentence) {
            if (token.is(Role.QUESTION)) {
                return true;
            }
            boolean early = Clause.isFiller(token) || token.kind() == Kind.COMMA;
            if (!early && !Tokens.isHan(first(token))) {
                return false;
            }
        }
        return false;
    }

    private static char first(Token token) {
        return token.text().isEmpty() ? ' ' : token.text().charAt(0);
    }

    private static boolean has(List<Token> tokens, Role role) {
        for (Token token : tokens) {
            if (token.is(role)) {
                return true;
            }
        }
        return false;
    }

    /// "please do the following", "ok": what stands below it is meant as if it stood alone.
    private static boolean isHeading(List<Token> before) {
        return before.stream()
                .allMatch(token ->
                        token.is(Role.OPENER)
                                || token.is(Role.PLEASE)
                                || token.is(Role.DO)
                                || token.folded().equals("this"));
    }

    private static boolean forbids(List<Token> clause) {
        return has(clause, Role.NOT) || has(clause, Role.NOTGERUND) || has(clause, Role.READONLY);
    }

    /// "never, under any circumstances, …": what is forbidden comes behind the comma.
    private static boolean isForbiddenNext(List<Token> clause) {
        return has(clause, Role.NOT)
                && clause.stream()
                        .allMatch(token ->
                                Clause.isFiller(token)
                                        || isStrong(token)
                                        || token.is(Role.IN)
                                        || token.isUnknown())
                && clause.stream().anyMatch(Clauses::isStrong);
    }

    private static boolean isStrong(Token token) {
        return token.is(Role.NOT) && token.text().length() > 4;
    }

    private static boolean names(List<Token> clause) {
        return has(clause, Role.ACT)
                || has(clause, Role.ING)
                || has(clause, Role.HANDSOFF)
                || has(clause, Role.ONLYIN);
    }

    /// Whether "and" or "but" begins something new.
    private static boolean startsAnother(List<Token> sentence, int at, List<Token> clause) {
        Token token = sentence.get(at);
        boolean but = token.is(Role.BUT);
        if (clause.isEmpty() || !token.is(Role.AND) && !but && !token.is(Role.OPENER)) {
            return false;
        }
        int next = at + 1;
        while (next < sentence.size()
                && Clause.isFiller(sentence.get(next))
                && !sentence.get(next).is(Role.ACT)) {
            next++;
        }
        if (next >= sentence.size()) {
            return false;
        }
        Token after = sentence.get(next);
        boolean begins =
                after.is(Role.ACT)
                        || after.is(Role.NOT)
                        || after.is(Role.NOTGERUND)
                        || after.is(Role.READONLY)
                        || after.is(Role.LEAVE)
                        || after.is(Role.HANDSOFF)
                        || after.is(Role.DO)
                        || after.is(Role.PERMIT)
                        || after.is(Role.ONLYIN);
        if (token.is(Role.OPENER) && !token.is(Role.AND) && !but) {
            return begins && has(clause, Role.ACT) && token.folded().equals("then");
        }
        return begins || but && after.is(Role.ONLY);
    }

    private static boolean startsWithAct(List<Token> sentence, int from) {
        return from < sentence.size() && sentence.get(from).is(Role.ACT);
    }

    /// "don't commit, push or deploy".
    private static boolean listsActs(List<Token> sentence, int from) {
        for (int i = from; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            if (token.is(Role.OR)) {
                return true;
            }
            boolean goesOn =
                    token.is(Role.ACT)
                            || token.is(Role.ING)
                            || token.kind() == Kind.COMMA
                            || token.is(Role.DET);
            if (!goesOn) {
                return false;
            }
        }
        return false;
    }

    /// "delete foo.txt, bar.txt and baz".
    private static boolean listsNames(List<Token> sentence, int from) {
        boolean named = false;
        boolean plain = false;
        for (int i = from; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            if (token.kind() == Kind.COMMA || token.kind() == Kind.COLON) {
                break;
            }
            if (token.is(Role.AND) && startsWithAct(sentence, i + 1)) {
                break;
            }
            boolean joins = token.is(Role.AND) || token.is(Role.OR);
            if (token.isUnknown() && plain) {
                return false;
            }
            plain = token.isUnknown();
            named |= plain || token.isName() || token.is(Role.SORT);
            if (!joins && !plain && !token.isName() && !isPartOfName(token)) {
                return false;
            }
        }
        return named;
    }

    private static boolean isPartOfName(Token token) {
        return token.is(Role.SORT) || token.is(Role.DET) || token.is(Role.GENERIC);
    }
}
