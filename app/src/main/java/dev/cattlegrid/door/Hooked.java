package dev.cattlegrid.door;

import dev.cattlegrid.audit.Audit;
import dev.cattlegrid.audit.Home;
import dev.cattlegrid.audit.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// One payload of a host's hook, answered: what `hook` does once its command line has been read.
///
/// @param home a home other than the one in the password database
record Hooked(Host host, Optional<Path> home) {
    /// The most bytes of a payload that are read.
    private static final int LARGEST_PAYLOAD = 32 << 20;

    void run(Streams streams) throws IOException {
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
        var audit = new Audit(new Store(ours.resolve(Store.IN_HOME)));
        var recording = new Recording(Door.usual(), audit, surroundings.observe());
        return new Hook(
                host,
                recording,
                surroundings,
                directory -> Worlds.real(Optional.of(directory), Map.of()).world().get());
    }
}
