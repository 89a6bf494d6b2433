package dev.cattlegrid.ledger.words;

import java.util.List;

/// A part of a sentence that says one thing.
///
/// @param roles all roles of its tokens, as bits
/// @param text the words themselves
/// @param mood how the sentence around it is meant
/// @param polite whether the sentence says please
/// @param doubtful whether what it orders may belong to something else: a list under a heading, an enumeration
record Clause(
        List<Token> tokens,
        long roles,
        String text,
        Mood mood,
        boolean polite,
        boolean doubtful,
        Language language) {
    Clause {
        tokens = List.copyOf(tokens);
    }

    static Clause of(
            List<Token> tokens,
            String text,
            Mood mood,
            boolean polite,
            boolean doubtful,
            Language language) {
        long roles = 0;
        for (Token token : tokens) {
            roles |= token.lexeme().roles();
        }
        return new Clause(tokens, roles, text, mood, polite, doubtful, language);
    }

    enum Mood {
        PLAIN,
        /// Ends in a question mark or begins with a word that asks.
        ASKED,
        CONDITIONAL,
        REPORTED
    }

    boolean has(Role role) {
        return (roles & role.bit()) != 0;
    }

    /// Where the first token with a role is, or -1.
    int indexOf(Role role, int from) {
        if (!has(role)) {
            return -1;
        }
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).is(role)) {
                return i;
            }
        }
        return -1;
    }

    /// Whether all it has, besides what changes nothing, is one phrase of a role.
    boolean isOnly(Role role) {
        if (!has(role)) {
            return false;
        }
        boolean found = false;
        for (Token token : tokens) {
            if (token.is(role) && !found) {
                found = true;
            } else if (!isFiller(token)) {
                return false;
            }
        }
        return found;
    }

    static boolean isFiller(Token token) {
        return token.isWord()
                && (token.is(Role.OPENER)
                        || token.is(Role.PLEASE)
                        || token.is(Role.FUNC)
                        || token.is(Role.AND)
                        || token.is(Role.BUT)
                        || token.is(Role.LETS)
                        || token.is(Role.ONLY)
                        || token.is(Role.YOU));
    }
}
