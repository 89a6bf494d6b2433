package dev.cattlegrid.agent;

import dev.cattlegrid.app.Front;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Streams;
import java.util.Arrays;
import java.util.Set;
import picocli.CommandLine;

/// What `cattlegrid` does without a subcommand: the agent.
public final class AgentFront implements Front {
    private static final Set<String> NOT_OURS = Set.of("-h", "--help", "-V", "--version", "help");

    /// A prompt is words; a single one that looks like a subcommand is more likely a slip than a task.
    @Override
    public boolean takes(String[] arguments) {
        return arguments.length == 0 || !NOT_OURS.contains(arguments[0]);
    }

    @Override
    public int run(String[] arguments, Streams streams) {
        // The library that speaks to providers would say on stderr that nobody reads its log.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        boolean trying = arguments.length > 0 && arguments[0].equals("try");
        CommandLine line =
                new CommandLine(trying ? new TryCommand(streams) : new AgentCommand(streams))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(streams.out())
                        .setErr(streams.err());
        line.setParameterExceptionHandler((problem, _) -> {
            streams.err().println("cattlegrid: " + problem.getMessage());
            return Exit.WRONG_USE;
        });
        line.setExecutionExceptionHandler((problem, _, _) -> {
            streams.err().println("cattlegrid: " + AgentCommand.sentence(problem));
            return Exit.OWN_FAILURE;
        });
        return line.execute(
                trying ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments);
    }
}
