package dev.cattlegrid.agent.print;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.agent.talk.Act;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.talk.Talk;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.screen.Ink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A session line by line, on any terminal and through pipes: a prompt a line, an answer a line.
public final class PlainSession {
    private final Streams streams;
    private final Ink ink;
    private final PlainLines lines;
    private final UnaryOperator<String> where;
    private final List<Happening.Refused> refused = new ArrayList<>();
    private final BlockingQueue<Happening> waiting = new LinkedBlockingQueue<>();

    /// @param ink colours, or none
    public PlainSession(Streams streams, Ink ink) {
        this(streams, ink, entry -> "cattlegrid why " + entry);
    }

    /// @param where how a person learns more of an entry of the record
    public PlainSession(Streams streams, Ink ink, UnaryOperator<String> where) {
        this.streams = streams;
        this.where = where;
        this.ink = ink;
        lines = new PlainLines(streams.out(), ink, where);
    }

    /// Makes the session, once there is somebody to tell what happens.
    @FunctionalInterface
    public interface Making {
        Talk talk(Consumer<Happening> listener) throws IOException;
    }

    /// @param first a prompt that is answered before any is read; may be empty
    /// @return the exit code
    public int run(Making making, String first) throws IOException {
        Talk talk = making.talk(this::heard);
        Thread loop = Thread.ofPlatform().name("session").start(talk::run);
        var in = new BufferedReader(new InputStreamReader(streams.in(), UTF_8));
        var commands = new Commands(talk, streams.out(), refused, where);
        if (!first.isBlank()) {
            lines.echo();
            talk.act(new Act.Prompt(first));
            converse(talk, in);
        }
        while (true) {
            streams.out().print(ink.bold("> "));
            streams.out().flush();
            String line = read(in).orElse("/quit");
            if (commands.isEnd(line)) {
                break;
            }
            if (!line.isBlank() && !commands.run(line.strip())) {
                talk.act(new Act.Prompt(line));
                converse(talk, in);
            }
        }
        talk.act(new Act.Quit());
        return joined(loop);
    }

    private static int joined(Thread loop) {
        try {
            loop.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Exit.ALLOW;
    }

    private void heard(Happening happening) {
        lines.show(happening);
        switch (happening) {
            case Happening.Refused one -> {
                synchronized (refused) {
                    refused.add(one);
                }
            }
            case Happening.Asked _, Happening.Wondered _, Happening.Over _, Happening.Closed _ ->
                    waiting.add(happening);
            default -> {}
        }
    }

    /// Until the turn is over, what is typed answers what is asked.
    private void converse(Talk talk, BufferedReader in) throws IOException {
        while (true) {
            switch (taken()) {
                case Happening.Asked asked -> talk.act(answer(asked, in));
                case Happening.Wondered wondered -> {
                    streams.out().print("  ");
                    streams.out().flush();
                    talk.act(new Act.Reply(wondered.number(), read(in).orElse("")));
                }
                default -> {
                    return;
                }
            }
        }
    }

    private Happening taken() {
        try {
            return waiting.take();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Happening.Closed();
        }
    }

    private Act answer(Happening.Asked asked, BufferedReader in) throws IOException {
        String always = asked.always().isEmpty() ? "" : ", (a)lways in this session";
        while (true) {
            streams.out()
                    .print("  (y)es once" + always + ", (n)o, or no with a word to the agent: ");
            streams.out().flush();
            Optional<String> line = read(in);
            if (line.isEmpty()) {
                return answer(asked, Act.Answer.Kind.NO, Optional.empty());
            }
            String text = line.get().strip();
            switch (text) {
                case "y", "yes" -> {
                    return answer(asked, Act.Answer.Kind.ONCE, Optional.empty());
                }
                case "a", "always" -> {
                    if (!asked.always().isEmpty()) {
                        return answer(asked, Act.Answer.Kind.ALWAYS, Optional.empty());
                    }
                }
                case "n", "no" -> {
                    return answer(asked, Act.Answer.Kind.NO, Optional.empty());
                }
                case "" -> {}
                default -> {
                    return answer(asked, Act.Answer.Kind.NO, Optional.of(text));
                }
            }
        }
    }

    private static Act answer(Happening.Asked asked, Act.Answer.Kind kind, Optional<String> word) {
        return new Act.Answer(asked.number(), kind, word);
    }

    /// What comes through a pipe is not seen, so that the line ends here.
    private Optional<String> read(BufferedReader in) throws IOException {
        @Nullable String line = in.readLine();
        if (!streams.terminal()) {
            streams.out().println(line == null ? "" : line);
        }
        return Optional.ofNullable(line);
    }
}
