package dev.cattlegrid.desk;

import dev.cattlegrid.door.Exit;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.session.Ticket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `cattlegrid tickets`: the refused calls that a person can still let pass.
@Command(
        name = "tickets",
        description = "Lists the refused calls that a person can still let pass.",
        mixinStandardHelpOptions = true)
public final class TicketsCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--json", description = "The list as JSON.")
    private boolean json;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the gate keeps its files, if not in the usual place.")
    private @Nullable Path state;

    public TicketsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        var out = desk.streams().out();
        List<Ticket> open = desk.stores(state).tickets().open();
        if (json) {
            out.println(Json.pretty(open.stream().map(TicketPage::values).toList()));
            return Exit.ALLOW;
        }
        if (open.isEmpty()) {
            out.println("there is no open ticket");
        }
        Instant now = desk.clock().instant();
        var page = new TicketPage(desk.streams().ink(), desk.streams().columns());
        open.forEach(ticket -> out.println(page.line(ticket, now)));
        return Exit.ALLOW;
    }
}
