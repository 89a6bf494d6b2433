package dev.cattlegrid.door;

import dev.cattlegrid.audit.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// `cattlegrid setup claude-code`: writes the gate into the client's settings, or takes it out again.
@Command(
        name = "setup",
        description = "Put the gate into an agent's settings, or take it out again.",
        mixinStandardHelpOptions = true)
public final class SetupCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "HOST", description = "The agent: claude-code.")
    private String host;

    @ArgGroup private @Nullable Scope scope;

    @ArgGroup private @Nullable Action action;

    @Option(
            names = "--headless",
            description = "Nobody will be there to answer a question: it is refused instead.")
    private boolean headless;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "A home other than the one in the password database.")
    private @Nullable Path home;

    @SuppressWarnings("NullAway.Init")
    public SetupCommand(Streams streams) {
        this.streams = streams;
    }

    static final class Scope {
        @Option(
                names = "--user",
                description = "For all projects (default): ~/.claude/settings.json.")
        @SuppressWarnings("UnusedVariable") // the default, spelled out
        private boolean user;

        @Option(names = "--project", description = "For the project here: .claude/settings.json.")
        private boolean project;

        @Option(
                names = "--local",
                description = "For you in the project here: .claude/settings.local.json.")
        private boolean local;
    }

    static final class Action {
        @Option(names = "--print", description = "Only show what the file would hold.")
        private boolean print;

        @Option(names = "--remove", description = "Take the gate out; everything else stays.")
        private boolean remove;
    }

    @Override
    public Integer call() throws IOException {
        if (!host.equals("claude-code")) {
            throw new ParameterException(spec.commandLine(), Host.unknown(host));
        }
        PrintWriter out = streams.out();
        var file = new JsonFile(file());
        ObjectNode before = file.read();
        ObjectNode after = changed(before);
        if (action != null && action.print) {
            out.println(JsonFile.print(after));
            return Exit.ALLOW;
        }
        if (after.equals(before)) {
            out.println("nothing to change in " + file.path());
        } else {
            file.write(after);
            out.println((removes() ? "removed from " : "written to ") + file.path());
        }
        if (after.path("disableAllHooks").asBoolean(false)) {
            streams.err()
                    .println(
                            "cattlegrid: `disableAllHooks` is on in "
                                    + file.path()
                                    + ", so the client calls no hook at all; take it out");
        }
        return Exit.ALLOW;
    }

    private ObjectNode changed(ObjectNode settings) {
        if (removes()) {
            return ClaudeSettings.without(settings);
        }
        String launcher = System.getProperty("cattlegrid.launcher", "");
        if (launcher.isEmpty()) {
            throw new IllegalArgumentException(
                    "it is not known where the launcher lies; run `./cattlegrid setup` instead of the jar");
        }
        String options =
                Optional.ofNullable(home)
                        .map(dir ->
                                " --home " + ClaudeSettings.quoted(dir.toAbsolutePath().toString()))
                        .orElse("");
        String more = headless ? options + " --headless" : options;
        return ClaudeSettings.with(settings, ClaudeSettings.command(launcher, more));
    }

    private boolean removes() {
        return action != null && action.remove;
    }

    private Path file() {
        Path here = Path.of("").toAbsolutePath().resolve(".claude");
        if (scope != null && scope.project) {
            return here.resolve("settings.json");
        }
        if (scope != null && scope.local) {
            return here.resolve("settings.local.json");
        }
        return (home != null ? home : Home.directory()).resolve(".claude/settings.json");
    }
}
