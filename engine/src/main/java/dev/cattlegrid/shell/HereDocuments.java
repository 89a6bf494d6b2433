package dev.cattlegrid.shell;

import dev.cattlegrid.shell.Redirect.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Here-documents: announced by an operator, read behind the next newline.
final class HereDocuments {
    private final Reading reading;
    private final Cursor cursor;
    /// Bodies by the place of their operators; the first pass over a text fills it, the last one reads it.
    private final Map<Integer, Body> bodies;

    private final boolean last;
    private final List<Pending> pending = new ArrayList<>(0);
    /// How many of the pending belong to commands around the substitution that is being read.
    private int outer;

    private int substitutions;

    /// Where a body stands in the text, and whether its delimiter was found.
    record Body(int from, int to, boolean closed) {}

    private record Pending(
            int operatorAt,
            String delimiter,
            boolean quoted,
            boolean stripped,
            boolean substituted) {}

    HereDocuments(Reading reading, Map<Integer, Body> bodies, boolean last) {
        this.reading = reading;
        this.cursor = reading.cursor;
        this.bodies = bodies;
        this.last = last;
    }

    /// Notes that a body is to come.
    Target announced(int operatorAt, Word written, boolean stripped) {
        if (!reading.dialect.lazy() && !Delimiters.arePlain(written.parts())) {
            throw Stop.at(
                    written.span(),
                    "the delimiter of this here-document looks as if it were expanded, and it is not");
        }
        boolean quoted = written.isQuoted();
        var delimiter = Delimiters.unexpanded(written, part -> cursor.written(part.span()));
        String line = Delimiters.line(delimiter, quoted);
        if (!reading.dialect.lazy() && reading.nesting.around.contains(line)) {
            throw Stop.at(
                    written.span(),
                    "this here-document has the delimiter of the one that it stands in");
        }
        pending.add(new Pending(operatorAt, line, quoted, stripped, substitutions > 0));
        var body = bodies.get(operatorAt);
        if (!last || body == null) {
            var nowhere = delimiter.span().end();
            return new Target.HereDocument(
                    delimiter, quoted, new Word(List.of(), new Span(nowhere, nowhere)), false);
        }
        return new Target.HereDocument(
                delimiter, quoted, word(body, line, quoted, stripped), body.closed());
    }

    private Word word(Body body, String delimiter, boolean quoted, boolean stripped) {
        int at = cursor.at;
        var text = Bodies.text(cursor, body, stripped, quoted);
        var whole = cursor.span(body.from(), body.to());
        var literal = text.text(text.at, text.end);
        var unread =
                new Word(
                        literal.isEmpty() ? List.of() : List.of(new Part.Literal(literal, whole)),
                        whole);
        if (quoted) {
            return unread;
        }
        reading.nesting.around.add(delimiter);
        try {
            return reading.late(
                    () ->
                            reading.insideNow(
                                    text,
                                    inner ->
                                            inner.quotes.within(
                                                    text.at,
                                                    text.end,
                                                    Quotes.Quoting.HERE_DOCUMENT)),
                    () -> unread);
        } finally {
            reading.nesting.around.removeLast();
            cursor.at = at;
        }
    }

    int beginSubstitution() {
        int before = outer;
        outer = pending.size();
        substitutions++;
        return before;
    }

    /// bash reads what is still pending then with what is pending around it, and warns. Nobody writes that on purpose.
    void endSubstitution(int before) {
        if (pending.size() > outer) {
            unended(pending.get(outer).operatorAt());
        }
        outer = before;
        substitutions--;
    }

    /// The same for a substitution that is read as a text of its own.
    void endText() {
        pending.forEach(document -> unended(document.operatorAt()));
        bodies.entrySet().stream()
                .filter(body -> !body.getValue().closed())
                .findFirst()
                .ifPresent(body -> unended(body.getKey()));
    }

    private void unended(int operatorAt) {
        if (!reading.dialect.lazy()) {
            throw Stop.at(
                    cursor.span(operatorAt, operatorAt + 2),
                    "this here-document does not end within its substitution");
        }
    }

    /// Reads the bodies that are pending; the cursor stands at the start of a line.
    void gather() {
        for (int i = outer; i < pending.size(); i++) {
            body(pending.get(i));
        }
        while (pending.size() > outer) {
            pending.removeLast();
        }
    }

    private void body(Pending document) {
        int from = cursor.at;
        while (cursor.at < cursor.end) {
            int line = cursor.at;
            int behind = behindDelimiter(document, line);
            if (behind >= 0) {
                bodies.put(document.operatorAt(), new Body(from, line, true));
                cursor.at = behind;
                return;
            }
            cursor.at = nextLine(line, document.quoted());
        }
        bodies.put(document.operatorAt(), new Body(from, cursor.end, false));
    }

    /// Where to go on behind the delimiter, if this line is it; else -1.
    private int behindDelimiter(Pending document, int line) {
        int behind = matched(document, line);
        if (behind < 0 && document.stripped()) {
            int text = line;
            while (text < cursor.end && cursor.charAt(text) == '\t') {
                text++;
            }
            behind = text == line ? -1 : matched(document, text);
        }
        return behind;
    }

    private int matched(Pending document, int from) {
        int at = from;
        String delimiter = document.delimiter();
        for (int i = 0; i < delimiter.length(); i++) {
            at = document.quoted() ? at : cursor.pastContinuations(at);
            if (at >= cursor.end
                    || cursor.charAt(at) != delimiter.charAt(i)
                    || delimiter.charAt(i) == '\n') {
                return -1;
            }
            at++;
        }
        int behind = document.quoted() ? at : cursor.pastContinuations(at);
        if (behind >= cursor.end) {
            return cursor.end;
        }
        if (cursor.charAt(behind) == '\n') {
            return behind + 1;
        }
        return document.substituted() && closesSubstitution(behind, document.quoted())
                ? behind
                : -1;
    }

    /// Within `$(...)` bash takes the delimiter for found when a `)` follows anywhere on its line.
    private boolean closesSubstitution(int from, boolean quoted) {
        int end = nextLine(from, quoted);
        for (int i = from; i < end; i++) {
            if (cursor.charAt(i) == ')') {
                return true;
            }
        }
        return false;
    }

    private int nextLine(int from, boolean quoted) {
        int at = from;
        while (at < cursor.end) {
            char c = cursor.charAt(at++);
            if (c == '\n') {
                return at;
            }
            if (c == '\\' && !quoted && at < cursor.end) {
                at++;
            }
        }
        return cursor.end;
    }
}
