package dev.cattlegrid.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShownTest {
    @TestFactory
    Stream<DynamicTest> shown() {
        return Cases.of("screen/shown.txt", text -> List.of(Shown.line(text).text()));
    }

    @TestFactory
    Stream<DynamicTest> snippets() {
        return Cases.of("screen/snippet.txt", ShownTest::snippet);
    }

    private static List<String> snippet(String text) {
        int bar = text.lastIndexOf(" |");
        String command = text.substring(0, bar);
        String piece = text.substring(bar + 2).strip();
        int start = command.lastIndexOf(piece);
        Span span = piece.isEmpty() ? Span.NONE : new Span(start, start + piece.length());
        var lines = new ArrayList<String>();
        for (Snippet.Line line : Snippet.of(command, span, 40)) {
            lines.add("|" + line.text());
            if (!line.marks().isEmpty()) {
                lines.add("|" + line.marks());
            }
        }
        return lines;
    }

    @Test
    void lengthIsBounded() {
        assertTrue(Shown.line("\u001b".repeat(100_000)).text().length() < Shown.SENTENCE + 20);
        assertEquals("`it's`", Shown.name("it`s").text());
    }

    @Property(seed = "20261")
    void nothingThatSteersATerminalIsLeft(@ForAll String text) {
        String shown = Shown.lines(text, 2_000).text();
        assertTrue(shown.codePoints().allMatch(c -> c == '\n' || Shown.isPlain(c)));
    }

    @Property(seed = "20261")
    void aSnippetFits(@ForAll String text) {
        for (Snippet.Line line : Snippet.of(text, new Span(0, text.length()), 40)) {
            assertTrue(line.text().codePoints().map(Shown::columns).sum() <= 40, line::text);
        }
    }
}
