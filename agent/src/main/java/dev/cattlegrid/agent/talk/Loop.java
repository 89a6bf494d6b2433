package dev.cattlegrid.agent.talk;

import dev.cattlegrid.agent.tool.Tool;
import dev.cattlegrid.agent.voice.Message;
import dev.cattlegrid.agent.voice.Offer;
import dev.cattlegrid.agent.voice.Request;
import dev.cattlegrid.agent.voice.Spoken;
import dev.cattlegrid.agent.voice.Stop;
import dev.cattlegrid.agent.voice.Usage;
import dev.cattlegrid.agent.voice.Voice;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A conversation with a model: what is said goes back and forth until the model makes no more calls.
final class Loop {
    private static final int MOST_TOKENS = 16_000;
    private static final int TRIES = 6;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    /// How much of what the model takes may be used before what was said is summed up.
    private static final double FULL = 0.8;

    /// Keeps what is said where it can be found again.
    interface Keeping {
        void add(Message message) throws IOException;

        void startAgain(List<Message> messages) throws IOException;

        /// What a subagent says is told to who started it, and not kept.
        Keeping NOTHING =
                new Keeping() {
                    @Override
                    public void add(Message message) {}

                    @Override
                    public void startAgain(List<Message> messages) {}
                };
    }

    private final Supplier<Voice> voice;
    private final String instructions;
    private final List<Offer> offers;
    private final Calls calls;
    private final Keeping keeping;
    private final Optional<String> agent;
    private final int mostTurns;
    private final long window;
    private final Consumer<Usage> cost;
    private final Consumer<Happening> happenings;
    private final List<Message> messages = new ArrayList<>();
    private Usage last = Usage.NONE;

    Loop(
            Supplier<Voice> voice,
            String instructions,
            Collection<Tool> tools,
            Calls calls,
            Keeping keeping,
            Optional<String> agent,
            int mostTurns,
            long window,
            Consumer<Usage> cost,
            Consumer<Happening> happenings) {
        this.voice = voice;
        this.instructions = instructions;
        this.offers = tools.stream().map(Tool::offer).toList();
        this.calls = calls;
        this.keeping = keeping;
        this.agent = agent;
        this.mostTurns = mostTurns;
        this.window = window;
        this.cost = cost;
        this.happenings = happenings;
    }

    /// What was said in a session that goes on.
    void remember(List<Message> before) {
        messages.addAll(before);
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /// How much of what the model takes is used.
    double full() {
        return (double) (last.prompt() + last.answer()) / window;
    }

    /// Answers what the person says, with as many calls as it takes.
    Happening.Ending answer(String prompt, Stop stop) throws IOException {
        add(new Message.User(prompt));
        for (int turn = 0; ; turn++) {
            if (mostTurns > 0 && turn >= mostTurns) {
                return new Happening.Ending.OutOfTurns(mostTurns);
            }
            if (full() > FULL) {
                compact(stop);
            }
            switch (spoken(stop)) {
                case Spoken.Failed(var why, var _, var _) -> {
                    return new Happening.Ending.Unavailable(why);
                }
                case Spoken.Stopped(var text) -> {
                    if (!text.isEmpty()) {
                        add(new Message.Model(text, List.of()));
                    }
                    return new Happening.Ending.Interrupted();
                }
                case Spoken.Said(var text, var made, var _, var usage) -> {
                    last = usage;
                    cost.accept(usage);
                    add(new Message.Model(text, made));
                    happenings.accept(new Happening.Paused(agent));
                    if (made.isEmpty()) {
                        return new Happening.Ending.Answered(text);
                    }
                    Optional<Happening.Ending> ending = run(made, stop);
                    if (ending.isPresent()) {
                        return ending.get();
                    }
                }
            }
        }
    }

    /// Makes the calls of an answer one after the other. After a break the rest of them is not made, and the model is told.
    private Optional<Happening.Ending> run(List<Message.Call> made, Stop stop) throws IOException {
        var results = new ArrayList<Message.Result>();
        Optional<String> ends = Optional.empty();
        for (Message.Call call : made) {
            if (stop.isStopped() || ends.isPresent()) {
                results.add(
                        new Message.Result(
                                call.id(), call.tool(), "this was not run any more", true));
                continue;
            }
            Calls.Came came = calls.run(call, stop);
            results.add(came.result());
            ends = came.ends();
        }
        add(new Message.Results(results));
        if (stop.isStopped()) {
            return Optional.of(new Happening.Ending.Interrupted());
        }
        return ends.map(Happening.Ending.Refused::new);
    }

    /// What the model says; asked again where that may help.
    private Spoken spoken(Stop stop) throws IOException {
        boolean shortened = false;
        for (int attempt = 1; ; attempt++) {
            Spoken spoken =
                    voice.get()
                            .speak(
                                    new Request(instructions, messages, offers, MOST_TOKENS),
                                    piece -> happenings.accept(new Happening.Words(piece, agent)),
                                    stop);
            if (!(spoken instanceof Spoken.Failed(var why, var passing, var tooLong))) {
                return spoken;
            }
            if (tooLong && !shortened) {
                shortened = true;
                compact(stop);
                continue;
            }
            if (!passing || attempt >= TRIES) {
                return spoken;
            }
            Duration pause = pause(attempt);
            happenings.accept(new Happening.Retrying(why, attempt, pause));
            if (isStoppedWithin(pause, stop)) {
                return new Spoken.Stopped("");
            }
        }
    }

    private static Duration pause(int attempt) {
        Duration pause = PAUSE.multipliedBy(1L << attempt - 1);
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static boolean isStoppedWithin(Duration pause, Stop stop) {
        var stopped = new CountDownLatch(1);
        try (Stop.Watch _ = stop.watch(stopped::countDown)) {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// Sums up what was said, so that there is room again. What the person forbade and allowed is the gate's to remember.
    ///
    /// @return whether that worked
    boolean compact(Stop stop) throws IOException {
        int before = messages.size();
        var asking = new ArrayList<>(Compaction.shortened(messages));
        Compaction.ask(asking);
        Spoken spoken =
                voice.get()
                        .speak(
                                new Request(instructions, asking, offers, Compaction.MOST_TOKENS),
                                _ -> {},
                                stop);
        if (!(spoken instanceof Spoken.Said(var text, var _, var _, var usage)) || text.isBlank()) {
            happenings.accept(new Happening.Noticed("what was said so far could not be summed up"));
            return false;
        }
        cost.accept(usage);
        List<Message> after = Compaction.after(text, messages);
        messages.clear();
        messages.addAll(after);
        last = Usage.NONE;
        keeping.startAgain(after);
        happenings.accept(new Happening.Compacted(before, after.size()));
        return true;
    }

    void clear() throws IOException {
        messages.clear();
        last = Usage.NONE;
        keeping.startAgain(List.of());
    }

    private void add(Message message) throws IOException {
        keeping.add(message);
        messages.add(message);
    }
}
