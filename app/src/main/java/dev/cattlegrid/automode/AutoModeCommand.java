package dev.cattlegrid.automode;

import dev.cattlegrid.door.Streams;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `cattlegrid auto-mode`: what people have said of what agents may do.
@Command(
        name = "auto-mode",
        description = "The rules in words, and the rules with a condition.",
        mixinStandardHelpOptions = true)
public final class AutoModeCommand implements Runnable {
    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    private AutoModeCommand() {}

    /// With its subcommands.
    public static CommandLine of(Streams streams) {
        return new CommandLine(new AutoModeCommand())
                .addSubcommand(new DefaultsCommand(streams))
                .addSubcommand(new ConfigCommand(streams))
                .addSubcommand(new CritiqueCommand(streams))
                .addSubcommand(new ResetCommand(streams))
                .addSubcommand(new SetupCommand(streams))
                .addSubcommand(new TestCommand(streams));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
