package dev.cattlegrid.door;

import dev.cattlegrid.call.Origin;
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

/// `cattlegrid check`: the verdict on one call, or on a batch of them.
@Command(
        name = "check",
        description = "Says whether a command or tool call may run, and why.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:allow",
            "1:ask",
            "2:deny, or what was asked cannot be judged",
            "64:wrong use",
            "70:own failure"
        },
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "The answer as JSON.")
    private boolean json;

    @Option(names = "--batch", description = "JSON lines on stdin, JSON lines on stdout.")
    private boolean batch;

    @Option(names = "--cwd", paramLabel = "DIR", description = "Where the call is made.")
    private @Nullable String directory;

    @Option(
            names = "--world",
            paramLabel = "real|assumed",
            defaultValue = "real",
            description = "Look at this machine, or assume a usual one.")
    private String world;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "Use this file as the user's settings; usual: the user's own, in the real world.")
    private @Nullable Path settings;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "auto",
            description =
                    "The permission mode: auto (usual), default, acceptEdits, plan, dontAsk, bypassPermissions.")
    private String mode;

    @Option(names = "--headless", description = "Nobody is there to ask: an ask becomes a deny.")
    private boolean headless;

    @Option(names = "--tool", paramLabel = "T", description = "A tool other than the shell.")
    private @Nullable String tool;

    @Option(names = "--input", paramLabel = "JSON", description = "What the tool is given.")
    private @Nullable String input;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "A shell command.")
    private @Nullable String command;

    @SuppressWarnings("NullAway.Init")
    public CheckCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (!world.equals("real") && !world.equals("assumed")) {
            throw wrong("`--world` is `real` or `assumed`, not `" + world + "`");
        }
        if (batch) {
            if (command != null || tool != null) {
                throw wrong("`--batch` reads its calls from stdin");
            }
            boolean real = world.equals("real");
            switch (Surroundings.forChecking(Optional.ofNullable(settings), real)) {
                case Surroundings.Read.Bad(var why) -> throw wrong(why);
                case Surroundings.Read.Of(var surroundings) ->
                        new Batch(new Judging(Door.usual().headless(headless), surroundings, real))
                                .run(streams.in(), streams.out());
            }
            return Exit.ALLOW;
        }
        if (tool == null && command == null) {
            throw wrong("say which COMMAND to check, or `--tool` and `--input`, or `--batch`");
        }
        if (tool != null && command != null) {
            throw wrong("give a COMMAND or `--tool`, not both");
        }
        return new Check(
                        Optional.ofNullable(directory),
                        world.equals("real"),
                        Optional.ofNullable(settings),
                        Origin.Mode.named(mode)
                                .orElseThrow(() -> wrong("`" + mode + "` is no permission mode")),
                        headless,
                        json,
                        tool == null
                                ? new Check.What.Command(command == null ? "" : command)
                                : new Check.What.Tool(tool, input == null ? "{}" : input))
                .run(streams);
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
