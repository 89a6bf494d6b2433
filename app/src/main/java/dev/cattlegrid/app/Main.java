package dev.cattlegrid.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
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
        versionProvider = Version.class,
        subcommands = {})
public final class Main implements Runnable {
    @Spec private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(arguments, writer(System.out), writer(System.err)));
    }

    /// Runs one command line and gives its exit code; nothing is read from or written to anywhere else.
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setExitCodeExceptionMapper(_ -> Exit.OWN_FAILURE)
                .setParameterExceptionHandler(Main::wrongUse)
                .setExecutionExceptionHandler(Main::ownFailure)
                .execute(arguments);
    }

    /// Without a subcommand the program says what there is.
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, UTF_8), true);
    }

    private static int wrongUse(CommandLine.ParameterException problem, String[] arguments) {
        problem.getCommandLine().getErr().println("cattlegrid: " + oneLine(problem));
        return Exit.WRONG_USE;
    }

    private static int ownFailure(
            Exception problem, CommandLine commandLine, CommandLine.ParseResult parsed) {
        commandLine.getErr().println("cattlegrid: " + oneLine(problem));
        return Exit.OWN_FAILURE;
    }

    private static String oneLine(Exception problem) {
        String message =
                Objects.requireNonNullElse(
                        problem.getMessage(), problem.getClass().getSimpleName());
        return message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
