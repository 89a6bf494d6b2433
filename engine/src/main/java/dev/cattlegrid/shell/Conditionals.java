package dev.cattlegrid.shell;

import dev.cattlegrid.shell.Command.Test;
import java.util.Optional;

/// The inside of `[[ ]]`, which has a grammar of its own.
final class Conditionals {
    private final Reading reading;
    private final Cursor cursor;

    Conditionals(Reading reading) {
        this.reading = reading;
        this.cursor = reading.cursor;
    }

    /// Behind `[[`, up to and with `]]`.
    Test read(int start) {
        var test = or();
        if (!takeEnd()) {
            throw reading.compounds.unclosed("[[", "]]", start);
        }
        return test;
    }

    private boolean isAtEnd() {
        return reading.reserved.isAt("]]");
    }

    private boolean takeEnd() {
        return reading.reserved.take("]]");
    }

    private Test or() {
        var test = and();
        while (cursor.take('|', '|')) {
            test = new Test.Or(test, and());
        }
        return test;
    }

    private Test and() {
        var test = term();
        while (cursor.take('&', '&')) {
            test = new Test.And(test, term());
        }
        return test;
    }

    private Test term() {
        reading.lists.skipNewlines();
        int start = cursor.at;
        reading.enter(start);
        Test test;
        if (cursor.take('(')) {
            test = new Test.Nested(or());
            reading.compounds.closeParenthesis(start);
            reading.lists.skipNewlines();
        } else if (reading.reserved.take("!")) {
            test = new Test.Not(term());
        } else {
            test = operation();
        }
        reading.leave();
        return test;
    }

    private Test operation() {
        if (isAtEnd()) {
            throw Stop.silent(
                    cursor.span(cursor.at, cursor.at + 2),
                    "`[[` needs something to test before `]]`");
        }
        var left = word(Words.Context.PATTERN);
        cursor.skipBlanks();
        var unary = unaryOperator(left);
        if (unary.isPresent()) {
            if (isAtEnd()) {
                throw Stop.at(left.span(), "`" + unary.get() + "` needs an argument before `]]`");
            }
            var test = new Test.Unary(unary.get(), word(Words.Context.PATTERN));
            reading.lists.skipNewlines();
            return test;
        }
        return binary(left);
    }

    private Test binary(Word left) {
        int next = cursor.peek();
        if ((next == '<' || next == '>') && isLone()) {
            cursor.at++;
            return compared(String.valueOf((char) next), left, Words.Context.PATTERN);
        }
        if (isAtEnd()
                || next == ')'
                || next == '&' && cursor.second() == '&'
                || next == '|' && cursor.second() == '|') {
            return new Test.Lone(left);
        }
        int start = cursor.at;
        if (!reading.words.beginsPlainly()) {
            throw missingOperator();
        }
        reading.words.read(Words.Context.ARGUMENT);
        String operator = reading.words.written(start);
        if (!isBinaryOperator(operator)) {
            cursor.at = start;
            throw missingOperator();
        }
        return compared(
                operator,
                left,
                switch (operator) {
                    case "=", "==", "!=" -> Words.Context.EXTENDED_PATTERN;
                    case "=~" -> Words.Context.REGEX;
                    default -> Words.Context.PATTERN;
                });
    }

    /// Whether the `<` or `>` is an operator by itself, and no redirection's beginning.
    private boolean isLone() {
        int second = cursor.second();
        int first = cursor.peek();
        return switch (second) {
            case '&', '(' -> false;
            case '<' -> first == '>';
            case '>' -> false;
            case '|' -> first == '<';
            default -> true;
        };
    }

    private Stop missingOperator() {
        return Stop.at(
                cursor.span(cursor.at, Math.min(cursor.end, cursor.at + 1)),
                "`[[` expects an operator here");
    }

    private Test compared(String operator, Word left, Words.Context context) {
        cursor.skipBlanks();
        var test = new Test.Binary(operator, left, word(context));
        reading.lists.skipNewlines();
        return test;
    }

    private Word word(Words.Context context) {
        boolean regex =
                context == Words.Context.REGEX && (cursor.peek() == '(' || cursor.peek() == '|');
        if (!regex && !reading.words.beginsPlainly() && !beginsWithPattern(context)) {
            throw reading.lists.unexpected();
        }
        int start = cursor.at;
        var word = reading.words.read(context);
        int next = cursor.peek();
        boolean digits = (next == '<' || next == '>') && isNumber(reading.words.written(start));
        if (digits) {
            throw Stop.at(
                    cursor.span(start, cursor.at + 1),
                    "a number that touches `" + (char) next + "` is no operand in `[[`",
                    "put a blank between them");
        }
        return word;
    }

    private boolean beginsWithPattern(Words.Context context) {
        return context == Words.Context.EXTENDED_PATTERN
                && Chars.beginsExtendedGlob(cursor.peek())
                && cursor.second() == '(';
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(Chars::isDigit);
    }

    private static Optional<String> unaryOperator(Word word) {
        if (word.parts().size() != 1
                || !(word.parts().getFirst() instanceof Part.Literal literal)) {
            return Optional.empty();
        }
        String text = literal.text();
        boolean unary =
                text.length() == 2
                        && text.charAt(0) == '-'
                        && "abcdefghknoprstuvwxzGLNORS".indexOf(text.charAt(1)) >= 0;
        return unary ? Optional.of(text) : Optional.empty();
    }

    private static boolean isBinaryOperator(String text) {
        return switch (text) {
            case "=",
                    "==",
                    "!=",
                    "=~",
                    "-eq",
                    "-ne",
                    "-lt",
                    "-le",
                    "-gt",
                    "-ge",
                    "-nt",
                    "-ot",
                    "-ef" ->
                    true;
            default -> false;
        };
    }
}
