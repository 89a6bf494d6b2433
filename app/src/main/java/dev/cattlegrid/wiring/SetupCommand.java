package dev.cattlegrid.wiring;

import dev.cattlegrid.audit.Home;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Settings;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.host.Host;
import dev.cattlegrid.screen.Shown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cattlegrid setup HOST`: puts the gate into a client's settings, or takes it out again.
@Command(
        name = "setup",
        description = "Put the gate into an agent's settings, or take it out again.",
        mixinStandardHelpOptions = true)
public final class SetupCommand implements Callable<Integer> {
    private static final int LONGEST_DIFF = 1 << 20;

    private final Streams streams;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "HOST",
            arity = "0..1",
            description =
                    "The agent: claude-code, codex, gemini-cli, qwen-code, opencode, copilot-cli, cursor.")
    private @Nullable String host;

    @Option(names = "--all", description = "Every agent that is installed here.")
    private boolean all;

    @ArgGroup private @Nullable Scope scope;

    @ArgGroup private @Nullable Action action;

    @ArgGroup private @Nullable Watching watching;

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
        @Option(names = "--user", description = "For all projects (default).")
        @SuppressWarnings("UnusedVariable") // the default, spelled out
        private boolean user;

        @Option(
                names = "--project",
                description = "Claude Code: for the project here, .claude/settings.json.")
        private boolean project;

        @Option(
                names = "--local",
                description =
                        "Claude Code: for you in the project here, .claude/settings.local.json.")
        private boolean local;

        @Option(
                names = "--settings-file",
                description =
                        "Claude Code: a file to start it with (claude --settings FILE), which no project can switch off.")
        private boolean apart;
    }

    static final class Action {
        @Option(names = "--print", description = "Only show what would change.")
        private boolean print;

        @Option(names = "--remove", description = "Take the gate out; everything else stays.")
        private boolean remove;

        @Option(names = "--undo", description = "Put the files back as the last setup found them.")
        private boolean undo;
    }

    static final class Watching {
        @Option(
                names = "--observe",
                description = "Only watch: decisions are written down and kept from the agents.")
        private boolean observe;

        @Option(names = "--enforce", description = "No longer only watch.")
        @SuppressWarnings("UnusedVariable") // the other of two
        private boolean enforce;
    }

    @Override
    public Integer call() throws IOException {
        if (host == null && !all && watching == null) {
            throw new ParameterException(
                    spec.commandLine(), "name an agent, or `--all`: " + names());
        }
        Place place = place();
        if (watching != null) {
            Change change =
                    new Observing(place.home().resolve(Settings.IN_HOME)).set(watching.observe);
            write(change, "set in", place.home().resolve(Settings.IN_HOME));
        }
        boolean well = true;
        for (Wiring wiring : wirings(place)) {
            well &= wired(wiring, place);
        }
        return well ? Exit.ALLOW : Exit.OWN_FAILURE;
    }

    /// Of several, one that cannot be set up does not keep the others from it.
    private boolean wired(Wiring wiring, Place place) throws IOException {
        if (!all) {
            wire(wiring, place);
            return true;
        }
        try {
            wire(wiring, place);
            return true;
        } catch (IllegalArgumentException problem) {
            String why = Shown.line(String.valueOf(problem.getMessage())).text();
            streams.err().println("cattlegrid: " + wiring.host().title() + ": " + why);
            return false;
        }
    }

    private static String names() {
        return String.join(", ", Host.all().stream().map(Host::name).toList());
    }

    private List<Wiring> wirings(Place place) {
        String name = host;
        if (name != null) {
            return List.of(
                    Host.of(name)
                            .flatMap(Wiring::of)
                            .orElseThrow(() ->
                                    new ParameterException(
                                            spec.commandLine(), Host.unknown(name))));
        }
        if (!all) {
            return List.of();
        }
        List<Path> path =
                Pattern.compile(":")
                        .splitAsStream(streams.environment().getOrDefault("PATH", ""))
                        .filter(dir -> dir.startsWith("/"))
                        .map(Path::of)
                        .toList();
        List<Wiring> there =
                Wiring.all().stream()
                        .filter(wiring -> wiring.isInstalled(place.home(), path))
                        .toList();
        if (there.isEmpty()) {
            streams.out().println("none of the agents is installed here: " + names());
        }
        return there;
    }

    private void wire(Wiring wiring, Place place) throws IOException {
        Kept kept = Kept.of(place.home(), wiring.host().name(), place.scope());
        Path first = wiring.files(place).getFirst();
        if (action != null && action.undo) {
            write(kept.back(), "put back", first);
            kept.forget();
            return;
        }
        if (action != null && action.remove) {
            write(wiring.takeOut(place), "removed from", first);
            kept.forget();
            return;
        }
        Line line = Line.here(Optional.ofNullable(home), headless);
        Change change = wiring.put(place, line);
        if (!change.isNothing() && !onlyShows()) {
            kept.keep(change);
        }
        write(change, "written to", first);
        if (!onlyShows()) {
            warn(wiring.standing(place, line));
        }
    }

    private void warn(Standing standing) {
        switch (standing) {
            case Standing.Wired _ -> {}
            case Standing.Missing(var what, var mend) -> warn(what, mend);
            case Standing.Altered(var what, var mend) -> warn(what, mend);
            case Standing.Shadowed(var what, var mend) -> warn(what, mend);
        }
    }

    private void warn(String what, String mend) {
        streams.err().println("cattlegrid: " + what + "; " + mend);
    }

    private boolean onlyShows() {
        return action != null && action.print;
    }

    /// Shows what changes, and writes it.
    private void write(Change change, String done, Path first) throws IOException {
        if (change.isNothing()) {
            streams.out().println("nothing to change in " + first);
            return;
        }
        streams.out().println(Shown.lines(change.diff(), LONGEST_DIFF).text().strip());
        if (onlyShows()) {
            return;
        }
        streams.out().flush();
        change.write();
        for (Change.Edit edit : change.edits()) {
            streams.out().println(done + " " + edit.file());
        }
    }

    private Place place() {
        Path here = Path.of("").toAbsolutePath();
        Path users = (home != null ? home : Home.directory()).toAbsolutePath().normalize();
        Place.Scope which = Place.Scope.USER;
        if (scope != null && scope.project) {
            which = Place.Scope.PROJECT;
        } else if (scope != null && scope.local) {
            which = Place.Scope.LOCAL;
        } else if (scope != null && scope.apart) {
            which = Place.Scope.APART;
        }
        return new Place(users, here, which);
    }
}
