package dev.cattlegrid.probe;

import java.util.List;
import java.util.Set;

/// Cuts a clear text into words, in one pass. Markup that only changes how a word looks parts nothing.
final class Tokens {
    private static final Set<String> INLINE =
            Set.of(
                    "b", "i", "u", "em", "strong", "span", "a", "font", "mark", "small", "code",
                    "sub", "sup", "s", "wbr", "big", "tt", "ins", "del", "kbd");

    private static final Set<String> ELISIONS =
            Set.of("l", "d", "qu", "n", "s", "j", "m", "t", "c", "jusqu", "lorsqu");

    /// What no sentence ends with.
    private static final long OPEN = Idea.of(Idea.SUBJECT, Idea.TO, Idea.LINK, Idea.INSIDE);

    private final String text;
    private final Words words;
    private int at;
    private byte gap = Words.SENTENCE;

    Tokens(String text, Words words) {
        this.text = text;
        this.words = words;
    }

    void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Letters.isIdeograph(c)) {
                ideographs();
            } else if (Letters.isLetter(c)) {
                word();
            } else if (c == '<') {
                tag();
            } else if (isPathStart(c)) {
                path();
            } else {
                between(c);
            }
        }
    }

    private void ideographs() {
        int end = at;
        while (end < text.length() && Letters.isIdeograph(text.charAt(end))) {
            end++;
        }
        while (at < end) {
            int length = Lexicon.PLAIN.ideographs(text, at, end);
            put(at, at + length, 0);
            at += length;
        }
    }

    private void word() {
        int from = at;
        boolean digits = from > 0 && isDigit(text.charAt(from - 1));
        boolean marked = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean mark = c == '\'';
            if (mark ? !isInWord(at) : !isInWord(c)) {
                break;
            }
            digits |= isDigit(c) && at > from;
            marked |= mark;
            at++;
        }
        char next = at < text.length() ? text.charAt(at) : ' ';
        if (next == ':' && text.startsWith("://", at)) {
            address(from);
            return;
        }
        if (next == '@' && isMailbox()) {
            mailbox(from);
            return;
        }
        int note =
                (Identifiers.isOne(text, from, at) ? Words.IDENTIFIER : 0)
                        | (digits ? Words.DIGITS : 0);
        if (!marked) {
            put(from, at, note);
            return;
        }
        for (String form : forms(Letters.lower(text.substring(from, at)))) {
            put(form, from, at, note);
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isInWord(char c) {
        return Letters.isWordPart(c) && !Letters.isIdeograph(c);
    }

    /// Whether the apostrophe here belongs to a word.
    private boolean isInWord(int i) {
        return i + 1 < text.length() && Letters.isLetter(text.charAt(i + 1)) && !isQuoteEnd(i);
    }

    /// Between letters an apostrophe is one, but not where a quote closes and the next word touches it.
    private boolean isQuoteEnd(int i) {
        return i == 0 || !Letters.isLetter(text.charAt(i - 1));
    }

    /// A word without its apostrophe: `don't` is one, `l'outil` two, of `user's` the first part.
    static List<String> forms(String word) {
        int mark = word.indexOf('\'');
        if (mark < 0) {
            return List.of(word);
        }
        String before = word.substring(0, mark);
        String after = word.substring(mark + 1).replace("'", "");
        if (ELISIONS.contains(before)) {
            return after.isEmpty() ? List.of(before) : List.of(before, after);
        }
        return List.of(after.equals("t") ? before + after : before);
    }

    private void put(int from, int to, int note) {
        words.add(from, to, gap, note);
        gap = Words.SPACE;
    }

    private void put(String word, int from, int to, int note) {
        words.add(word, from, to, gap, note);
        gap = Words.SPACE;
    }

    private void address(int from) {
        while (at < text.length() && " \n\t\"'<>)]}`|".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String url = text.substring(from, at);
        int note =
                Addresses.isFar(url) ? Words.FAR | (Addresses.carries(url) ? Words.CARRIES : 0) : 0;
        words.add(Idea.ADDRESS.bit(), "://", from, at, gap, note);
        gap = Words.SPACE;
    }

    private boolean isMailbox() {
        return at + 1 < text.length() && Letters.isWordPart(text.charAt(at + 1));
    }

    private void mailbox(int from) {
        at++;
        int host = at;
        while (at < text.length() && (Letters.isWordPart(text.charAt(at)) || isDotInside(at))) {
            at++;
        }
        boolean far = text.substring(host, at).indexOf('.') > 0;
        words.add(far ? Idea.ADDRESS.bit() : 0, "@", from, at, gap, far ? Words.FAR : 0);
        gap = Words.SPACE;
    }

    private boolean isDotInside(int i) {
        char c = text.charAt(i);
        return (c == '.' || c == '-')
                && i + 1 < text.length()
                && Letters.isWordPart(text.charAt(i + 1));
    }

    private boolean isPathStart(char c) {
        if (at + 1 >= text.length() || at > 0 && Letters.isWordPart(text.charAt(at - 1))) {
            return false;
        }
        char next = text.charAt(at + 1);
        return c == '~' && next == '/'
                || c == '.' && (next == '/' || Letters.isLetter(next))
                || c == '/' && Letters.isLetter(next) && (at == 0 || text.charAt(at - 1) != '<');
    }

    private void path() {
        int from = at;
        while (at < text.length()
                && (Letters.isWordPart(text.charAt(at)) || "~/._-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String path = Letters.lower(text.substring(from, at));
        boolean secret = Addresses.isSecretFile(path);
        boolean settings = Addresses.isAgentSettings(path);
        long ideas = (secret ? Idea.SECRET.bit() : 0) | (settings ? Idea.GATE.bit() : 0);
        words.add(ideas, "/", from, at, gap, (secret ? Words.SECRET_FILE : 0) | Words.CODE);
        gap = Words.SPACE;
        if (text.charAt(at - 1) == '.') {
            gap = Words.SENTENCE;
        }
    }

    private void tag() {
        int name = at + 1;
        if (name < text.length() && text.charAt(name) == '/') {
            name++;
        }
        int end = name;
        while (end < text.length() && Letters.isWordPart(text.charAt(end))) {
            end++;
        }
        boolean inline = end > name && INLINE.contains(Letters.lower(text.substring(name, end)));
        if (end == name) {
            widen(Words.SENTENCE);
            at++;
            return;
        }
        if (!inline) {
            widen(Words.SENTENCE);
        }
        int close = end;
        boolean attributes = false;
        while (close < text.length()
                && close - at < 200
                && text.charAt(close) != '>'
                && text.charAt(close) != '<') {
            attributes |= text.charAt(close) == '=';
            close++;
        }
        at =
                attributes && !inline || close >= text.length()
                        ? end
                        : text.charAt(close) == '>' ? close + 1 : end;
    }

    private void widen(byte wider) {
        gap = gap < wider ? wider : gap;
    }

    private void between(char c) {
        at++;
        switch (c) {
            case '\n' -> line();
            case ',', '\uFF0C', '\u3001' -> widen(Words.COMMA);
            case '\u3002', '\uFF01', '\uFF1F', '\u2026', '>', '\u2028', '\u2029', '\u2022' ->
                    widen(Words.SENTENCE);
            case '.', '!', '?' -> {
                if (at >= text.length() || isAfterSentence(text.charAt(at))) {
                    widen(Words.SENTENCE);
                }
            }
            case ':',
                    ';',
                    '(',
                    ')',
                    '[',
                    ']',
                    '{',
                    '}',
                    '|',
                    '"',
                    '`',
                    '=',
                    '\u2014',
                    '\uFF1A',
                    '\uFF1B',
                    '\u300C',
                    '\u300D',
                    '\u00B7',
                    '\u2192' ->
                    widen(Words.CLAUSE);
            case '\'' -> {
                if (at < 2 || !Letters.isLetter(text.charAt(at - 2)) || !isInWordAfter()) {
                    widen(Words.CLAUSE);
                }
            }
            case '-' -> {
                boolean dash =
                        at < text.length()
                                && text.charAt(at) == ' '
                                && at > 1
                                && text.charAt(at - 2) == ' ';
                widen(dash ? Words.CLAUSE : Words.SPACE);
            }
            default -> {}
        }
    }

    private static boolean isAfterSentence(char c) {
        return !Letters.isWordPart(c) && c != '[' && c != '(' && c != '=' && c != '/';
    }

    private boolean isInWordAfter() {
        return at < text.length() && Letters.isLetter(text.charAt(at));
    }

    /// A line that goes on with a small letter goes on with the sentence, behind the mark of a comment or a line's number too.
    private void line() {
        int i = at;
        boolean listed = false;
        while (i < text.length() && i - at < 40) {
            char c = text.charAt(i);
            if (c == '\n') {
                widen(Words.SENTENCE);
                return;
            }
            if (c == '-' || c == '+' || c == '*' && (i == at || text.charAt(i - 1) != ' ')) {
                listed = true;
            } else if (" \t#/*>|;%!\u2192:".indexOf(c) < 0 && (c < '0' || c > '9')) {
                break;
            }
            i++;
        }
        boolean goesOn = i < text.length() && !listed && goesOn(text.charAt(i), i);
        widen(goesOn ? Words.LINE : Words.SENTENCE);
        at = goesOn ? i : at;
    }

    /// What begins with a small letter, with a path or with code goes on; so does what stands behind "the" or "to".
    private boolean goesOn(char c, int i) {
        if (Character.isLowerCase(c)) {
            return true;
        }
        int last = words.size() - 1;
        boolean open =
                gap == Words.SPACE
                        && last >= 0
                        && (words.ideas(last) & OPEN) != 0
                        && words.end(last) == at - 1;
        char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        boolean path =
                c == '.' && (next == '/' || Letters.isLetter(next)) || c == '~' && next == '/';
        return open && (path || c == '`' || Letters.isLetter(c));
    }
}
