package dev.cattlegrid.agent.screen;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.agent.talk.Act;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.talk.Talk;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.screen.Ink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/// A session on a terminal: keys and what happens come in by one queue, in the order in which they come, and one thread draws.
public final class ScreenSession {
    /// Who sets the terminal's modes, the next where one cannot be had: by the library's own native code, which starts 0.2 s
    /// sooner than the JDK's foreign functions, since no call has to be bound first.
    private static final String PROVIDERS = "jni,ffm,exec";

    /// How often what moves by itself is drawn.
    private static final long TICK = 100;

    private static final long NEVER = 3_600_000;

    private final Streams streams;
    private final Store store;
    private final Path root;
    private final Modes modes;
    private final Words words;
    private volatile boolean over;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /// @param bypass whether Shift+Tab may come to the mode that bypasses permissions
    public ScreenSession(Streams streams, Store store, Path root, boolean bypass, Words words) {
        this.words = words;
        this.streams = streams;
        this.store = store;
        this.root = root;
        modes = new Modes(bypass);
    }

    /// What a person is told of other ways to look at the session.
    ///
    /// @param more how they learn more of an entry of the record; empty where there is no way
    /// @param farewell what they are told last, of a session
    public record Words(UnaryOperator<String> more, UnaryOperator<String> farewell) {
        public static final Words USUAL =
                new Words(
                        entry -> "cattlegrid why " + entry,
                        session ->
                                "`cattlegrid --resume " + session + "` goes on with this session");
    }

    /// Makes the session, once there is somebody to tell what happens.
    @FunctionalInterface
    public interface Making {
        Talk talk(Consumer<Happening> listener) throws IOException;
    }

    /// Something that the screen changes by.
    private sealed interface Event {
        record Pressed(Key key) implements Event {}

        record Happened(Happening happening) implements Event {}

        record Said(List<String> rows) implements Event {}

        record Resized() implements Event {}
    }

    /// Whether there is a whole terminal, on which a cursor can be moved.
    public static boolean fits(Streams streams) {
        String term = streams.environment().getOrDefault("TERM", "dumb");
        var console = System.console();
        return streams.terminal()
                && !term.equals("dumb")
                && !term.isEmpty()
                && console != null
                && console.isTerminal();
    }

    /// @param first a prompt that is answered before any is typed; may be empty
    /// @return the exit code
    public int run(Making making, String first) throws IOException {
        try (Terminal terminal =
                TerminalBuilder.builder()
                        .system(true)
                        .encoding(UTF_8)
                        .providers(PROVIDERS)
                        .build()) {
            Attributes before = raw(terminal);
            terminal.handle(Terminal.Signal.WINCH, _ -> events.add(new Event.Resized()));
            try {
                send(terminal, "\033[?2004h");
                return run(making, first, terminal);
            } finally {
                send(terminal, "\033[?2004l\033[?25h");
                terminal.setAttributes(before);
            }
        }
    }

    /// Every key comes as a character: Ctrl-C breaks off a turn and does not kill anybody.
    private static Attributes raw(Terminal terminal) {
        Attributes before = terminal.enterRawMode();
        Attributes raw = terminal.getAttributes();
        raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
        terminal.setAttributes(raw);
        return before;
    }

    private int run(Making making, String first, Terminal terminal) throws IOException {
        Talk talk = making.talk(happening -> events.add(new Event.Happened(happening)));
        Ink ink = new Ink(streams.ink().on());
        var aside = new Aside(streams, store, rows -> events.add(new Event.Said(rows)));
        var screen =
                new Screen(
                        ink,
                        root,
                        History.of(store),
                        modes,
                        words.more(),
                        talk::act,
                        aside::run,
                        new Sayings(store, talk.session())::standing);
        Thread keys =
                Thread.ofPlatform().daemon().name("keys").start(() -> listen(terminal, () -> over));
        Thread session = Thread.ofPlatform().daemon().name("session").start(talk::run);
        if (!first.isBlank()) {
            screen.send(first, first);
        }
        var painter = new Painter(text -> send(terminal, text));
        try {
            draw(screen, painter, terminal);
            over = true;
            session.join();
            keys.join();
        } catch (InterruptedException _) {
            talk.act(new Act.Quit());
            Thread.currentThread().interrupt();
        }
        painter.paint(screen.above(), Live.NOTHING, terminal.getColumns());
        send(terminal, words.farewell().apply(talk.session()) + "\r\n");
        return Exit.ALLOW;
    }

    private void draw(Screen screen, Painter painter, Terminal terminal)
            throws InterruptedException {
        while (!screen.isOver()) {
            int columns = Math.max(20, terminal.getColumns());
            int height = Math.max(6, terminal.getRows());
            Live live = screen.live(columns, height, now());
            painter.paint(screen.above(), live, columns);
            @Nullable Event event =
                    events.poll(screen.isMoving() ? TICK : NEVER, TimeUnit.MILLISECONDS);
            while (event != null) {
                take(event, screen, painter, terminal);
                event = screen.isOver() ? null : events.poll();
            }
        }
    }

    private static void take(Event event, Screen screen, Painter painter, Terminal terminal) {
        switch (event) {
            case Event.Pressed(var key) -> {
                if (key == Key.Named.REDRAW) {
                    send(terminal, "\033[2J\033[H");
                    painter.startAgain();
                }
                screen.pressed(key, now());
            }
            case Event.Happened(var happening) -> screen.happened(happening, now());
            case Event.Said(var rows) -> screen.say(rows);
            case Event.Resized() -> screen.resized(terminal.getColumns());
        }
    }

    /// Ends soon after the screen does: a terminal that somebody still reads from cannot be closed.
    private void listen(Terminal terminal, BooleanSupplier over) {
        var keyboard =
                new Keyboard(millis ->
                        millis == 0 ? waited(terminal, over) : terminal.reader().read(millis));
        Key key = Key.Named.OTHER;
        while (key != Key.Named.GONE) {
            try {
                key = keyboard.next();
            } catch (IOException _) {
                key = Key.Named.GONE;
            }
            events.add(new Event.Pressed(key));
        }
    }

    private static int waited(Terminal terminal, BooleanSupplier over) throws IOException {
        int c = NonBlockingReader.READ_EXPIRED;
        while (c == NonBlockingReader.READ_EXPIRED) {
            if (over.getAsBoolean()) {
                return NonBlockingReader.EOF;
            }
            c = terminal.reader().read(TICK);
        }
        return c;
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    private static void send(Terminal terminal, String text) {
        terminal.writer().write(text);
        terminal.writer().flush();
    }
}
