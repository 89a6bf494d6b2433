package dev.cattlegrid.effect.code;

import java.util.List;

/// A place in a list of tokens: the lowest layer of the readers that go down a grammar, a layer a class.
abstract class Cursor<T extends Cursor.Sign> {
    /// How deep a text may be nested.
    static final int DEEPEST = 120;

    private static final int SHOWN = 60;

    final List<T> tokens;
    int at;
    int depth;

    /// A piece of a program's text.
    interface Sign {
        String text();

        /// Whether it is this sign or word, and no text that happens to be spelled like it.
        boolean is(String sign);
    }

    /// Thrown inside one statement and caught around it.
    static final class Stuck extends RuntimeException {
        Stuck() {
            super(null, null, false, false);
        }
    }

    Cursor(List<T> tokens) {
        this.tokens = tokens;
    }

    final T peek() {
        return ahead(0);
    }

    final T ahead(int count) {
        return tokens.get(Math.min(at + count, tokens.size() - 1));
    }

    final T take() {
        T token = peek();
        at++;
        return token;
    }

    final boolean accept(String sign) {
        if (peek().is(sign)) {
            at++;
            return true;
        }
        return false;
    }

    final void expect(String sign) {
        if (!accept(sign)) {
            throw new Stuck();
        }
    }

    /// One level further down, which its caller leaves again.
    final void deeper() {
        if (++depth > DEEPEST) {
            throw new Stuck();
        }
    }

    /// The first tokens of what is not understood.
    final String shown(int from) {
        var text = new StringBuilder();
        for (int i = from; i < tokens.size() && i < from + 6; i++) {
            text.append(tokens.get(i).text()).append(' ');
        }
        String all = text.toString().strip();
        return all.length() > SHOWN ? all.substring(0, SHOWN) + "…" : all;
    }
}
