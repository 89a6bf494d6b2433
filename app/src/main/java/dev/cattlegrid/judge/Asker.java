package dev.cattlegrid.judge;

import dev.cattlegrid.model.Breaker;
import dev.cattlegrid.model.Model;
import dev.cattlegrid.model.Patience;
import dev.cattlegrid.model.Prompt;
import dev.cattlegrid.model.Reply;
import dev.cattlegrid.model.Usage;
import dev.cattlegrid.policy.Opinion;
import java.time.Duration;
import java.util.Optional;

/// Asks a model, as long as it answers these days and there is time.
///
/// @param stage how long one answer may take
/// @param end by which all has to be over, on the clock of [System#nanoTime]
record Asker(Model model, Breaker breaker, Duration stage, long end) {
    static final String AWAY = "the judge did not answer lately, so it is not waited for";

    /// What asking came to.
    sealed interface Got {
        Usage usage();

        /// An answer that is finished and not empty.
        record Text(String text, Usage usage) implements Got {}

        /// @param code as an [Opinion] that is absent has it
        /// @param why one lower-case sentence without a full stop
        record Nothing(String code, String why, Usage usage) implements Got {}
    }

    /// How long it may be asked now; nothing where it is not to be. Whoever gets a turn has to use it.
    Optional<Duration> turn() {
        Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        Duration most = stage.compareTo(left) < 0 ? stage : left;
        return most.isZero() || !breaker.lets() ? Optional.empty() : Optional.of(most);
    }

    Got ask(Prompt prompt, Duration most) {
        Reply reply = Patience.ask(model, prompt, most);
        return switch (reply) {
            case Reply.Said(var text, var cut, var usage) -> {
                breaker.answered();
                yield cut || text.isBlank()
                        ? nothing(Opinion.UNPARSABLE, "the judge's answer was not finished", reply)
                        : new Got.Text(text, usage);
            }
            case Reply.Declined _ -> {
                breaker.answered();
                yield nothing(Opinion.REFUSED, "the judge's model would not answer", reply);
            }
            case Reply.Garbled _ -> {
                breaker.failed();
                yield nothing(Opinion.UNPARSABLE, "the judge's answer could not be read", reply);
            }
            case Reply.Failed(var why, _) -> {
                breaker.failed();
                yield nothing(Opinion.UNAVAILABLE, why, reply);
            }
        };
    }

    private static Got nothing(String code, String why, Reply reply) {
        return new Got.Nothing(code, why, reply.usage());
    }
}
