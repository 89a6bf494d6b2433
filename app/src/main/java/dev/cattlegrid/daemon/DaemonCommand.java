package dev.cattlegrid.daemon;

import dev.cattlegrid.audit.Home;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `cattlegrid daemon start|stop|status|restart`: the resident process that answers hooks.
@Command(
        name = "daemon",
        description = "The resident process that answers hooks: start, stop, status, restart.",
        mixinStandardHelpOptions = true)
public final class DaemonCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "A home other than the one in the password database.")
    private @Nullable Path home;

    @SuppressWarnings("NullAway.Init")
    public DaemonCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "say `daemon start`, `stop`, `status` or `restart`");
    }

    @Command(description = "Starts it, if there is none.", mixinStandardHelpOptions = true)
    int start() throws IOException {
        return switch (starter().status()) {
            case Starter.Asked.Said(var values) -> say(values, "the daemon is running already");
            case Starter.Asked.Absent _ -> started();
            case Starter.Asked.Silent _ -> silent();
        };
    }

    @Command(
            description = "Ends it; calls under way are answered first.",
            mixinStandardHelpOptions = true)
    int stop() throws IOException {
        boolean was = starter().stop();
        streams.out().println(was ? "the daemon has ended" : "there is no daemon running");
        return Exit.ALLOW;
    }

    @Command(description = "Ends it and starts it anew.", mixinStandardHelpOptions = true)
    int restart() throws IOException {
        starter().stop();
        return started();
    }

    @Command(
            description = "Says how it is doing; exit code 1 where there is none.",
            mixinStandardHelpOptions = true)
    int status(@Option(names = "--json", description = "The same as JSON.") boolean json)
            throws IOException {
        Starter.Asked asked = starter().status();
        if (json) {
            Map<String, Object> values =
                    switch (asked) {
                        case Starter.Asked.Said(var said) -> said.values();
                        case Starter.Asked.Absent _ -> Map.of("running", false);
                        case Starter.Asked.Silent _ -> Map.of("running", true, "silent", true);
                    };
            streams.out().println(Json.pretty(values));
            return asked instanceof Starter.Asked.Said ? Exit.ALLOW : Exit.ASK;
        }
        return switch (asked) {
            case Starter.Asked.Said(var values) -> say(values, "the daemon is running");
            case Starter.Asked.Silent _ -> silent();
            case Starter.Asked.Absent _ -> {
                streams.out().println("there is no daemon running; the next hook starts one");
                yield Exit.ASK;
            }
        };
    }

    @Command(
            name = "run",
            description = "Is the daemon, in the foreground; `start` calls this.",
            mixinStandardHelpOptions = true)
    int serve(
            @Option(
                            names = "--idle",
                            paramLabel = "SECONDS",
                            defaultValue = "1800",
                            description =
                                    "How long nobody may have asked before it ends: ${DEFAULT-VALUE}.")
                    long idle)
            throws IOException {
        return Resident.serve(Optional.ofNullable(home), Duration.ofSeconds(idle), streams);
    }

    private int started() throws IOException {
        return switch (starter().start()) {
            case Starter.Asked.Said(var values) -> say(values, "the daemon has started");
            case Starter.Asked.Silent _ -> silent();
            case Starter.Asked.Absent _ ->
                    throw new IOException(
                            "the daemon did not start; why may stand in `"
                                    + starter().run().log()
                                    + "`");
        };
    }

    private int silent() {
        streams.err()
                .println(
                        "cattlegrid: the daemon does not answer; `cattlegrid daemon restart` puts another in its place");
        return Exit.ASK;
    }

    private Starter starter() {
        return Starter.of(home == null ? Home.directory() : home);
    }

    private int say(Fields status, String first) {
        var line = new StringBuilder(first).append(": process ");
        line.append(status.number("pid").orElse(0));
        status.text("since").ifPresent(since -> line.append(" since ").append(since));
        status.number("answered")
                .ifPresent(calls -> line.append(", ").append(calls).append(" calls answered"));
        status.number("resident_kb")
                .map(kilobytes -> kilobytes.longValue() / 1024)
                .ifPresent(size -> line.append(", ").append(size).append(" MB resident"));
        streams.out().println(line);
        return Exit.ALLOW;
    }
}
