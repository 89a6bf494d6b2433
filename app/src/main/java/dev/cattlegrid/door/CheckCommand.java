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
            new Batch(new Judging(door, isReal(), here())).run(streams.in(), streams.out());
            return Exit.ALLOW;
        }
        Asked asked = asked();
        Decision decision = isMissing() ? vanished() : door.decide(asked, this::world);
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

    private Asked asked() {
        Origin origin = Origin.in(where());
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

    private String where() {
        return isReal()
                ? here()
                : Worlds.assumedDirectory(
                        Optional.ofNullable(directory), command == null ? "" : command);
    }

    private String here() {
        return Path.of(directory == null ? "" : directory).toAbsolutePath().normalize().toString();
    }

    private dev.cattlegrid.effect.world.World world(ToolCall call) {
        return isReal() ? Worlds.real(where()) : Worlds.assumed(where(), false, Map.of());
    }

    private boolean isReal() {
        return world.equals("real");
    }

    private boolean isMissing() {
        return isReal() && !Files.isDirectory(Path.of(here()));
    }

    private Decision vanished() {
        return Door.refusal(Door.BAD_INPUT, "the working directory `" + here() + "` is not there");
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
