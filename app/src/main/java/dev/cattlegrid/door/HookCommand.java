package dev.cattlegrid.door;

import dev.cattlegrid.host.Host;
import java.io.IOException;
import java.nio.file.Path;
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
    private final Streams streams;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "HOST",
            description =
                    "The agent: claude-code, codex, gemini-cli, qwen-code, opencode, copilot-cli, cursor.")
    private String name;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "A home other than the one in the password database.")
    private @Nullable Path home;

    @Option(names = "--headless", description = "Nobody is there to answer a question.")
    private boolean headless;

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
        new Hooked(host, Optional.ofNullable(home), headless).run(streams);
        return Exit.ALLOW;
    }
}
