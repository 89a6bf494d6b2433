package dev.cattlegrid.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.Gate;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.ledger.Event.Said.Source;
import dev.cattlegrid.policy.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whose words count, how often, and that they are forgotten in the right order.
class WishesTest {
    private static final List<String> CALLS =
            List.of(
                    "git push origin main",
                    "git push --force origin feature/x",
                    "rm data.json",
                    "npm publish",
                    "gh pr merge 12",
                    "git push",
                    "echo x > src/a.c",
                    "psql -c 'DROP TABLE users'",
                    "mail -s hello team@example.com");

    /// No event of a tool, a file, an agent or a notification makes a verdict milder; histories are made of all the
    /// messages in the tables.
    @Test
    void onlyAPersonsWordsWiden() {
        List<String> messages = messages();
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            Ledger without = Ledger.EMPTY;
            Ledger with = Ledger.EMPTY;
            for (int i = 0; i < 4; i++) {
                String message = messages.get(random.nextInt(messages.size()));
                Source source = Source.values()[random.nextInt(Source.values().length)];
                with = with.after(new Event.Said(message, source));
                if (source == Source.PERSON) {
                    without = without.after(new Event.Said(message, source));
                }
            }
            String call = CALLS.get(random.nextInt(CALLS.size()));
            assertTrue(
                    decide(call, with).verdict().compareTo(decide(call, without).verdict()) >= 0,
                    call);
        }
    }

    /// Words that nobody understands allow nothing.
    @Test
    void whatIsNotUnderstoodAllowsNothing() {
        var random = new Random(11);
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                for (int letter = 0; letter < 3 + random.nextInt(6); letter++) {
                    text.append((char) ('a' + random.nextInt(26)));
                }
                text.append(i == 5 ? " main data.json " : " ");
            }
            Ledger ledger = said(text.toString());
            for (String call : List.of("git push origin main", "rm data.json")) {
                assertEquals("ask", decide(call, ledger).verdict().text(), text::toString);
            }
        }
    }

    /// Whatever is read, it is read to the end.
    @Test
    void readingNeverFails() {
        List<String> messages = messages();
        var random = new Random(13);
        for (int round = 0; round < 3_000; round++) {
            String one = messages.get(random.nextInt(messages.size()));
            String other = messages.get(random.nextInt(messages.size()));
            int cut = random.nextInt(one.length() + 1);
            said(one.substring(0, cut) + "\"`<>'*_-:.\n\u0000".charAt(random.nextInt(11)) + other);
        }
    }

    @Test
    void anOrderIsForOnce() {
        Ledger ledger = said("push main");
        Decision first = decide("git push origin main", ledger);
        assertEquals("allow", first.verdict().text());
        assertEquals(List.of(1), first.event("push").cited());
        ledger = ledger.after(first.event("push"));
        assertEquals("ask", decide("git push origin main", ledger).verdict().text());
    }

    @Test
    void whatWasNotAllowedUsesNothingUp() {
        Ledger ledger = said("push main");
        Decision asked = decide("git push origin main && frobnicate", ledger);
        assertEquals("ask", asked.verdict().text());
        ledger = ledger.after(asked.event("push"));
        assertEquals("allow", decide("git push origin main", ledger).verdict().text());
    }

    @Test
    void boundariesAreKeptAndOldOrdersForgotten() {
        Ledger ledger = said("don't push");
        for (int i = 0; i < 200; i++) {
            ledger = ledger.after(new Event.Said("delete file" + i + ".db", Source.PERSON));
        }
        assertEquals(1, ledger.wishes().limits().size());
        assertEquals(64, ledger.wishes().consents().size());
        assertEquals("deny", decide("git push", ledger).verdict().text());
        assertEquals("ask", decide("rm file1.db", ledger).verdict().text());
        assertEquals("allow", decide("rm file199.db", ledger).verdict().text());
    }

    @Test
    void theSameSaidTwiceStandsOnce() {
        Ledger ledger = said("don't push");
        for (int i = 0; i < 50; i++) {
            ledger = ledger.after(new Event.Said("Don't push, please.", Source.PERSON));
        }
        assertEquals(1, ledger.wishes().limits().size());
    }

    @Test
    void consentComesAfterARefusalToo() {
        String push = "git push --force origin feature/x";
        Ledger ledger = Ledger.EMPTY.after(decide(push, Ledger.EMPTY).event(push));
        assertEquals("deny", decide(push, ledger).verdict().text());
        ledger = ledger.after(new Event.Said("ok, force push feature/x", Source.PERSON));
        assertEquals("allow", decide(push, ledger).verdict().text());
    }

    private static List<String> messages() {
        var messages = new ArrayList<String>();
        for (var row : Cases.read("ledger/said")) {
            Stream.of(row.input().split(" \\| ")[0].split(" \\|\\| ")).forEach(messages::add);
        }
        return messages;
    }

    private static Ledger said(String text) {
        return Ledger.EMPTY.after(new Event.Said(text, Source.PERSON));
    }

    private static Decision decide(String command, Ledger ledger) {
        var world = AssumedWorld.of(Optional.of("/home/dev/project"), false, Map.of(), command);
        return Gate.builtIn(world)
                .decide(new ToolCall.Shell(command, Origin.in("/home/dev/project")), ledger);
    }
}
