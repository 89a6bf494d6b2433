package dev.cattlegrid.app;

import dev.cattlegrid.door.CheckCommand;
import dev.cattlegrid.door.EffectsCommand;
import dev.cattlegrid.door.EvalCommand;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.ExplainCommand;
import dev.cattlegrid.door.HookCommand;
import dev.cattlegrid.door.LogCommand;
import dev.cattlegrid.door.ParseCommand;
import dev.cattlegrid.door.RulesCommand;
import dev.cattlegrid.door.SetupCommand;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.door.WhyCommand;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.screen.Shown;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The program `cattlegrid`: one line a subcommand.
@Command(
        name = "cattlegrid",
        description = "A gate for coding agents: reads every tool call before it runs.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main implements Runnable {
    @Spec private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(arguments, Streams.ofProcess()));
    }

    /// Runs one command line and gives its exit code.
    public static int run(String[] arguments, Streams streams) {
        CommandLine line =
                new CommandLine(new Main())
                        .addSubcommand(new CheckCommand(streams))
                        .addSubcommand(new ParseCommand(streams))
                        .addSubcommand(new EffectsCommand(streams))
                        .addSubcommand(new RulesCommand(streams))
                        .addSubcommand(new ExplainCommand(streams))
                        .addSubcommand(new EvalCommand(streams))
                        .addSubcommand(new HookCommand(streams))
                        .addSubcommand(new SetupCommand(streams))
                        .addSubcommand(new LogCommand(streams))
                        .addSubcommand(new WhyCommand(streams))
                        .setOut(streams.out())
                        .setErr(streams.err())
                        .setExecutionExceptionHandler(
                                (problem, _, _) -> ownFailure(problem, arguments, streams));
        line.setParameterExceptionHandler((problem, _) -> {
            say(problem, streams);
            return Exit.WRONG_USE;
        });
        try {
            return line.execute(arguments);
        } catch (Error problem) {
            return ownFailure(problem, arguments, streams);
        } finally {
            streams.out().flush();
            streams.err().flush();
        }
    }

    /// Without a subcommand the program says what there is.
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int ownFailure(Throwable problem, String[] arguments, Streams streams) {
        say(problem, streams);
        if (Arrays.asList(arguments).contains("--json")) {
            streams.out().println(Json.print(Map.of("error", sentence(problem))));
        }
        return Exit.OWN_FAILURE;
    }

    private static void say(Throwable problem, Streams streams) {
        streams.err().println("cattlegrid: " + sentence(problem));
    }

    private static String sentence(Throwable problem) {
        String message =
                Objects.requireNonNullElse(
                        problem.getMessage(), problem.getClass().getSimpleName());
        return Shown.line(message.strip().replaceAll("\\s*\\R\\s*", "; ")).text();
    }
}
