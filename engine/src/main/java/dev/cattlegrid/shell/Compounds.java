package dev.cattlegrid.shell;

import dev.cattlegrid.shell.Command.Body;
import dev.cattlegrid.shell.Command.Compound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compound commands, function definitions and coprocesses.
final class Compounds {
    private final Reading reading;
    private final Cursor cursor;
    private final Reserved reserved;

    Compounds(Reading reading) {
        this.reading = reading;
        this.cursor = reading.cursor;
        this.reserved = reading.reserved;
    }

    /// Whether the command that was read last ends with a redirection of a compound command. Behind its target bash
    /// looks for no reserved word.
    boolean endsInRedirect;

    /// One command of a pipeline.
    Command command() {
        int start = cursor.at;
        endsInRedirect = false;
        String word = reserved.peek();
        return switch (word) {
            case "" -> cursor.peek() == '(' ? compound() : reading.simples.command();
            case "function" -> function(start);
            case "coproc" -> coproc(start);
            case "time" -> reading.simples.command();
            default -> compound();
        };
    }

    boolean beginsCompound() {
        return cursor.peek() == '('
                || switch (reserved.peek()) {
                    case "{", "if", "for", "select", "while", "until", "case", "[[" -> true;
                    default -> false;
                };
    }

    /// A compound command with its redirections.
    Compound compound() {
        int start = cursor.at;
        reading.enter(start);
        var body = body(start);
        int end = cursor.at;
        List<Redirect> redirects = new ArrayList<>(0);
        while (true) {
            cursor.skipBlanks();
            var redirect = reading.redirects.read();
            if (redirect.isEmpty()) {
                break;
            }
            redirects.add(redirect.get());
            end = cursor.at;
        }
        cursor.at = end;
        endsInRedirect = !redirects.isEmpty();
        reading.leave();
        return new Compound(body, redirects, cursor.span(start, end));
    }

    private Body body(int start) {
        if (cursor.peek() == '(') {
            return cursor.second() == '(' ? doubleParenthesis(start) : subshell(start);
        }
        String word = reserved.peek();
        switch (word) {
            case "{", "if", "for", "select", "while", "until", "case", "[[" -> reserved.skip(word);
            default -> throw reading.lists.unexpected();
        }
        return switch (word) {
            case "{" -> group(start);
            case "if" -> condition(start);
            case "for", "select" -> reading.loops.named(word.equals("select"), start);
            case "while", "until" -> reading.loops.conditional(word.equals("until"), start);
            case "case" -> reading.cases.read(start);
            default -> new Body.Conditional(reading.conditionals.read(start));
        };
    }

    private Body group(int start) {
        var list = reading.lists.atLeastOne();
        close("}", "{", start);
        return new Body.Group(list);
    }

    private Body subshell(int start) {
        cursor.take('(');
        var list = reading.lists.atLeastOne();
        closeParenthesis(start);
        return new Body.Subshell(list);
    }

    void closeParenthesis(int start) {
        if (!cursor.take(')')) {
            throw unclosed("(", ")", start);
        }
    }

    private Body doubleParenthesis(int start) {
        var expression = reading.arithmetic.command();
        return expression.isPresent() ? new Body.Arithmetic(expression.get()) : subshell(start);
    }

    private Body condition(int start) {
        List<Body.If.Branch> branches = new ArrayList<>(1);
        do {
            var condition = reading.lists.atLeastOne();
            close("then", "if", start);
            branches.add(new Body.If.Branch(condition, reading.lists.atLeastOne()));
        } while (reserved.take("elif"));
        Optional<Script> otherwise =
                reserved.take("else") ? Optional.of(reading.lists.atLeastOne()) : Optional.empty();
        close("fi", "if", start);
        return new Body.If(branches, otherwise);
    }

    /// Takes the word that must stand here.
    void close(String word, String opener, int start) {
        if (!reserved.take(word)) {
            throw unclosed(opener, word, start);
        }
    }

    Stop unclosed(String opener, String closer, int start) {
        if (cursor.peek() != Cursor.END) {
            return reading.lists.unexpected();
        }
        return Stop.at(
                cursor.span(start, Math.min(cursor.end, start + opener.length())),
                "`" + opener + "` has no `" + closer + "`",
                "close it with `" + closer + "`");
    }

    /// `name()` has just been read.
    Command functionBody(String name, boolean keyword, int start) {
        reading.lists.skipNewlines();
        if (!beginsCompound()) {
            throw reading.lists.unexpected();
        }
        var body = compound();
        return new Command.Function(name, keyword, body, cursor.span(start, cursor.at));
    }

    private Command function(int start) {
        reserved.skip("function");
        cursor.skipBlanks();
        int nameStart = cursor.at;
        if (!reading.words.beginsPlainly()) {
            throw reading.lists.unexpected();
        }
        reading.words.read(Words.Context.ARGUMENT);
        String name = reading.words.written(nameStart);
        cursor.skipBlanks();
        if (cursor.peek() == '(') {
            int open = cursor.at;
            cursor.take('(');
            cursor.skipBlanks();
            if (!cursor.take(')')) {
                cursor.at = open;
            }
        }
        return functionBody(name, true, start);
    }

    private Command coproc(int start) {
        reserved.skip("coproc");
        cursor.skipBlanks();
        if (beginsCompound()) {
            var body = compound();
            return new Command.Coproc(Optional.empty(), body, cursor.span(start, cursor.at));
        }
        switch (reserved.peek()) {
            case "", "time" -> {}
            default -> throw reading.lists.unexpected();
        }
        return namedCoproc(start);
    }

    /// A word before a compound command is the coprocess's name; otherwise it begins a simple command.
    private Command namedCoproc(int start) {
        int wordStart = cursor.at;
        if (reading.words.beginsPlainly() && !reading.assignments.beginsHere()) {
            reading.words.read(Words.Context.ARGUMENT);
            String name = reading.words.written(wordStart);
            cursor.skipBlanks();
            if (beginsCompound()) {
                var body = compound();
                return new Command.Coproc(Optional.of(name), body, cursor.span(start, cursor.at));
            }
            if (!reserved.peek().isEmpty() && !reserved.isAt("time")) {
                throw reading.lists.unexpected();
            }
            cursor.at = wordStart;
        }
        var command = reading.simples.withoutFunctions();
        return new Command.Coproc(Optional.empty(), command, cursor.span(start, cursor.at));
    }
}
