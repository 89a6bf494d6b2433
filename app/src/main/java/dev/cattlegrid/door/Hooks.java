package dev.cattlegrid.door;

import dev.cattlegrid.audit.Audit;
import dev.cattlegrid.audit.Home;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.host.Host;
import dev.cattlegrid.host.Tools;
import dev.cattlegrid.judge.Bench;
import dev.cattlegrid.judge.Terms;
import dev.cattlegrid.session.Grants;
import dev.cattlegrid.session.Leaves;
import dev.cattlegrid.session.Seal;
import dev.cattlegrid.session.Sessions;
import dev.cattlegrid.session.Tickets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The gate of one user, as hooks ask it: each payload is answered under the settings as they are then.
public final class Hooks {
    /// The most bytes of a payload that are read.
    public static final int LARGEST_PAYLOAD = 32 << 20;

    private final Path home;
    private final Audit audit;
    private final Sessions sessions;
    private final Approvals approvals;
    private final Bench bench;

    private Hooks(Path home, Store store, Bench bench) {
        var seal = new Seal(store);
        var clock = InstantSource.system();
        this.home = home;
        this.bench = bench;
        audit = new Audit(store);
        sessions = new Sessions(store);
        approvals =
                new Approvals(
                        new Tickets(store, seal, clock), new Grants(store, seal, clock), clock);
    }

    /// @param home a home other than the one in the password database
    public static Hooks of(Optional<Path> home) {
        return of(home, Bench::resident);
    }

    /// The same for a process that answers one payload.
    static Hooks once(Optional<Path> home) {
        return of(home, Bench::single);
    }

    static Hooks of(Optional<Path> home, Function<Store, Bench> bench) {
        Path ours = own(home);
        var store = new Store(ours.resolve(Store.IN_HOME));
        return new Hooks(ours, store, bench.apply(store));
    }

    private static Path own(Optional<Path> home) {
        return home.map(path -> path.toAbsolutePath().normalize()).orElseGet(Home::directory);
    }

    /// Has a harmless call judged against nothing that is real, so that the first one that counts waits for less.
    public static void warmUp() {
        Worlds assumed = Worlds.assumed(Optional.empty(), false, Map.of(), "ls");
        Origin origin = Origin.in(assumed.directory());
        Door.usual()
                .decide(
                        Tools.command("git status && ls | head", origin),
                        _ -> assumed.world().get());
    }

    /// Reads the settings and the rules with a condition, and loads what speaks to a judge where there is one, so that no call
    /// waits for it. What is wrong with them the next call says.
    public void readAhead() {
        if (Surroundings.read(home, home.resolve(Settings.IN_HOME))
                instanceof Surroundings.Read.Of(var surroundings)) {
            surroundings
                    .judge()
                    .ifPresent(terms -> {
                        surroundings.sections();
                        bench.loadAhead(terms);
                    });
        }
    }

    /// The answer to a payload, as the host reads it.
    ///
    /// @param host as `hook` and `setup` name it
    /// @param headless whether nobody is there to answer a question
    /// @throws IllegalArgumentException in one sentence, where the host is not known or settings cannot be read
    public String answer(String host, boolean headless, byte[] payload) {
        Host known =
                Host.of(host).orElseThrow(() -> new IllegalArgumentException(Host.unknown(host)));
        return hook(known, headless).answer(payload);
    }

    /// The gate of an agent that runs in this process.
    ///
    /// @param settings that the person named in the place of their own
    /// @param roots directories that the person opened to it, absolute
    public static Inside inside(Optional<Path> home, Optional<Path> settings, List<String> roots) {
        Path ours = own(home);
        var store = new Store(ours.resolve(Store.IN_HOME));
        var clock = InstantSource.system();
        var tickets = new Tickets(store, new Seal(store), clock);
        Hooks hooks = of(home);
        return new Inside(
                leaves -> hooks.inside(leaves, settings, roots),
                ours,
                hooks.audit,
                tickets,
                new Leaves(clock));
    }

    /// An agent of our own has no prompt but the gate's, so that it is never told nothing.
    private Answering inside(Leaves leaves, Optional<Path> settings, List<String> roots) {
        Surroundings surroundings =
                surroundings(settings.orElseGet(() -> home.resolve(Settings.IN_HOME)));
        Door door =
                Door.usual()
                        .escalating(surroundings.escalation())
                        .asking(surroundings.judge(() -> bench, Terms.Setting.IN_A_HOOK));
        var sitting = new Sitting(door, sessions, approvals.with(leaves));
        return new Answering(
                new Recording(sitting, audit, false),
                surroundings,
                surroundings.secondLook(() -> bench, Terms.Setting.IN_A_HOOK),
                directory ->
                        Worlds.real(Optional.of(directory), roots, Map.of(), home).world().get());
    }

    private Hook hook(Host host, boolean headless) {
        Surroundings surroundings = surroundings(home.resolve(Settings.IN_HOME));
        Door door =
                Door.usual()
                        .escalating(surroundings.escalation())
                        .headless(headless)
                        .asking(surroundings.judge(() -> bench, Terms.Setting.IN_A_HOOK));
        var sitting = new Sitting(door, sessions, approvals);
        return new Hook(
                host,
                new Answering(
                        new Recording(sitting, audit, surroundings.observe()),
                        surroundings,
                        surroundings.secondLook(() -> bench, Terms.Setting.IN_A_HOOK),
                        directory ->
                                Worlds.real(Optional.of(directory), List.of(), Map.of(), home)
                                        .world()
                                        .get()));
    }

    private Surroundings surroundings(Path users) {
        return switch (Surroundings.read(home, users)) {
            case Surroundings.Read.Of(var read) -> read;
            case Surroundings.Read.Bad(var why) -> throw new IllegalArgumentException(why);
        };
    }
}
