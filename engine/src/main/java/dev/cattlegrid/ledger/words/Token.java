package dev.cattlegrid.ledger.words;

/// A word, a phrase, a name or a mark of a message.
///
/// @param text as written, without its quotes
/// @param folded as the lexicons spell it
/// @param known whether it is of the message's own language or of English, and counts for consent
/// @param start where it begins in the passage
record Token(
        Kind kind, String text, String folded, Lexeme lexeme, boolean known, int start, int end) {
    enum Kind {
        WORD,
        /// Spelled as names are: with a slash, a dot, a digit, an underscore.
        NAME,
        /// In quotes: what it says is not said by the person.
        QUOTE,
        /// In backticks.
        CODE,
        /// Ends a clause.
        COMMA,
        COLON,
        /// Ends a sentence.
        STOP,
        ASK
    }

    boolean is(Role role) {
        return lexeme.is(role);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isUnknown() {
        return kind == Kind.WORD && lexeme.roles() == 0;
    }

    boolean isName() {
        return kind == Kind.NAME || kind == Kind.QUOTE || kind == Kind.CODE;
    }

    boolean isEnd() {
        return kind == Kind.STOP || kind == Kind.ASK;
    }

    Token meaning(Lexeme other, boolean isKnown, String phrase, int newEnd) {
        return new Token(kind, phrase, folded, other, isKnown, start, newEnd);
    }
}
