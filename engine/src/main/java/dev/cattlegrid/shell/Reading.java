package dev.cattlegrid.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// One pass over one text: the cursor in it, what has been found on the way, and the readers that share both.
final class Reading {
    static final int DEEPEST = 500;
    private static final int CHARACTERS_A_STEP = 32;

    final Cursor cursor;
    final Dialect dialect;
    final Nesting nesting;
    private final boolean last;
    final HereDocuments hereDocuments;
    final Pairs pairs;
    final Arithmetic arithmetic;
    final ExtendedGlobs extendedGlobs;
    final Quotes quotes;
    final Dollars dollars;
    final Parameters parameters;
    final Words words;
    final Assignments assignments;
    final Redirects redirects;
    final Reserved reserved;
    final Lists lists;
    final Simples simples;
    final Compounds compounds;
    final Loops loops;
    final Cases cases;
    final Conditionals conditionals;

    /// How deep the descent is, and how often it has gone deeper, counted over all the texts within one another.
    ///
    /// A text that bash reads in one way to find its end and in another to expand it is read in both; nested in
    /// itself, that doubles with every level.
    static final class Nesting {
        private static final int STEPS_EACH = 16;
        private static final int STEPS_AT_LEAST = 10_000;

        /// The delimiters of the here-documents whose bodies are being read.
        final List<String> around = new ArrayList<>(0);

        private int depth;
        private int stepsLeft;

        Nesting(int length) {
            this.stepsLeft = STEPS_AT_LEAST + STEPS_EACH * length;
        }
    }

    Reading(
            Cursor cursor,
            Dialect dialect,
            Nesting nesting,
            Map<Integer, HereDocuments.Body> bodies,
            boolean last) {
        this.cursor = cursor;
        this.dialect = dialect;
        this.nesting = nesting;
        this.last = last;
        this.hereDocuments = new HereDocuments(this, bodies, last);
        this.pairs = new Pairs(this);
        this.arithmetic = new Arithmetic(this);
        this.extendedGlobs = new ExtendedGlobs(this);
        this.quotes = new Quotes(this);
        this.dollars = new Dollars(this);
        this.parameters = new Parameters(this);
        this.words = new Words(this);
        this.assignments = new Assignments(this);
        this.redirects = new Redirects(this);
        this.reserved = new Reserved(this);
        this.lists = new Lists(this);
        this.simples = new Simples(this);
        this.compounds = new Compounds(this);
        this.loops = new Loops(this);
        this.cases = new Cases(this);
        this.conditionals = new Conditionals(this);
    }

    /// Reads a text that may hold here-documents. A here-document's body stands behind the command that it belongs
    /// to, so a first pass finds the bodies and a second one builds the tree.
    static <T> T of(Cursor cursor, Dialect dialect, Nesting nesting, Function<Reading, T> read) {
        Map<Integer, HereDocuments.Body> bodies = new HashMap<>();
        if (cursor.mayHoldHereDocument()) {
            int depth = nesting.depth;
            try {
                var _ =
                        read.apply(
                                new Reading(
                                        cursor.over(cursor.at, cursor.end),
                                        dialect,
                                        nesting,
                                        bodies,
                                        false));
            } catch (Stop _) {
                nesting.depth = depth;
            }
        }
        return read.apply(new Reading(cursor, dialect, nesting, bodies, true));
    }

    /// Reads another text within this one. The first of two passes leaves it out: where it ends is known, and what is in
    /// it has no bearing on where the here-documents around it are.
    Script inside(Cursor inner) {
        if (!last) {
            return new Script(List.of(), inner.span(inner.at, inner.end));
        }
        return insideNow(
                inner,
                reading -> {
                    var script = reading.lists.wholeText();
                    reading.hereDocuments.endText();
                    return script;
                });
    }

    /// The same for the body of a here-document, which only the last pass reads.
    <T> T insideNow(Cursor inner, Function<Reading, T> read) {
        enter(inner.at);
        T found = of(inner, dialect, nesting, read);
        leave();
        return found;
    }

    /// Reads a piece of this text by itself, and comes back behind it.
    <T> T within(int from, int to, Supplier<T> read) {
        int end = cursor.end;
        cursor.at = from;
        cursor.end = to;
        enter(from);
        T found = read.get();
        leave();
        cursor.end = end;
        cursor.at = to;
        return found;
    }

    /// Reads what bash itself reads only when the command runs.
    <T> T late(Supplier<T> read, Supplier<T> unread) {
        if (!dialect.lazy()) {
            return read.get();
        }
        int depth = nesting.depth;
        int at = cursor.at;
        int end = cursor.end;
        try {
            return read.get();
        } catch (Stop stop) {
            if (stop.isLimit()) {
                throw stop;
            }
            nesting.depth = depth;
            cursor.at = at;
            cursor.end = end;
            return unread.get();
        }
    }

    void enter(int at) {
        if (++nesting.depth > DEEPEST) {
            throw Stop.beyond(cursor.span(at, at), "it is nested more than " + DEEPEST + " deep");
        }
        if (--nesting.stepsLeft < 0) {
            throw Stop.beyond(cursor.span(at, at), "it is nested in too many ways at once");
        }
    }

    /// Counts a look through that many characters.
    void spend(int characters) {
        nesting.stepsLeft -= characters / CHARACTERS_A_STEP;
    }

    void leave() {
        nesting.depth--;
    }
}
