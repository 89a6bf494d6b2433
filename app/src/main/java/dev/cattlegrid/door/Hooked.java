package dev.cattlegrid.door;

import dev.cattlegrid.audit.Audit;
import dev.cattlegrid.audit.Home;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.host.Host;
import dev.cattlegrid.session.Grants;
import dev.cattlegrid.session.Seal;
import dev.cattlegrid.session.Sessions;
import dev.cattlegrid.session.Tickets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// One payload of a host's hook, answered: what `hook` does once its command line has been read.
///
/// @param home a home other than the one in the password database
/// @param headless whether nobody is there to answer a question
public record Hooked(Host host, Optional<Path> home, boolean headless) {
    /// The most bytes of a payload that are read.
    private static final int LARGEST_PAYLOAD = 32 << 20;

    /// The answer to what stands on standard input, on standard output.
    public void run(Streams streams) throws IOException {
        byte[] payload = streams.in().readNBytes(LARGEST_PAYLOAD + 1);
        if (payload.length > LARGEST_PAYLOAD) {
            throw new IOException("the hook's input is larger than 32 MiB");
        }
        streams.out().println(hook().answer(payload));
    }

    private Hook hook() {
        Path ours = home.map(path -> path.toAbsolutePath().normalize()).orElseGet(Home::directory);
        Surroundings surroundings =
                switch (Surroundings.read(ours, ours.resolve(Settings.IN_HOME))) {
                    case Surroundings.Read.Of(var read) -> read;
                    case Surroundings.Read.Bad(var why) -> throw new IllegalArgumentException(why);
                };
        var store = new Store(ours.resolve(Store.IN_HOME));
        var seal = new Seal(store);
        var clock = InstantSource.system();
        var approvals =
                new Approvals(
                        new Tickets(store, seal, clock), new Grants(store, seal, clock), clock);
        var sitting =
                new Sitting(
                        Door.usual().escalating(surroundings.escalation()).headless(headless),
                        new Sessions(store),
                        approvals);
        var recording = new Recording(sitting, new Audit(store), surroundings.observe());
        return new Hook(
                host,
                recording,
                surroundings,
                directory -> Worlds.real(Optional.of(directory), Map.of()).world().get());
    }
}
