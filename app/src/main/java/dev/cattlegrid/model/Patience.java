package dev.cattlegrid.model;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How long a model is waited for: until a deadline, and once or twice more within it where it failed in passing.
public final class Patience {
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private Patience() {}

    /// The answer, or a failure once the time is over.
    public static Reply ask(Model model, Prompt prompt, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        Reply reply = once(model, prompt, most);
        for (int tries = 1; tries < TRIES && isPassing(reply); tries++) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            Duration pause = pause(tries);
            if (left.compareTo(pause.plus(PAUSE)) < 0 || !slept(pause)) {
                return reply;
            }
            reply = once(model, prompt, Duration.ofNanos(end - System.nanoTime()));
        }
        return reply;
    }

    private static boolean isPassing(Reply reply) {
        return reply instanceof Reply.Failed(var _, var passing) && passing;
    }

    /// Longer each time, and for nobody the same, so that those who failed together do not come back together.
    private static Duration pause(int tries) {
        long most = PAUSE.toMillis() << tries;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most));
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Reply once(Model model, Prompt prompt, Duration most) {
        var task = new FutureTask<Reply>(() -> model.ask(prompt));
        Thread.ofVirtual().start(task);
        try {
            return task.get(Math.max(1, most.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            task.cancel(true);
            return new Reply.Failed(
                    "the model gave no answer within %d seconds".formatted(most.toSeconds()),
                    false);
        } catch (ExecutionException problem) {
            Throwable cause = Objects.requireNonNullElse(problem.getCause(), problem);
            return new Reply.Failed(
                    "asking the model failed: " + cause.getClass().getSimpleName(), false);
        } catch (InterruptedException _) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.Failed("asking the model was interrupted", false);
        }
    }
}
