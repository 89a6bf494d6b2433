package dev.cattlegrid.ledger.words;

import dev.cattlegrid.ledger.words.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cuts a passage into words, names and marks, and finds what the words can be.
final class Tokens {
    private static final List<String> ELISIONS =
            List.of("l'", "d'", "n'", "j'", "qu'", "s'", "t'", "m'", "c'");
    private static final String QUOTES = "\"“„«「『";
    private static final String CLOSING = "\"”“»」』";
    private static final int LONGEST_QUOTE = 2_000;
    private static final int LONG_LINE = 50;
    private static final int TOLD_BY = 64;

    private final String text;
    private final List<Token> raw = new ArrayList<>();

    private Tokens(String text) {
        this.text = text;
    }

    /// @param language the one that the passage is written in
    record Of(Language language, List<Token> tokens) {}

    static Of of(String passage) {
        var tokens = new Tokens(passage);
        tokens.scan();
        Language language = tokens.language();
        return new Of(language, tokens.grouped(language));
    }

    /// The parts of a phrase, as a passage is cut.
    static void split(String phrase, List<String> parts) {
        var tokens = new Tokens(phrase);
        tokens.scan();
        for (Token token : tokens.raw) {
            parts.add(token.folded());
        }
    }

    private void scan() {
        int at = 0;
        while (at < text.length()) {
            at = next(at);
        }
    }

    private int next(int at) {
        char c = text.charAt(at);
        if (c == '\n') {
            if (!isWrapped(at)) {
                mark(Kind.STOP, at);
            }
            return afterBullet(at + 1);
        }
        if (Character.isWhitespace(c) || "*¿¡_|".indexOf(c) >= 0 && !startsName(at)) {
            return at + 1;
        }
        if (c == '`') {
            return quoted(at, "`", Kind.CODE);
        }
        int quote = QUOTES.indexOf(c);
        if (quote >= 0) {
            return quoted(at, CLOSING.charAt(quote) + (c == '„' ? "”" : ""), Kind.QUOTE);
        }
        if (c == '\'' && isOpening(at)) {
            return quoted(at, "'", Kind.QUOTE);
        }
        Optional<Kind> mark = markAt(at);
        if (mark.isPresent()) {
            mark(mark.get(), at);
            return at + 1;
        }
        if (isHan(c)) {
            raw.add(word(Kind.WORD, at, at + 1));
            return at + 1;
        }
        return run(at);
    }

    private Optional<Kind> markAt(int at) {
        return switch (text.charAt(at)) {
            case ',', '，', '、', '،', '–', '—' -> Optional.of(Kind.COMMA);
            case '-' -> isSpace(at + 1) ? Optional.of(Kind.COMMA) : Optional.empty();
            case ':' -> isSpace(at + 1) ? Optional.of(Kind.COLON) : Optional.empty();
            case '：' -> Optional.of(Kind.COLON);
            case '.' -> isSpace(at + 1) ? Optional.of(Kind.STOP) : Optional.empty();
            case '!', '！', '。', ';', '；', '(', ')', '[', ']', '（', '）', '…' ->
                    Optional.of(Kind.STOP);
            case '?', '？' -> Optional.of(Kind.ASK);
            default -> Optional.empty();
        };
    }

    private boolean isSpace(int at) {
        return at >= text.length()
                || Character.isWhitespace(text.charAt(at))
                || ".!?)\"'”".indexOf(text.charAt(at)) >= 0;
    }

    /// A star that is part of a pattern of names.
    private boolean startsName(int at) {
        return text.charAt(at) == '*' && at + 1 < text.length() && text.charAt(at + 1) == '.'
                || text.charAt(at) == '_'
                        && at + 1 < text.length()
                        && Character.isLetter(text.charAt(at + 1))
                        && text.indexOf('_', at + 1) < 0;
    }

    /// Whether a line goes on in the next one.
    private boolean isWrapped(int at) {
        int before = text.lastIndexOf('\n', at - 1);
        boolean longLine = at - before > LONG_LINE;
        return longLine
                && at + 1 < text.length()
                && Character.isLowerCase(text.charAt(at + 1))
                && ".!?:;。！？：".indexOf(text.charAt(at - 1)) < 0;
    }

    private int afterBullet(int start) {
        int at = start;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        int digits = at;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        boolean numbered =
                digits > at && digits < text.length() && ".)".indexOf(text.charAt(digits)) >= 0;
        if (numbered && isSpace(digits + 1)) {
            return digits + 1;
        }
        boolean bullet = at < text.length() && "-*•+#".indexOf(text.charAt(at)) >= 0;
        return bullet && isSpace(at + 1) ? at + 1 : at;
    }

    private boolean isOpening(int at) {
        boolean first = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        int end = text.indexOf('\'', at + 1);
        return first
                && end > at + 1
                && end - at < 80
                && (end + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 1)));
    }

    private int quoted(int at, String closing, Kind kind) {
        int end = -1;
        for (int i = at + 1; i < text.length() && i - at < LONGEST_QUOTE; i++) {
            if (closing.indexOf(text.charAt(i)) >= 0) {
                end = i;
                break;
            }
        }
        if (end < 0) {
            return at + 1;
        }
        String inside = text.substring(at + 1, end).strip();
        raw.add(
                new Token(
                        kind, inside, Language.folded(inside), Lexeme.UNKNOWN, true, at, end + 1));
        return end + 1;
    }

    private int run(int start) {
        int at = start;
        while (at < text.length() && !ends(at)) {
            at++;
        }
        at = Math.max(at, start + 1);
        int end = at;
        while (end > start + 1 && ".:*'-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String word = text.substring(start, end);
        int elided = elision(word);
        if (elided > 0) {
            raw.add(word(Kind.WORD, start, start + elided));
            raw.add(word(kind(word.substring(elided)), start + elided, end));
        } else {
            raw.add(word(kind(word), start, end));
        }
        return at;
    }

    private boolean ends(int at) {
        char c = text.charAt(at);
        if (c < 128 && Character.isLetterOrDigit(c)) {
            return false;
        }
        if (Character.isWhitespace(c) || isHan(c) || ",，、;；!！?？。`\"“”«»()（）[]：…".indexOf(c) >= 0) {
            return true;
        }
        return (c == '.' || c == ':') && isSpace(at + 1);
    }

    private static int elision(String word) {
        if (word.indexOf('\'') < 0 && word.indexOf('’') < 0) {
            return 0;
        }
        int apostrophe = word.replace('’', '\'').indexOf('\'');
        if (apostrophe < 1 || apostrophe > 2 || apostrophe + 1 >= word.length()) {
            return 0;
        }
        String prefix = Language.folded(word.substring(0, apostrophe)) + "'";
        return ELISIONS.contains(prefix) ? apostrophe + 1 : 0;
    }

    private static Kind kind(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean inner =
                    i > 0 && Character.isUpperCase(c) && Character.isLowerCase(word.charAt(i - 1));
            if (inner || !Character.isLetter(c) && c != '\'' && c != '’') {
                return Kind.NAME;
            }
        }
        return Kind.WORD;
    }

    private Token word(Kind kind, int start, int end) {
        String word = text.substring(start, end);
        return new Token(kind, word, Language.folded(word), Lexeme.UNKNOWN, true, start, end);
    }

    private void mark(Kind kind, int at) {
        raw.add(new Token(kind, "", "", Lexeme.UNKNOWN, true, at, at + 1));
    }

    static boolean isHan(char c) {
        return c >= 0x3400 && c <= 0x9fff;
    }

    /// The language with the most words that it knows; where it cannot be told, English.
    private Language language() {
        int[] known = new int[Language.ALL.size()];
        int han = 0;
        for (int at = 0; at < Math.min(TOLD_BY, raw.size()); at++) {
            Token token = raw.get(at);
            if (token.kind() != Kind.WORD && token.kind() != Kind.NAME) {
                continue;
            }
            if (isHan(token.text().charAt(0))) {
                han++;
                continue;
            }
            for (int i = 0; i < known.length; i++) {
                known[i] += longest(Language.ALL.get(i), at, true).words;
            }
        }
        if (han > 1) {
            return Language.CHINESE;
        }
        int best = 0;
        for (int i = 1; i < known.length; i++) {
            if (known[i] > known[best] && !Language.ALL.get(i).equals(Language.CHINESE)) {
                best = i;
            }
        }
        return Language.ALL.get(best);
    }

    private List<Token> grouped(Language language) {
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < raw.size()) {
            Token token = raw.get(at);
            if (token.kind() != Kind.WORD && token.kind() != Kind.NAME) {
                tokens.add(token);
                at++;
                continue;
            }
            Found found = find(language, at);
            if (found.words == 0) {
                at = unknown(at, tokens);
            } else {
                Token last = raw.get(at + found.words - 1);
                String phrase = text.substring(token.start(), last.end());
                Token whole =
                        token.kind() == Kind.WORD
                                ? token
                                : word(Kind.WORD, token.start(), token.end());
                tokens.add(whole.meaning(found.lexeme, found.known, phrase, last.end()));
                at += found.words;
            }
        }
        return tokens;
    }

    /// What nobody knows is a name, or a word; characters without spaces between them are one.
    private int unknown(int at, List<Token> tokens) {
        Token token = raw.get(at);
        int next = at + 1;
        if (isHan(token.text().charAt(0))) {
            while (next < raw.size()
                    && raw.get(next).kind() == Kind.WORD
                    && isHan(raw.get(next).text().charAt(0))
                    && find(Language.CHINESE, next).words == 0) {
                next++;
            }
            tokens.add(word(Kind.WORD, token.start(), raw.get(next - 1).end()));
            return next;
        }
        tokens.add(token);
        return next;
    }

    private record Found(int words, Lexeme lexeme, boolean known) {
        static final Found NOTHING = new Found(0, Lexeme.UNKNOWN, false);
    }

    private Found find(Language own, int at) {
        Found found = longest(own, at, true);
        if (!own.equals(Language.ENGLISH)) {
            Found english = longest(Language.ENGLISH, at, true);
            found = english.words > found.words ? english : found;
        }
        if (found.words > 0) {
            return found;
        }
        for (Language language : Language.ALL) {
            if (language.equals(own) || language.equals(Language.ENGLISH)) {
                continue;
            }
            Found other = longest(language, at, false);
            found = other.words > found.words ? other : found;
        }
        return found;
    }

    private Found longest(Language language, int at, boolean known) {
        Language.Beginning beginning = language.beginningWith(raw.get(at).folded());
        if (!beginning.longer().isEmpty() && at + 1 < raw.size()) {
            for (Language.Phrase phrase :
                    beginning.longer().getOrDefault(raw.get(at + 1).folded(), List.of())) {
                if (matches(phrase, at)) {
                    return new Found(phrase.words(), phrase.lexeme(), known);
                }
            }
        }
        for (Language.Phrase phrase : beginning.alone()) {
            return new Found(1, phrase.lexeme(), known);
        }
        return Found.NOTHING;
    }

    private boolean matches(Language.Phrase phrase, int at) {
        if (at + phrase.words() > raw.size()) {
            return false;
        }
        for (int i = 1; i < phrase.words(); i++) {
            if (!raw.get(at + i).folded().equals(phrase.parts().get(i))) {
                return false;
            }
        }
        return true;
    }
}
