package dev.cattlegrid.shell;

import dev.cattlegrid.shell.Redirect.Descriptor;
import dev.cattlegrid.shell.Redirect.Operator;
import dev.cattlegrid.shell.Redirect.Target;
import java.util.List;
import java.util.Optional;

/// Redirections: an optional descriptor, an operator, a target.
final class Redirects {
    private final Reading reading;
    private final Cursor cursor;

    Redirects(Reading reading) {
        this.reading = reading;
        this.cursor = reading.cursor;
    }

    /// The redirection that begins here, if one does; else the cursor stays.
    Optional<Redirect> read() {
        int next = cursor.peek();
        if (next == '<' || next == '>') {
            return cursor.second() == '('
                    ? Optional.empty()
                    : Optional.of(behind(Optional.empty(), cursor.at));
        }
        if (next == '&') {
            return cursor.second() == '>'
                    ? Optional.of(behind(Optional.empty(), cursor.at))
                    : Optional.empty();
        }
        if (Chars.isDigit(next) || next == '{') {
            int start = cursor.at;
            var descriptor = next == '{' ? variable() : number();
            if (descriptor.isPresent() && isAtPlainOperator()) {
                return Optional.of(behind(descriptor, start));
            }
            cursor.at = start;
        }
        return Optional.empty();
    }

    private boolean isAtPlainOperator() {
        int next = cursor.peek();
        return (next == '<' || next == '>') && cursor.second() != '(';
    }

    private Optional<Descriptor> number() {
        long value = 0;
        while (Chars.isDigit(cursor.peek())) {
            value = Math.min(value * 10 + (cursor.raw() - '0'), Integer.MAX_VALUE + 1L);
            cursor.at++;
        }
        return value > Integer.MAX_VALUE
                ? Optional.empty()
                : Optional.of(new Descriptor.Number((int) value));
    }

    private Optional<Descriptor> variable() {
        int start = cursor.at;
        cursor.take('{');
        if (!Chars.beginsName(cursor.peek())) {
            return Optional.empty();
        }
        var name = new StringBuilder();
        while (cursor.peek() != Cursor.END && (Chars.isName(cursor.peek()))) {
            name.append((char) cursor.raw());
            cursor.at++;
        }
        if (cursor.peek() == '[') {
            while (cursor.peek() != ']' && !Chars.endsWord(cursor.peek())) {
                name.append((char) cursor.raw());
                cursor.at++;
            }
            if (cursor.take(']')) {
                name.append(']');
            }
        }
        if (!cursor.take('}')) {
            cursor.at = start;
            return Optional.empty();
        }
        return Optional.of(new Descriptor.Variable(name.toString()));
    }

    private Redirect behind(Optional<Descriptor> from, int start) {
        int operatorAt = cursor.at;
        var operator = operator();
        cursor.skipBlanks();
        return switch (operator) {
            case HERE_DOCUMENT, HERE_DOCUMENT_STRIPPED -> {
                var delimiter = word(Words.Context.DELIMITER);
                int end = cursor.at;
                var target =
                        reading.hereDocuments.announced(
                                operatorAt, delimiter, operator == Operator.HERE_DOCUMENT_STRIPPED);
                yield new Redirect(from, operator, target, cursor.span(start, end));
            }
            case DUPLICATE_IN, DUPLICATE_OUT -> plain(from, operator, descriptor(), start);
            case HERE_STRING -> plain(from, operator, word(Words.Context.HERE_STRING), start);
            case IN, OUT, APPEND, CLOBBER, IN_OUT, BOTH, BOTH_APPEND ->
                    plain(from, operator, word(Words.Context.ARGUMENT), start);
        };
    }

    private Redirect plain(Optional<Descriptor> from, Operator operator, Word word, int start) {
        return new Redirect(from, operator, new Target.Plain(word), cursor.span(start, cursor.at));
    }

    /// Behind `<&` and `>&` a `-` is a word of its own, and a number may touch the next operator.
    private Word descriptor() {
        int start = cursor.at;
        if (cursor.take('-')) {
            return new Word(
                    List.of(new Part.Literal("-", cursor.span(start, cursor.at))),
                    cursor.span(start, cursor.at));
        }
        if (Chars.isDigit(cursor.peek()) && number().isPresent() && isAtPlainOperator()) {
            int end = cursor.at;
            String written = cursor.text(start, end).replace("\\\n", "");
            var digits = new Part.Literal(written, cursor.span(start, end));
            return new Word(List.of(digits), cursor.span(start, end));
        }
        cursor.at = start;
        return word(Words.Context.ARGUMENT);
    }

    private Word word(Words.Context context) {
        if (!reading.words.beginsPlainly() || beginsAnotherRedirection()) {
            throw reading.lists.unexpected();
        }
        return reading.words.read(context);
    }

    /// In `> 3<x` the 3 belongs to the second operator, so that the first has no target.
    private boolean beginsAnotherRedirection() {
        int start = cursor.at;
        int next = cursor.peek();
        if (!Chars.isDigit(next) && next != '{') {
            return false;
        }
        var descriptor = next == '{' ? variable() : number();
        boolean another = descriptor.isPresent() && isAtPlainOperator();
        cursor.at = start;
        return another;
    }

    private Operator operator() {
        if (cursor.take('&', '>')) {
            return cursor.take('>') ? Operator.BOTH_APPEND : Operator.BOTH;
        }
        if (cursor.take('>')) {
            return output();
        }
        cursor.take('<');
        if (cursor.take('&')) {
            return Operator.DUPLICATE_IN;
        }
        if (cursor.take('>')) {
            return Operator.IN_OUT;
        }
        if (!cursor.take('<')) {
            return Operator.IN;
        }
        if (cursor.take('<')) {
            return Operator.HERE_STRING;
        }
        return cursor.take('-') ? Operator.HERE_DOCUMENT_STRIPPED : Operator.HERE_DOCUMENT;
    }

    private Operator output() {
        if (cursor.take('>')) {
            return Operator.APPEND;
        }
        if (cursor.take('&')) {
            return Operator.DUPLICATE_OUT;
        }
        return cursor.take('|') ? Operator.CLOBBER : Operator.OUT;
    }
}
