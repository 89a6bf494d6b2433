package dev.cattlegrid.shell;

import java.util.ArrayList;
import java.util.List;

/// Simple commands: assignments, words, redirections.
final class Simples {
    private final Reading reading;
    private final Cursor cursor;

    Simples(Reading reading) {
        this.reading = reading;
        this.cursor = reading.cursor;
    }

    /// What has been read of one command, and what bash would take the next word for.
    private static final class Sofar {
        final List<Assignment> assignments = new ArrayList<>(0);
        final List<Word> words = new ArrayList<>(4);
        final List<Redirect> redirects = new ArrayList<>(0);
        boolean lastWasRedirect;
        /// Behind `declare` and its like, until a redirection: there arguments may hold arrays.
        boolean declares;

        boolean isEmpty() {
            return words.isEmpty() && assignments.isEmpty() && redirects.isEmpty();
        }

        /// Where bash still looks for a command's name it reads `name=(...)`.
        boolean atCommandPosition() {
            return words.isEmpty() && !(lastWasRedirect && !assignments.isEmpty());
        }
    }

    Command command() {
        int start = cursor.at;
        var sofar = new Sofar();
        next(sofar);
        boolean mayBeFunction = sofar.words.size() == 1 && sofar.redirects.isEmpty();
        int end = cursor.at;
        if (mayBeFunction) {
            String name = reading.words.written(start);
            cursor.skipBlanks();
            if (cursor.peek() == '(') {
                return function(name, start);
            }
            cursor.at = end;
        }
        return rest(sofar, start);
    }

    /// Where the grammar has no place for a function: behind `coproc`.
    Command withoutFunctions() {
        int start = cursor.at;
        var sofar = new Sofar();
        next(sofar);
        return rest(sofar, start);
    }

    private Command function(String name, int start) {
        cursor.take('(');
        cursor.skipBlanks();
        if (!cursor.take(')')) {
            throw reading.lists.unexpected();
        }
        return reading.compounds.functionBody(name, false, start);
    }

    private Command rest(Sofar sofar, int start) {
        int end = cursor.at;
        while (true) {
            cursor.skipBlanks();
            int next = cursor.peek();
            if (next == '#' || !next(sofar)) {
                break;
            }
            end = cursor.at;
        }
        cursor.at = end;
        return new Command.Simple(
                sofar.assignments, sofar.words, sofar.redirects, cursor.span(start, end));
    }

    /// Reads one more element.
    private boolean next(Sofar sofar) {
        var redirect = reading.redirects.read();
        if (redirect.isPresent()) {
            sofar.redirects.add(redirect.get());
            sofar.lastWasRedirect = true;
            sofar.declares = false;
            return true;
        }
        if (!reading.words.beginsPlainly()) {
            if (sofar.isEmpty()) {
                throw reading.lists.unexpected();
            }
            return false;
        }
        boolean atCommand = sofar.atCommandPosition();
        if (sofar.words.isEmpty()) {
            var assignment = reading.assignments.read(atCommand);
            if (assignment.isPresent()) {
                sofar.assignments.add(assignment.get());
                sofar.lastWasRedirect = false;
                return true;
            }
        }
        word(sofar, atCommand);
        return true;
    }

    private void word(Sofar sofar, boolean atCommand) {
        boolean substitution = cursor.peek() == '<' || cursor.peek() == '>';
        sofar.declares &= !substitution;
        var context =
                atCommand
                        ? Words.Context.COMMAND
                        : sofar.declares ? Words.Context.DECLARATION : Words.Context.ARGUMENT;
        int start = cursor.at;
        sofar.words.add(reading.words.read(context));
        sofar.lastWasRedirect = false;
        if (atCommand) {
            sofar.declares = takesArrays(reading.words.written(start));
        }
    }

    private static boolean takesArrays(String name) {
        return switch (name) {
            case "alias", "declare", "eval", "export", "let", "local", "readonly", "typeset" ->
                    true;
            default -> false;
        };
    }
}
