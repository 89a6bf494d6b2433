package dev.cattlegrid.doctor;

import dev.cattlegrid.audit.History;
import dev.cattlegrid.audit.Home;
import dev.cattlegrid.audit.Query;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Pulse;
import dev.cattlegrid.door.Settings;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.door.Surroundings;
import dev.cattlegrid.door.Times;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.session.Heartbeat;
import dev.cattlegrid.session.Sessions;
import dev.cattlegrid.wiring.Line;
import dev.cattlegrid.wiring.Place;
import dev.cattlegrid.wiring.Standing;
import dev.cattlegrid.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `cattlegrid status`: what the gate did of late, or, where it only watches, what it would have done.
@Command(
        name = "status",
        description =
                "Says what the gate did of late, or would have done where it only watches, and which clients it stands before.",
        mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
    private static final int MOST = 2_000;

    private final Streams streams;

    @Spec private CommandSpec spec;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            defaultValue = "1d",
            description = "`30m`, `2h`, `7d`, a date or an instant (usually `1d`).")
    private String since;

    @Option(names = "--json", description = "The answer as JSON.")
    private boolean json;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "A home other than the one in the password database.")
    private @Nullable Path home;

    @SuppressWarnings("NullAway.Init")
    public StatusCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        ZoneId zone = ZoneId.systemDefault();
        Instant from =
                Times.ago(since, Instant.now(), zone)
                        .orElseThrow(() ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "`--since` is like `30m`, `2h`, `7d`, `2026-11-01` or an instant, not `"
                                                + since
                                                + "`"));
        Status status = status(from);
        if (json) {
            streams.out().println(Json.pretty(status.values()));
        } else {
            new StatusPage(streams.ink(), streams.columns(), zone)
                    .of(status)
                    .forEach(streams.out()::println);
        }
        return Exit.ALLOW;
    }

    private Status status(Instant from) throws IOException {
        Path users = home == null ? Home.directory() : home.toAbsolutePath().normalize();
        var store = new Store(users.resolve(Store.IN_HOME));
        var sessions = new Sessions(store);
        var strange = new ArrayList<Status.Strange>();
        int heard = 0;
        for (Sessions.Name name : sessions.since(from)) {
            heard++;
            Heartbeat heartbeat =
                    Pulse.now(name.host(), sessions.read(name).memory(), Instant.now());
            heartbeat.noticed().stream()
                    .filter(each -> !each.at().isBefore(from))
                    .forEach(each -> strange.add(new Status.Strange(name, each)));
        }
        strange.sort(Comparator.comparing((Status.Strange each) -> each.what().at()).reversed());
        return new Status(
                observes(users),
                clients(users),
                from,
                History.counts(store, from),
                stopped(store, from),
                heard,
                strange);
    }

    private static List<Fields> stopped(Store store, Instant from) throws IOException {
        var stopped = new ArrayList<Fields>();
        for (String verdict : List.of("ask", "deny")) {
            stopped.addAll(
                    History.of(
                            store,
                            new Query(
                                    Optional.of(from),
                                    Optional.empty(),
                                    Optional.of(verdict),
                                    "",
                                    MOST)));
        }
        stopped.sort(Comparator.comparing(entry -> entry.text("at").orElse("")));
        return stopped;
    }

    /// Settings that cannot be read stop everything, so they are no watching.
    private static boolean observes(Path users) {
        return switch (Surroundings.read(users, users.resolve(Settings.IN_HOME))) {
            case Surroundings.Read.Of(var read) -> read.observe();
            case Surroundings.Read.Bad _ -> false;
        };
    }

    private List<Status.Wired> clients(Path users) {
        Line line = Line.here(Optional.ofNullable(home), false);
        Programs programs = Programs.of(streams.environment().getOrDefault("PATH", ""), users);
        var clients = new ArrayList<Status.Wired>();
        for (Wiring wiring : Wiring.all()) {
            if (programs.find(wiring).isPresent() || wiring.isInstalled(users, programs.path())) {
                clients.add(wired(wiring, wiring.standing(Place.ofUser(users), line)));
            }
        }
        return clients;
    }

    private static Status.Wired wired(Wiring wiring, Standing standing) {
        String name = wiring.host().name();
        String title = wiring.host().title();
        return switch (standing) {
            case Standing.Wired _ -> new Status.Wired(name, title, "", "");
            case Standing.Missing(var what, var mend) -> new Status.Wired(name, title, what, mend);
            case Standing.Altered(var what, var mend) -> new Status.Wired(name, title, what, mend);
            case Standing.Shadowed(var what, var mend) -> new Status.Wired(name, title, what, mend);
        };
    }
}
