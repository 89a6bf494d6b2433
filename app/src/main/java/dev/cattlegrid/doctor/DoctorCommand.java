package dev.cattlegrid.doctor;

import dev.cattlegrid.audit.Home;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.canary.Paddock;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.host.Host;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.wiring.Line;
import dev.cattlegrid.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cattlegrid doctor`: what is protected, what is not, and the command that mends it. 0 if all is well, else 1.
@Command(
        name = "doctor",
        description =
                "Says whether the gate is on the road: looks at the gate and at each client, and drives a refused call through it.",
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "HOST",
            description = "One client only; else each that is installed.")
    private @Nullable String host;

    @Option(names = "--json", description = "The report as JSON.")
    private boolean json;

    @Option(
            names = "--no-canary",
            description = "Only look: start no client and drive no call through it.")
    private boolean still;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "A home other than the one in the password database.")
    private @Nullable Path home;

    @SuppressWarnings("NullAway.Init")
    public DoctorCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        List<Wiring> wanted = host == null ? Wiring.all() : List.of(wiring(host));
        Path scratch = Files.createTempDirectory("doctor").toRealPath();
        try {
            Report report = report(wanted, scratch);
            if (json) {
                streams.out().println(Json.pretty(report.values()));
            } else {
                new ReportPage(streams.ink()).of(report).forEach(streams.out()::println);
            }
            return report.isWell() ? Exit.ALLOW : Exit.ASK;
        } finally {
            Paddock.remove(scratch);
        }
    }

    private Report report(List<Wiring> wanted, Path scratch) throws IOException {
        Path users = home == null ? Home.directory() : home.toAbsolutePath().normalize();
        Line line = Line.here(Optional.ofNullable(home), false);
        var store = new Store(users.resolve(Store.IN_HOME));
        var parts = new ArrayList<Part>();
        say("the gate");
        parts.add(gate(users, line, store, Files.createDirectory(scratch.resolve("gate"))));
        var looks =
                new HostLooks(
                        line,
                        users,
                        Path.of("").toAbsolutePath(),
                        Programs.of(streams.environment().getOrDefault("PATH", ""), users),
                        streams.environment(),
                        !still);
        for (Wiring wiring : wanted) {
            if (looks.isInstalled(wiring)) {
                say(wiring.host().title());
                Path own = Files.createDirectory(scratch.resolve(wiring.host().name()));
                parts.add(looks.look(wiring, own));
            } else if (host != null) {
                parts.add(
                        new Part(
                                host,
                                wiring.host().title(),
                                List.of(
                                        Look.wrong(
                                                "program",
                                                "it is not installed here",
                                                "install it, then run `cattlegrid setup "
                                                        + host
                                                        + "`"))));
            }
        }
        return new Report(parts);
    }

    private static Part gate(Path users, Line line, Store store, Path scratch) {
        var looks = new ArrayList<Look>();
        var gate = new GateLooks(users, store);
        looks.add(new LauncherLook(line.launcher()).look(scratch));
        looks.add(gate.daemon());
        looks.add(gate.settings());
        looks.add(gate.clock(Instant.now()));
        looks.addAll(new StoreLook(store).looks());
        looks.add(gate.judge());
        looks.add(gate.disk());
        return new Part(Part.GATE, "The gate", looks);
    }

    private Wiring wiring(String name) {
        return Host.of(name)
                .flatMap(Wiring::of)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), Host.unknown(name)));
    }

    /// A person who waits is told what for.
    private void say(String what) {
        if (streams.errorTerminal()) {
            streams.err().println("looking at " + what);
            streams.err().flush();
        }
    }
}
