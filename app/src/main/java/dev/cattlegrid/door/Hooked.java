package dev.cattlegrid.door;

import dev.cattlegrid.host.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// One payload of a host's hook, answered by this process: what `hook` does where no daemon answers.
///
/// @param home a home other than the one in the password database
/// @param headless whether nobody is there to answer a question
record Hooked(Host host, Optional<Path> home, boolean headless) {
    void run(Streams streams) throws IOException {
        byte[] payload = streams.in().readNBytes(Hooks.LARGEST_PAYLOAD + 1);
        if (payload.length > Hooks.LARGEST_PAYLOAD) {
            throw new IOException("the hook's input is larger than 32 MiB");
        }
        streams.out().println(Hooks.once(home).answer(host.name(), headless, payload));
    }
}
