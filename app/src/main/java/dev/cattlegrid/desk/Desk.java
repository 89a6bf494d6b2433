package dev.cattlegrid.desk;

import dev.cattlegrid.audit.Audit;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.session.Grants;
import dev.cattlegrid.session.Seal;
import dev.cattlegrid.session.Sessions;
import dev.cattlegrid.session.Tickets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the commands of a person work with.
public record Desk(Streams streams, PinPad pad, InstantSource clock) {
    static final String NO_TERMINAL =
            "a PIN is typed at a terminal; this is for a person, outside the agent";

    public static Desk of(Streams streams) {
        return new Desk(streams, PinPad.ofProcess(), InstantSource.system());
    }

    /// The stores of one person.
    ///
    /// @param store where it all lies
    /// @param audit where it is written down before it is done
    record Stores(Audit audit, Seal seal, Tickets tickets, Grants grants, Sessions sessions) {}

    /// @param state a directory that was named; nothing: the usual one
    Stores stores(@Nullable Path state) {
        Store store = state == null ? Store.usual() : new Store(state.toAbsolutePath().normalize());
        var seal = new Seal(store);
        return new Stores(
                new Audit(store),
                seal,
                new Tickets(store, seal, clock),
                new Grants(store, seal, clock),
                new Sessions(store));
    }

    /// What asking for the PIN comes to.
    sealed interface Unlocking {
        record Done(Seal.Opened key) implements Unlocking {}

        /// @param why one lower-case sentence without a full stop
        record Failed(String why) implements Unlocking {}
    }

    /// Asks for the PIN and opens the key with it.
    Unlocking unlock(Stores stores) throws IOException {
        if (!stores.seal().isSet()) {
            return new Unlocking.Failed(
                    "no PIN is set; set one with `cattlegrid pin`, outside the agent");
        }
        Optional<char[]> pin = pad.ask("PIN");
        if (pin.isEmpty()) {
            return new Unlocking.Failed(NO_TERMINAL);
        }
        Optional<Seal.Opened> key = stores.seal().open(pin.get());
        Arrays.fill(pin.get(), ' ');
        return key.<Unlocking>map(Unlocking.Done::new)
                .orElseGet(() -> new Unlocking.Failed("that is not the PIN"));
    }

    /// Says what is wrong, and gives the exit code that says so too.
    int no(String why) {
        streams.err().println("cattlegrid: " + why);
        return Exit.WRONG_USE;
    }
}
