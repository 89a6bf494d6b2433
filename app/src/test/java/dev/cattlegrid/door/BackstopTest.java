package dev.cattlegrid.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BackstopTest {
    @Test
    void whatHangsIsRefused() {
        var never = new CountDownLatch(1);
        Decision decision =
                assertTimeout(
                        Duration.ofSeconds(20),
                        () ->
                                Backstop.within(
                                        Duration.ofMillis(50),
                                        () -> {
                                            try {
                                                never.await();
                                            } catch (InterruptedException _) {
                                                Thread.currentThread().interrupt();
                                            }
                                            return Door.refusal("late", "too late");
                                        }));
        assertEquals(Verdict.DENY, decision.verdict());
        assertEquals(Optional.of(Backstop.OVER_TIME), decision.code());
    }

    @Test
    void whatBreaksIsRefused() {
        Decision decision =
                Backstop.within(
                        Duration.ofSeconds(20),
                        () -> {
                            throw new StackOverflowError();
                        });
        assertEquals(Verdict.DENY, decision.verdict());
        assertEquals(Optional.of(Door.FAILURE), decision.code());
    }

    @Test
    void anAnswerInTimeIsTheAnswer() {
        Decision given = Door.refusal("x", "y");
        assertEquals(given, Backstop.within(Duration.ofSeconds(20), () -> given));
    }
}
