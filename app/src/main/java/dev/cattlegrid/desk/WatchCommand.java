package dev.cattlegrid.desk;

import dev.cattlegrid.door.Exit;
import dev.cattlegrid.session.Seal;
import dev.cattlegrid.session.Tickets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `cattlegrid watch`: the tickets as they come, answered by keys.
@Command(
        name = "watch",
        description = "Shows the refused calls as they come; a person answers by keys.",
        mixinStandardHelpOptions = true)
public final class WatchCommand implements Callable<Integer> {
    private static final long TICK = 500;
    private static final long REST_OF_A_KEY = 30;

    private final Desk desk;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the gate keeps its files, if not in the usual place.")
    private @Nullable Path state;

    public WatchCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        if (!desk.streams().terminal()) {
            return desk.no("`watch` needs a terminal; `cattlegrid tickets` lists them anywhere");
        }
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            Attributes before = terminal.enterRawMode();
            terminal.puts(Capability.enter_ca_mode);
            terminal.puts(Capability.cursor_invisible);
            try {
                watch(terminal);
            } finally {
                terminal.puts(Capability.cursor_visible);
                terminal.puts(Capability.exit_ca_mode);
                terminal.setAttributes(before);
                terminal.flush();
            }
        }
        return Exit.ALLOW;
    }

    private void watch(Terminal terminal) throws IOException {
        Desk.Stores stores = desk.stores(state);
        var display = new Display(terminal, true);
        Watch watch = Watch.EMPTY;
        while (true) {
            watch = watch.with(stores.tickets().open());
            show(watch, display, terminal);
            int first = terminal.reader().read(TICK);
            if (first == NonBlockingReader.READ_EXPIRED) {
                continue;
            }
            Watch.Next next = watch.after(key(first, terminal.reader()), (char) first);
            switch (next.wish()) {
                case Watch.Wish.Nothing() -> watch = next.watch();
                case Watch.Wish.Approve(var code, var pin) ->
                        watch = next.watch().saying(approved(code, pin, stores));
                case Watch.Wish.Deny(var code) -> watch = next.watch().saying(denied(code, stores));
                case Watch.Wish.Leave() -> {
                    return;
                }
            }
        }
    }

    private static Watch.Key key(int first, NonBlockingReader reader) throws IOException {
        return switch (first) {
            case -1, 3, 4 -> Watch.Key.END;
            case '\r', '\n' -> Watch.Key.ENTER;
            case 8, 127 -> Watch.Key.ERASE;
            case 27 -> escaped(reader);
            default -> Watch.Key.CHARACTER;
        };
    }

    /// A lone escape, or the arrows: `ESC [ A`, `ESC O A`.
    private static Watch.Key escaped(NonBlockingReader reader) throws IOException {
        if (reader.read(REST_OF_A_KEY) < 0) {
            return Watch.Key.CANCEL;
        }
        return switch (reader.read(REST_OF_A_KEY)) {
            case 'A' -> Watch.Key.UP;
            case 'B' -> Watch.Key.DOWN;
            default -> Watch.Key.CANCEL;
        };
    }

    private static String approved(String code, String pin, Desk.Stores stores) {
        try {
            Optional<Seal.Opened> key = stores.seal().open(pin.toCharArray());
            if (key.isEmpty()) {
                return stores.seal().isSet()
                        ? "that is not the PIN"
                        : "no PIN is set; set one with `cattlegrid pin`";
            }
            stores.audit().person("approve", code, "");
            stores.tickets().approve(code, key.get(), Tickets.APPROVED);
            return code + " may pass once within 15m";
        } catch (IOException problem) {
            return String.valueOf(problem.getMessage());
        }
    }

    private static String denied(String code, Desk.Stores stores) {
        try {
            stores.audit().person("deny", code, "");
            stores.tickets().deny(code, Optional.empty());
            return code + " is refused";
        } catch (IOException problem) {
            return String.valueOf(problem.getMessage());
        }
    }

    private void show(Watch watch, Display display, Terminal terminal) {
        Size size = terminal.getSize();
        int height = Math.max(10, size.getRows());
        int width = Math.max(40, size.getColumns());
        display.resize(Size.of(width, height));
        List<AttributedString> lines =
                watch
                        .screen(desk.streams().ink(), width, height - 1, desk.clock().instant())
                        .stream()
                        .map(AttributedString::fromAnsi)
                        .toList();
        display.update(lines, -1);
    }
}
