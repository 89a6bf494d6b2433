package dev.cattlegrid.wiring;

import dev.cattlegrid.audit.Home;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.host.Host;
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
        Wiring wiring =
                Host.of(host)
                        .flatMap(Wiring::of)
                        .orElseThrow(() ->
                                new ParameterException(spec.commandLine(), Host.unknown(host)));
        Place place = place();
        Line line = removes() ? null : Line.here(Optional.ofNullable(home), headless);
        Change change = line == null ? wiring.takeOut(place) : wiring.put(place, line);
        PrintWriter out = streams.out();
        if (action != null && action.print) {
            for (Change.Edit edit : change.edits()) {
                out.print(edit.after().orElse(""));
            }
            return Exit.ALLOW;
        }
        change.write();
        if (change.isNothing()) {
            out.println("nothing to change in " + wiring.files(place).getFirst());
        }
        for (Change.Edit edit : change.edits()) {
            out.println((removes() ? "removed from " : "written to ") + edit.file());
        }
        if (line != null
                && wiring.standing(place, line) instanceof Standing.Shadowed(var what, var mend)) {
            streams.err().println("cattlegrid: " + what + "; " + mend);
        }
        return Exit.ALLOW;
    }

    private boolean removes() {
        return action != null && action.remove;
    }

    private Place place() {
        Path here = Path.of("").toAbsolutePath();
        Path users = home != null ? home : Home.directory();
        Place.Scope which = Place.Scope.USER;
        if (scope != null && scope.project) {
            which = Place.Scope.PROJECT;
        } else if (scope != null && scope.local) {
            which = Place.Scope.LOCAL;
        }
        return new Place(users, here, which);
    }
}
