package dev.cattlegrid.door;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Verdict;
import dev.cattlegrid.screen.DecisionValues;
import dev.cattlegrid.screen.Page;
import java.io.IOException;
import java.nio.file.Files;
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
        Door door = Door.usual().headless(headless);
        if (batch) {
            if (command != null || tool != null) {
                throw wrong("`--batch` reads its calls from stdin");
            }
            new Batch(new Judging(door, isReal())).run(streams.in(), streams.out());
            return Exit.ALLOW;
        }
        Worlds worlds = worlds();
        Asked asked = asked(Origin.in(worlds.directory()));
        boolean vanished = isReal() && !Files.isDirectory(Path.of(worlds.directory()));
        Decision decision =
                vanished
                        ? Door.refusal(
                                Door.BAD_INPUT,
                                "the working directory `" + worlds.directory() + "` is not there")
                        : door.decide(asked, _ -> worlds.world().get());
        show(asked, decision);
        return exit(decision.verdict());
    }

    static int exit(Verdict verdict) {
        return switch (verdict) {
            case ALLOW -> Exit.ALLOW;
            case ASK -> Exit.ASK;
            case DENY -> Exit.DENY;
        };
    }

    private Asked asked(Origin origin) {
        if (tool == null) {
            if (command == null) {
                throw wrong("say which COMMAND to check, or `--tool` and `--input`, or `--batch`");
            }
            return Tools.command(command, origin);
        }
        if (command != null) {
            throw wrong("give a COMMAND or `--tool`, not both");
        }
        return switch (Json.parse(input == null ? "{}" : input).members()) {
            case Json.Members.None(var what) -> new Asked.Refused("`--input` is " + what);
            case Json.Members.Of(Fields fields) -> Tools.read(tool, fields, origin);
        };
    }

    private Worlds worlds() {
        Optional<String> told = Optional.ofNullable(directory);
        return isReal()
                ? Worlds.real(told, streams.environment())
                : Worlds.assumed(told, false, Map.of(), command == null ? "" : command);
    }

    private boolean isReal() {
        return world.equals("real");
    }

    private void show(Asked asked, Decision decision) {
        if (json) {
            streams.out().println(Json.pretty(DecisionValues.full(decision)));
            return;
        }
        Optional<ToolCall> call =
                asked instanceof Asked.Calls(var calls)
                        ? Optional.of(calls.getFirst())
                        : Optional.empty();
        new Page(streams.ink(), streams.columns())
                .of(call, decision)
                .forEach(streams.out()::println);
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
