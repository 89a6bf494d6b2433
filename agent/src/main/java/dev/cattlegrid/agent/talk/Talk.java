package dev.cattlegrid.agent.talk;

import dev.cattlegrid.agent.tool.Tool;
import dev.cattlegrid.agent.tool.Workshop;
import dev.cattlegrid.agent.voice.Message;
import dev.cattlegrid.agent.voice.Stop;
import dev.cattlegrid.agent.voice.Usage;
import dev.cattlegrid.agent.voice.Voice;
import dev.cattlegrid.agent.voice.Voices;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ShellState;
import dev.cattlegrid.door.Hooks;
import dev.cattlegrid.door.Inside;
import dev.cattlegrid.sandbox.Plan;
import dev.cattlegrid.session.Granted;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// One session with a person: what they do goes in by [#act], which never waits; what happens comes out, one thing after the
/// other, by the listener.
public final class Talk {
    private final Setup setup;
    private final Kept kept;
    private final Consumer<Happening> listener;
    private final Loop loop;
    private final BlockingQueue<Act> work = new LinkedBlockingQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile Stop stop = new Stop();
    private volatile Origin.Mode mode;
    private volatile Voice voice;
    private volatile @Nullable Waiting waiting;
    private Usage usage = Usage.NONE;
    private boolean fresh;

    /// A question that somebody waits at.
    private record Waiting(
            int number, CountDownLatch answered, AtomicReference<@Nullable Act> answer) {}

    private Talk(Setup setup, Store store, Consumer<Happening> listener) {
        this.setup = setup;
        this.listener = listener;
        kept = new Kept(store, setup.session());
        mode = left(setup.mode());
        voice = setup.voice();
        loop = loop(Optional.empty(), setup.workshop(), keeping(), setup.mostTurns());
    }

    /// A session that begins now.
    public static Talk begin(Setup setup, Store store, Consumer<Happening> listener) {
        var talk = new Talk(setup, store, listener);
        talk.fresh = true;
        return talk;
    }

    /// A session that goes on, with all that was said in it.
    ///
    /// @throws IOException in one sentence, where it cannot be read
    public static Talk resume(Setup setup, Store store, Consumer<Happening> listener)
            throws IOException {
        var talk = new Talk(setup, store, listener);
        talk.kept.mend();
        talk.loop.remember(talk.kept.read().messages());
        return talk;
    }

    public String session() {
        return setup.session();
    }

    public Origin.Mode mode() {
        return mode;
    }

    /// Does what a person wants. Never waits; may be called from any thread.
    public void act(Act act) {
        switch (act) {
            case Act.Interrupt() -> stop.stop();
            case Act.Mode(var other) -> changed(other);
            case Act.Answer answer -> answer(answer.number(), act);
            case Act.Reply reply -> answer(reply.number(), act);
            case Act.Quit() -> {
                stop.stop();
                work.add(act);
            }
            case Act.Prompt _, Act.Model _, Act.Allow _, Act.Compact _, Act.Clear _ ->
                    work.add(act);
        }
    }

    /// A mode that was taken away by settings is not had.
    private void changed(Origin.Mode wanted) {
        mode = left(wanted);
        tell(new Happening.ModeChanged(mode));
    }

    private Origin.Mode left(Origin.Mode wanted) {
        try {
            return setup.gate().left(wanted, setup.workshop().root().toString());
        } catch (IllegalArgumentException _) {
            return Origin.Mode.DEFAULT;
        }
    }

    private void answer(int to, Act with) {
        Waiting there = waiting;
        if (there != null && there.number() == to) {
            there.answer().compareAndSet(null, with);
            there.answered().countDown();
        }
    }

    /// Does what it is told until it is told to quit.
    public void run() {
        began();
        try {
            while (true) {
                Act act = work.take();
                if (act instanceof Act.Quit) {
                    break;
                }
                perform(act);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /// Answers one prompt and ends.
    public Happening.Ending answer(String prompt) {
        began();
        try {
            return turn(prompt);
        } finally {
            close();
        }
    }

    private void began() {
        Thread.ofPlatform().daemon().name("ahead").start(this::getReady);
        tell(
                new Happening.Began(
                        setup.session(),
                        setup.workshop().root().toString(),
                        voice.name(),
                        mode,
                        !loop.isEmpty(),
                        setup.workshop().sandbox().map(Talk::inWords)));
    }

    /// What the first answer and the first call would wait for is loaded while a person reads or a provider thinks.
    private void getReady() {
        voice.getReady();
        Hooks.warmUp();
    }

    private static String inWords(Plan.Ready plan) {
        return String.join(", ", plan.layers());
    }

    private void close() {
        setup.workshop().close();
        tell(new Happening.Closed());
    }

    private void perform(Act act) {
        try {
            switch (act) {
                case Act.Prompt(var text) -> turn(text);
                case Act.Model(var name) -> model(name);
                case Act.Allow(var refusal) -> {
                    setup.gate().yes(refusal.held());
                    tell(
                            new Happening.Noticed(
                                    "this may pass once, when it is tried again: "
                                            + refusal.reason()));
                }
                case Act.Compact() -> {
                    Stop fresh = new Stop();
                    stop = fresh;
                    loop.compact(fresh);
                }
                case Act.Clear() -> {
                    loop.clear();
                    tell(new Happening.Noticed("what was said is forgotten"));
                }
                case Act.Interrupt _, Act.Mode _, Act.Answer _, Act.Reply _, Act.Quit _ -> {}
            }
        } catch (IOException | RuntimeException problem) {
            tell(new Happening.Noticed(Calls.sentence(problem)));
        }
    }

    private void model(String name) {
        switch (setup.voices().apply(name)) {
            case Voices.Found.Of(var other) -> {
                voice = other;
                tell(new Happening.ModelChanged(other.name()));
            }
            case Voices.Found.Nothing() ->
                    tell(new Happening.Noticed("the model is " + voice.name()));
            case Voices.Found.Bad(var why) -> tell(new Happening.Noticed(why));
        }
    }

    private Happening.Ending turn(String prompt) {
        Stop fresh = new Stop();
        stop = fresh;
        tell(new Happening.Heard(prompt));
        Happening.Ending ending;
        try {
            setup.gate().said(prompt, origin(Optional.empty(), setup.workshop()));
            ending = loop.answer(prompt, fresh);
        } catch (IOException | RuntimeException problem) {
            ending = new Happening.Ending.Failed(Calls.sentence(problem));
        }
        tell(new Happening.Over(ending));
        return ending;
    }

    private Loop loop(
            Optional<String> agent, Workshop workshop, Loop.Keeping keeping, int mostTurns) {
        Map<String, Tool> tools = new LinkedHashMap<>();
        setup.tools().forEach(tool -> tools.put(tool.offer().name(), tool));
        if (agent.isEmpty()) {
            var ask = new AskTool(person);
            tools.put(ask.offer().name(), ask);
            var task =
                    new TaskTool((name, there) ->
                            loop(
                                    Optional.of(name),
                                    there,
                                    Loop.Keeping.NOTHING,
                                    setup.mostTurns()));
            tools.put(task.offer().name(), task);
        }
        var calls =
                new Calls(
                        setup.gate(),
                        tools,
                        workshop,
                        agent,
                        () -> origin(agent, workshop),
                        person,
                        setup.asks(),
                        this::tell);
        return new Loop(
                () -> voice,
                setup.instructions(),
                tools.values(),
                calls,
                keeping,
                agent,
                mostTurns,
                setup.window(),
                cost -> used(cost, agent),
                this::tell);
    }

    /// Where a call is made now.
    private Origin origin(Optional<String> agent, Workshop workshop) {
        return new Origin(
                Inside.HOST,
                setup.session(),
                agent,
                workshop.directory().toString(),
                mode,
                ShellState.BASH,
                setup.contained());
    }

    private void used(Usage cost, Optional<String> agent) {
        usage = usage.and(cost);
        tell(new Happening.Used(cost, usage, agent.isEmpty() ? loop.full() : 0));
    }

    private Loop.Keeping keeping() {
        return new Loop.Keeping() {
            @Override
            public void add(Message message) throws IOException {
                begin();
                kept.add(message);
            }

            @Override
            public void startAgain(List<Message> messages) throws IOException {
                begin();
                kept.startAgain(messages);
            }
        };
    }

    private void begin() throws IOException {
        if (fresh) {
            kept.begin(setup.workshop().root().toString(), voice.name());
            fresh = false;
        }
    }

    private synchronized void tell(Happening happening) {
        listener.accept(happening);
    }

    private final Person person =
            new Person() {
                @Override
                public Optional<Act.Answer> ask(
                        Made made, Happening.Refusal refusal, List<Granted> always) {
                    Optional<Act> act =
                            reply(asked -> new Happening.Asked(asked, made, refusal, always));
                    return act.filter(Act.Answer.class::isInstance)
                            .map(Act.Answer.class::cast)
                            .map(answer -> {
                                tell(new Happening.Answered(answer.number(), answer.kind()));
                                return answer;
                            });
                }

                @Override
                public Optional<String> wonder(String question, List<String> choices) {
                    if (!setup.asks()) {
                        return Optional.empty();
                    }
                    return reply(asked -> new Happening.Wondered(asked, question, choices))
                            .filter(Act.Reply.class::isInstance)
                            .map(act -> ((Act.Reply) act).text());
                }
            };

    /// Tells a question and waits for its answer; nothing where the person breaks off.
    private Optional<Act> reply(IntFunction<Happening> question) {
        var open =
                new Waiting(
                        number.incrementAndGet(),
                        new CountDownLatch(1),
                        new AtomicReference<>(null));
        waiting = open;
        try (Stop.Watch _ = stop.watch(open.answered()::countDown)) {
            tell(question.apply(open.number()));
            open.answered().await();
            return Optional.ofNullable(open.answer().get());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            waiting = null;
        }
    }
}
