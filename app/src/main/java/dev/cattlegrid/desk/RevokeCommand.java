package dev.cattlegrid.desk;

import dev.cattlegrid.door.Exit;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.session.Granted;
import dev.cattlegrid.session.Grants;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cattlegrid revoke ID`: takes a grant back.
@Command(name = "revoke", description = "Takes a grant back.", mixinStandardHelpOptions = true)
public final class RevokeCommand implements Callable<Integer> {
    private final Desk desk;

    @Spec private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "Of the grant.")
    private @Nullable String id;

    @Option(names = "--all", description = "Every grant.")
    private boolean all;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the gate keeps its files, if not in the usual place.")
    private @Nullable Path state;

    @SuppressWarnings("NullAway.Init")
    public RevokeCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        Desk.Stores stores = desk.stores(state);
        Grants grants = stores.grants();
        if ((id == null) != all) {
            throw wrong("name a grant, or all of them with `--all`");
        }
        List<String> ids =
                id == null ? grants.all().stream().map(Granted::id).toList() : List.of(id);
        for (String each : ids) {
            stores.audit().person("revoke", each, "");
            if (!grants.revoke(each)) {
                throw wrong("there is no grant " + Shown.name(each) + "; see `cattlegrid grants`");
            }
        }
        desk.streams()
                .out()
                .println("revoked: " + (ids.isEmpty() ? "nothing" : String.join(", ", ids)));
        return Exit.ALLOW;
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
