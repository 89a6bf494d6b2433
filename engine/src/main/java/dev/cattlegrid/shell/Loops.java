package dev.cattlegrid.shell;

import dev.cattlegrid.shell.Command.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `for`, `select`, `while` and `until`.
final class Loops {
    private final Reading reading;
    private final Cursor cursor;

    Loops(Reading reading) {
        this.reading = reading;
        this.cursor = reading.cursor;
    }

    Body conditional(boolean until, int start) {
        var condition = reading.lists.atLeastOne();
        reading.compounds.close("do", until ? "until" : "while", start);
        var list = reading.lists.atLeastOne();
        reading.compounds.close("done", until ? "until" : "while", start);
        return new Body.While(condition, list, until);
    }

    Body named(boolean select, int start) {
        cursor.skipBlanks();
        if (!select && cursor.peek() == '(' && cursor.second() == '(') {
            return arithmetic(start);
        }
        if (!reading.words.beginsPlainly()) {
            throw reading.lists.unexpected();
        }
        int nameStart = cursor.at;
        reading.words.read(Words.Context.ARGUMENT);
        String name = reading.words.written(nameStart);
        Optional<List<Word>> words = values();
        return new Body.For(name, words, list(select ? "select" : "for", start), select);
    }

    /// What stands between the name and `do`.
    private Optional<List<Word>> values() {
        cursor.skipBlanks();
        if (cursor.peek() == ';' && cursor.second() != ';' && cursor.second() != '&') {
            cursor.take(';');
            reading.lists.skipNewlines();
            return Optional.empty();
        }
        reading.lists.blanksAndComment();
        boolean sameLine = cursor.peek() != '\n';
        reading.lists.skipNewlines();
        if (reading.reserved.take("in")) {
            return Optional.of(words());
        }
        if (sameLine && !reading.reserved.isAt("do")) {
            throw reading.lists.unexpected();
        }
        return Optional.empty();
    }

    private List<Word> words() {
        List<Word> words = new ArrayList<>();
        cursor.skipBlanks();
        while (reading.words.beginsPlainly()) {
            words.add(reading.words.read(Words.Context.ARGUMENT));
            cursor.skipBlanks();
        }
        listTerminator();
        return words;
    }

    private void listTerminator() {
        reading.lists.blanksAndComment();
        int next = cursor.peek();
        boolean semicolon = next == ';' && cursor.second() != ';' && cursor.second() != '&';
        if (!semicolon && next != '\n') {
            throw reading.lists.unexpected();
        }
        if (semicolon) {
            cursor.take(';');
        }
        reading.lists.skipNewlines();
    }

    private Script list(String opener, int start) {
        boolean braces = reading.reserved.take("{");
        if (!braces) {
            reading.compounds.close("do", opener, start);
        }
        var list = reading.lists.atLeastOne();
        reading.compounds.close(braces ? "}" : "done", opener, start);
        return list;
    }

    private Body arithmetic(int start) {
        int open = cursor.at;
        var fields = reading.arithmetic.fields();
        if (fields.size() != 3) {
            throw Stop.at(
                    cursor.span(open, cursor.at),
                    "`for ((` takes three expressions with `;` between them",
                    "write `for ((first; condition; step))`");
        }
        cursor.skipBlanks();
        if (!reading.reserved.isAt("do") && !reading.reserved.isAt("{")) {
            listTerminator();
        }
        return new Body.ForArithmetic(
                fields.get(0), fields.get(1), fields.get(2), list("for", start));
    }
}
