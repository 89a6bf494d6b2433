package dev.cattlegrid.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.screen.Ink;
import dev.cattlegrid.session.Sessions;
import dev.cattlegrid.session.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WatchTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private static Ticket ticket(String code, String call, int minutes) {
        return new Ticket(
                code,
                new Sessions.Name("claude-code", "4b1d"),
                "/home/dev/project",
                code,
                call,
                "a-rule",
                "it would do something",
                List.of("run something"),
                List.of(),
                NOW.minus(Duration.ofMinutes(minutes)),
                NOW.plus(Duration.ofHours(1)),
                Ticket.State.OPEN,
                Optional.empty(),
                Optional.empty());
    }

    private static final List<Ticket> THREE =
            List.of(
                    ticket("K7QF", "git push --force origin main", 1),
                    ticket("M2XD", "npm publish \u001b[31m\u202egnp", 7),
                    ticket("TT42", "kubectl delete namespace web", 200));

    /// Keys, a word each (`j`, `enter`, `erase` …); the screen afterwards, and what was asked for.
    @TestFactory
    Stream<DynamicTest> screens() {
        return Cases.of("desk/watch.txt", WatchTest::shown);
    }

    private static List<String> shown(String keys) {
        Watch watch = Watch.EMPTY.with(keys.equals("nobody") ? List.of() : THREE);
        Watch.Wish wish = new Watch.Wish.Nothing();
        for (String key :
                keys.equals("nobody") || keys.equals("none") ? new String[0] : keys.split(" ")) {
            boolean character = key.length() == 1;
            Watch.Next next =
                    watch.after(
                            character
                                    ? Watch.Key.CHARACTER
                                    : Watch.Key.valueOf(key.toUpperCase(Locale.ROOT)),
                            key.charAt(0));
            watch = next.watch();
            wish = next.wish();
        }
        return Stream.concat(
                        watch.screen(Ink.NONE, 72, 24, NOW).stream()
                                .map(line -> line.isEmpty() ? "." : line),
                        Stream.of("= " + wish))
                .toList();
    }

    @Test
    void whatWasChosenStaysChosenWhileItIsThere() {
        Watch watch = Watch.EMPTY.with(THREE).after(Watch.Key.DOWN, ' ').watch();
        assertEquals(Optional.of("M2XD"), watch.chosen());
        assertEquals(Optional.of("M2XD"), watch.with(THREE.reversed()).chosen());
        Watch typing = watch.after(Watch.Key.CHARACTER, 'a').watch();
        Watch gone = typing.with(List.of(THREE.getFirst()));
        assertEquals(Optional.of("K7QF"), gone.chosen());
        assertTrue(gone.typing().isEmpty(), "a PIN that was being typed is for no other ticket");
    }

    @Test
    void aSmallTerminalHoldsTheScreen() {
        Watch watch = Watch.EMPTY.with(THREE);
        assertTrue(watch.screen(Ink.NONE, 40, 10, NOW).size() <= 10);
    }
}
