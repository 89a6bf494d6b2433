package dev.cattlegrid.desk;

import dev.cattlegrid.door.Exit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `cattlegrid deny CODE [WORD…]`: a person says no to a refused call.
@Command(
        name = "deny",
        description = "Says no to a refused call; the agent is told when it tries again.",
        mixinStandardHelpOptions = true)
public final class DenyCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "CODE", description = "Of the ticket.")
    private String code;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "WORD",
            description = "What the agent is told.")
    private List<String> words = List.of();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the gate keeps its files, if not in the usual place.")
    private @Nullable Path state;

    @SuppressWarnings("NullAway.Init")
    public DenyCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        Optional<String> word =
                Optional.of(String.join(" ", words)).filter(text -> !text.isBlank());
        Desk.Stores stores = desk.stores(state);
        stores.audit().person("deny", code, word.orElse(""));
        stores.tickets().deny(code, word);
        desk.streams().out().println("refused");
        return Exit.ALLOW;
    }
}
