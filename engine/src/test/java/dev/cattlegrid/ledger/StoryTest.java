package dev.cattlegrid.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.shell.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static Ledger said(Ledger ledger, String text) {
        return ledger.after(new Event.Said(text, Event.Said.Source.PERSON));
    }

    private static Ledger called(Ledger ledger, String call, Event.Decided.Answer answer) {
        var effect = new Effect.Spawn("x", false, Span.NONE);
        var step = new Step(effect, Step.Certainty.MUST, 0);
        return ledger.after(new Event.Decided(call, answer, List.of(step), List.of(), ""));
    }

    @Test
    void wordsAreFoundAsTheyWereWritten() {
        Story story = said(Ledger.EMPTY, "Please, drop the table `users_old`!").story();
        assertTrue(story.saidAt("drop the table users_old").isPresent());
        assertTrue(story.saidAt("DROP the\ntable").isPresent());
        assertTrue(story.saidAt("drop the tab").isEmpty());
        assertTrue(story.saidAt("drop the users_old").isEmpty());
        assertTrue(story.saidAt("").isEmpty());
        assertTrue(story.saidAt("a").isEmpty());
    }

    @Test
    void onlyThePersonSpeaks() {
        Ledger ledger = Ledger.EMPTY;
        for (Event.Said.Source source : Event.Said.Source.values()) {
            ledger = ledger.after(new Event.Said("drop the table of " + source, source));
        }
        assertEquals(List.of("drop the table of PERSON"), ledger.story().messages());
    }

    @Test
    void lookingIsNotTold() {
        var ledger =
                Ledger.EMPTY.after(
                        new Event.Decided(
                                "ls", Event.Decided.Answer.ALLOWED, List.of(), List.of(), ""));
        assertEquals(Story.NONE, ledger.story());
    }

    @Test
    void whatBecameOfACallIsTold() {
        Ledger ledger = called(Ledger.EMPTY, "deploy", Event.Decided.Answer.REFUSED);
        assertTrue(ledger.story().refusedAt("deploy").isPresent());
        ledger = ledger.after(new Event.Cleared("deploy")).after(new Event.Failed("deploy"));
        assertEquals(
                new Story.Entry.Called("deploy", Event.Decided.Answer.REFUSED, true, true),
                ledger.story().entries().getFirst());
    }

    @Test
    void theOldestGoesFirst() {
        Ledger ledger = said(Ledger.EMPTY, "the first message");
        for (int i = 0; i < 200; i++) {
            ledger =
                    called(
                            said(ledger, "message number " + i),
                            "call " + i,
                            Event.Decided.Answer.ASKED);
        }
        Story story = ledger.story();
        assertEquals(24, story.messages().size());
        assertEquals("message number 199", story.messages().getLast());
        assertEquals(72, story.entries().size());
        assertTrue(
                said(Ledger.EMPTY, "x".repeat(100_000)).story().messages().getFirst().length()
                        < 5_000);
    }
}
