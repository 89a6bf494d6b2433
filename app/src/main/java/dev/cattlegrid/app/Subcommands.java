package dev.cattlegrid.app;

import dev.cattlegrid.automode.AutoModeCommand;
import dev.cattlegrid.daemon.DaemonCommand;
import dev.cattlegrid.desk.ApproveCommand;
import dev.cattlegrid.desk.BoundariesCommand;
import dev.cattlegrid.desk.DenyCommand;
import dev.cattlegrid.desk.Desk;
import dev.cattlegrid.desk.GrantsCommand;
import dev.cattlegrid.desk.PinCommand;
import dev.cattlegrid.desk.RevokeCommand;
import dev.cattlegrid.desk.TicketsCommand;
import dev.cattlegrid.desk.WatchCommand;
import dev.cattlegrid.doctor.DoctorCommand;
import dev.cattlegrid.doctor.StatusCommand;
import dev.cattlegrid.door.CheckCommand;
import dev.cattlegrid.door.EffectsCommand;
import dev.cattlegrid.door.EvalCommand;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.ExplainCommand;
import dev.cattlegrid.door.HookCommand;
import dev.cattlegrid.door.LogCommand;
import dev.cattlegrid.door.ParseCommand;
import dev.cattlegrid.door.ProbeCommand;
import dev.cattlegrid.door.RulesCommand;
import dev.cattlegrid.door.SandboxCommand;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.door.WhyCommand;
import dev.cattlegrid.stats.StatsCommand;
import dev.cattlegrid.wiring.SetupCommand;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What the program can do: one line a subcommand.
@Command(
        name = "cattlegrid",
        description = "A gate for coding agents: reads every tool call before it runs.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Subcommands implements Runnable {
    /// By which a command line is told to be one of these before any of them is made.
    static final Set<String> NAMES =
            Set.of(
                    "check",
                    "parse",
                    "effects",
                    "rules",
                    "explain",
                    "eval",
                    "hook",
                    "setup",
                    "doctor",
                    "status",
                    "daemon",
                    "log",
                    "why",
                    "tickets",
                    "watch",
                    "approve",
                    "deny",
                    "grants",
                    "revoke",
                    "boundaries",
                    "pin",
                    "auto-mode",
                    "sandbox",
                    "probe",
                    "stats");

    @Spec private CommandSpec spec;

    /// Runs one command line and gives its exit code.
    static int run(String[] arguments, Streams streams) {
        CommandLine line =
                of(streams)
                        .setExecutionExceptionHandler(
                                (problem, _, _) -> Main.ownFailure(problem, arguments, streams));
        line.setParameterExceptionHandler((problem, _) -> {
            Main.say(problem, streams);
            return Exit.WRONG_USE;
        });
        return line.execute(arguments);
    }

    static CommandLine of(Streams streams) {
        Desk desk = Desk.of(streams);
        return new CommandLine(new Subcommands())
                .addSubcommand(new CheckCommand(streams))
                .addSubcommand(new ParseCommand(streams))
                .addSubcommand(new EffectsCommand(streams))
                .addSubcommand(new RulesCommand(streams))
                .addSubcommand(new ExplainCommand(streams))
                .addSubcommand(new EvalCommand(streams))
                .addSubcommand(new HookCommand(streams))
                .addSubcommand(new SetupCommand(streams))
                .addSubcommand(new DoctorCommand(streams))
                .addSubcommand(new StatusCommand(streams))
                .addSubcommand(new DaemonCommand(streams))
                .addSubcommand(new LogCommand(streams))
                .addSubcommand(new WhyCommand(streams))
                .addSubcommand(new StatsCommand(streams))
                .addSubcommand(new TicketsCommand(desk))
                .addSubcommand(new WatchCommand(desk))
                .addSubcommand(new ApproveCommand(desk))
                .addSubcommand(new DenyCommand(desk))
                .addSubcommand(new GrantsCommand(desk))
                .addSubcommand(new RevokeCommand(desk))
                .addSubcommand(new BoundariesCommand(desk))
                .addSubcommand(new PinCommand(desk))
                .addSubcommand(AutoModeCommand.of(streams))
                .addSubcommand(
                        new CommandLine(new SandboxCommand(streams)).setStopAtPositional(true))
                .addSubcommand(new ProbeCommand(streams))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(streams.out())
                .setErr(streams.err());
    }

    /// Without a subcommand the program says what there is.
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
