package dev.cattlegrid.desk;

import dev.cattlegrid.door.Exit;
import dev.cattlegrid.session.Seal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `cattlegrid pin`: the PIN with which a person approves.
@Command(
        name = "pin",
        description =
                "Sets the PIN that approvals and grants need; a new one ends what the old one approved.",
        mixinStandardHelpOptions = true)
public final class PinCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the gate keeps its files, if not in the usual place.")
    private @Nullable Path state;

    public PinCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        Desk.Stores stores = desk.stores(state);
        if (stores.seal().isSet()
                && desk.unlock(stores) instanceof Desk.Unlocking.Failed(var why)) {
            return desk.no(why);
        }
        Optional<char[]> pin =
                desk.pad().ask("new PIN, %d characters or more".formatted(Seal.SHORTEST_PIN));
        if (pin.isEmpty()) {
            return desk.no(Desk.NO_TERMINAL);
        }
        if (pin.get().length < Seal.SHORTEST_PIN) {
            return desk.no("a PIN has %d characters or more".formatted(Seal.SHORTEST_PIN));
        }
        char[] again = desk.pad().ask("the same once more").orElse(new char[0]);
        if (!Arrays.equals(pin.get(), again)) {
            return desk.no("the two are not the same; nothing has changed");
        }
        stores.audit()
                .person("pin", "", "a PIN was set; what an older one approved counts no longer");
        stores.seal().set(pin.get());
        Arrays.fill(pin.get(), ' ');
        Arrays.fill(again, ' ');
        desk.streams().out().println("the PIN is set");
        return Exit.ALLOW;
    }
}
