package dev.cattlegrid.door;

import dev.cattlegrid.audit.Audit;
import dev.cattlegrid.audit.Home;
import dev.cattlegrid.audit.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cattlegrid hook claude-code`: what an agent's hook runs before each tool call.
///
/// Standard output holds the answer and nothing else. The launcher around it refuses the call if this program crashes,
/// hangs or ends with another exit code than 0.
@Command(
        name = "hook",
        description = "Answers an agent's hook: its JSON on stdin, the answer on stdout.",
        mixinStandardHelpOptions = true)
public final class HookCommand implements Callable<Integer> {
    /// The most bytes of a payload that are read.
    private static final int LARGEST_PAYLOAD = 32 << 20;

    private final Streams streams;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "HOST", description = "The agent: claude-code.")
    private String name;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "A home other than the one in the password database.")
    private @Nullable Path home;

    @SuppressWarnings("NullAway.Init")
    public HookCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Host host =
                Host.of(name)
                        .orElseThrow(() ->
                                new ParameterException(spec.commandLine(), Host.unknown(name)));
        byte[] payload = streams.in().readNBytes(LARGEST_PAYLOAD + 1);
        if (payload.length > LARGEST_PAYLOAD) {
            throw new IOException("the hook's input is larger than 32 MiB");
        }
        streams.out().println(hook(host).answer(payload));
        return Exit.ALLOW;
    }

    private Hook hook(Host host) {
        Path ours = home == null ? Home.directory() : home.toAbsolutePath().normalize();
        Settings settings =
                switch (Settings.read(ours.resolve(Settings.IN_HOME))) {
                    case Settings.Read.Of(var read) -> read;
                    case Settings.Read.Bad(var why) -> throw new IllegalArgumentException(why);
                };
        var audit = new Audit(new Store(ours.resolve(Store.IN_HOME)));
        var recording = new Recording(Door.usual(), audit, settings.observe());
        return new Hook(
                host,
                recording,
                settings.contained(),
                directory -> Worlds.real(Optional.of(directory), Map.of()).world().get());
    }
}
