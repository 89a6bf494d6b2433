package dev.cattlegrid.shell;

import dev.cattlegrid.shell.Assignment.Element;
import dev.cattlegrid.shell.Assignment.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Assignments before a command's name, and the values of arrays.
final class Assignments {
    private final Reading reading;
    private final Cursor cursor;

    Assignments(Reading reading) {
        this.reading = reading;
        this.cursor = reading.cursor;
    }

    /// What stands before the value.
    private record Head(String name, Optional<Word> subscript, boolean append) {}

    /// The assignment that begins here, if one does; else the cursor stays.
    ///
    /// @param arrays whether `(` behind the `=` begins an array here
    Optional<Assignment> read(boolean arrays) {
        int start = cursor.at;
        var head = head(arrays);
        if (head.isEmpty()) {
            cursor.at = start;
            return Optional.empty();
        }
        var value = value(arrays);
        return Optional.of(
                new Assignment(
                        head.get().name(),
                        head.get().subscript(),
                        head.get().append(),
                        value,
                        cursor.span(start, cursor.at)));
    }

    boolean beginsHere() {
        int start = cursor.at;
        boolean begins = head(true).isPresent();
        cursor.at = start;
        return begins;
    }

    private Optional<Head> head(boolean blanksInSubscript) {
        String name = name();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Word> subscript = Optional.empty();
        if (cursor.peek() == '[') {
            if (!blanksInSubscript && !endsWithinWord(cursor.at)) {
                return Optional.empty();
            }
            subscript = subscript();
        }
        boolean append = cursor.take('+');
        return cursor.take('=') ? Optional.of(new Head(name, subscript, append)) : Optional.empty();
    }

    private String name() {
        if (!Chars.beginsName(cursor.peek())) {
            return "";
        }
        int start = cursor.at;
        while (Chars.isName(cursor.raw())) {
            cursor.at++;
        }
        if (cursor.raw() != '\\') {
            return cursor.text(start, cursor.at);
        }
        var name = new StringBuilder(cursor.text(start, cursor.at));
        while (Chars.isName(cursor.peek())) {
            name.append((char) cursor.raw());
            cursor.at++;
        }
        return name.toString();
    }

    private boolean endsWithinWord(int open) {
        int at = open;
        while (at < cursor.end && cursor.charAt(at) != ']') {
            if (Chars.endsWord(cursor.charAt(at))) {
                return false;
            }
            at++;
        }
        return at < cursor.end;
    }

    /// `[subscript]`, blanks and all.
    private Optional<Word> subscript() {
        int open = cursor.at;
        cursor.take('[');
        int from = cursor.at;
        reading.pairs.skip('[', ']', Pairs.SUBSCRIPT, open);
        return Optional.of(reading.words.subscript(from, cursor.at - 1));
    }

    private Value value(boolean arrays) {
        if (!arrays || cursor.peek() != '(') {
            return new Value.Scalar(reading.words.read(Words.Context.VALUE));
        }
        int start = cursor.at;
        var elements = elements();
        var span = cursor.span(start, cursor.at);
        if (!Chars.endsWord(cursor.peek()) || reading.words.beginsProcessSubstitution()) {
            int tail = cursor.at;
            reading.words.read(Words.Context.ARGUMENT);
            if (!reading.dialect.lazy()) {
                throw Stop.at(
                        cursor.span(tail, cursor.at), "something touches the end of the array");
            }
        }
        return new Value.Array(elements, span);
    }

    /// `(values)`
    List<Element> elements() {
        int open = cursor.at;
        reading.enter(open);
        cursor.take('(');
        List<Element> elements = new ArrayList<>();
        while (true) {
            reading.lists.skipNewlines();
            if (cursor.take(')')) {
                reading.leave();
                return elements;
            }
            if (cursor.peek() == Cursor.END) {
                throw reading.compounds.unclosed("(", ")", open);
            }
            if (!reading.words.beginsPlainly()) {
                throw reading.lists.unexpected();
            }
            elements.add(element());
        }
    }

    private Element element() {
        if (cursor.peek() == '[') {
            int start = cursor.at;
            var subscript = subscript();
            cursor.take('+');
            if (cursor.take('=')) {
                return new Element(subscript, reading.words.read(Words.Context.ELEMENT_VALUE));
            }
            cursor.at = start;
        }
        return new Element(Optional.empty(), reading.words.read(Words.Context.ELEMENT));
    }
}
