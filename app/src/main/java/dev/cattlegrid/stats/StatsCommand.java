package dev.cattlegrid.stats;

import dev.cattlegrid.audit.History;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.door.Times;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `cattlegrid stats`: who settled the calls, how fast, and what the judge cost.
@Command(
        name = "stats",
        description =
                "Says who settled calls (rules, memo, judge, person), how fast, and what the judge cost.",
        mixinStandardHelpOptions = true)
public final class StatsCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            defaultValue = "7d",
            description = "`30m`, `2h`, `7d`, a date or an instant (usually `7d`).")
    private String since;

    @Option(names = "--json", description = "The answer as JSON.")
    private boolean json;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the record is kept, if not in the usual place.")
    private @Nullable Path state;

    @SuppressWarnings("NullAway.Init")
    public StatsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Instant from =
                Times.ago(since, Instant.now(), ZoneId.systemDefault())
                        .orElseThrow(() ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "`--since` is like `30m`, `2h`, `7d`, `2026-11-01` or an instant, not `"
                                                + since
                                                + "`"));
        Store store = state == null ? Store.usual() : new Store(state.toAbsolutePath().normalize());
        var stats = new Stats();
        History.each(store, from, stats::add);
        History.looks(store, from).forEach(stats::addLook);
        if (json) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("since", from.toString());
            values.putAll(stats.values());
            streams.out().println(Json.pretty(values));
        } else {
            new StatsPage(streams.ink()).of(stats).forEach(streams.out()::println);
        }
        return Exit.ALLOW;
    }
}
