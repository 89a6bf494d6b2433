package dev.cattlegrid.shell;

import dev.cattlegrid.shell.Command.Body;
import java.util.ArrayList;
import java.util.List;

/// `case`.
final class Cases {
    private final Reading reading;
    private final Cursor cursor;

    Cases(Reading reading) {
        this.reading = reading;
        this.cursor = reading.cursor;
    }

    Body read(int start) {
        cursor.skipBlanks();
        if (!reading.words.beginsPlainly()) {
            throw reading.lists.unexpected();
        }
        var subject = reading.words.read(Words.Context.PATTERN);
        reading.lists.skipNewlines();
        reading.compounds.close("in", "case", start);
        List<Body.Case.Arm> arms = new ArrayList<>();
        boolean more = true;
        while (true) {
            reading.lists.skipNewlines();
            if (reading.reserved.take("esac")) {
                return new Body.Case(subject, arms);
            }
            if (!more || cursor.peek() == Cursor.END) {
                throw reading.compounds.unclosed("case", "esac", start);
            }
            more = arm(arms);
        }
    }

    /// @return whether another arm may follow
    private boolean arm(List<Body.Case.Arm> arms) {
        if (cursor.take('(')) {
            cursor.skipBlanks();
        }
        List<Word> patterns = new ArrayList<>(1);
        do {
            cursor.skipBlanks();
            if (!reading.words.beginsPlainly()) {
                throw reading.lists.unexpected();
            }
            patterns.add(reading.words.read(Words.Context.PATTERN));
            cursor.skipBlanks();
        } while (cursor.peek() == '|'
                && cursor.second() != '|'
                && cursor.second() != '&'
                && cursor.take('|'));
        if (!cursor.take(')')) {
            throw reading.lists.unexpected();
        }
        var list = reading.lists.any();
        var end = end();
        boolean ended = cursor.take(';', ';') ? after(end) : cursor.take(';', '&');
        arms.add(new Body.Case.Arm(patterns, list, end));
        return ended;
    }

    private Body.Case.End end() {
        if (cursor.peek() != ';' || cursor.second() == '&') {
            return cursor.peek() == ';' ? Body.Case.End.FALL : Body.Case.End.LEAVE;
        }
        int third = cursor.pastContinuations(cursor.pastContinuations(cursor.at + 1) + 1);
        boolean test = third < cursor.end && cursor.charAt(third) == '&';
        return test ? Body.Case.End.TEST : Body.Case.End.LEAVE;
    }

    private boolean after(Body.Case.End end) {
        return end != Body.Case.End.TEST || cursor.take('&');
    }
}
