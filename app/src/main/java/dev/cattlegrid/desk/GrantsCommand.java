package dev.cattlegrid.desk;

import dev.cattlegrid.door.Exit;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.session.Granted;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `cattlegrid grants`: what a person has granted.
@Command(
        name = "grants",
        description = "Lists what a person has granted, and how much of it is left.",
        mixinStandardHelpOptions = true)
public final class GrantsCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--json", description = "The list as JSON.")
    private boolean json;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the gate keeps its files, if not in the usual place.")
    private @Nullable Path state;

    public GrantsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = desk.streams().out();
        List<Granted> all = desk.stores(state).grants().all();
        if (json) {
            out.println(Json.pretty(all.stream().map(TicketPage::values).toList()));
            return Exit.ALLOW;
        }
        if (all.isEmpty()) {
            out.println("nothing has been granted");
        }
        Instant now = desk.clock().instant();
        for (Granted grant : all) {
            out.println(line(grant, now));
        }
        return Exit.ALLOW;
    }

    private String line(Granted grant, Instant now) {
        String left = grant.left().map(number -> ", " + number + " times").orElse("");
        String end =
                grant.isLeft(now) ? Spans.between(now, grant.until()) + " left" + left : "over";
        String what = Shown.line(grant.words()).text();
        return "%s  %s  (%s; %s; %s)"
                .formatted(
                        desk.streams().ink().bold(grant.id()),
                        what,
                        grant.rule(),
                        Shown.line(grant.scope().words()).text(),
                        end);
    }
}
