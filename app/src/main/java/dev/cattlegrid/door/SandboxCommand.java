package dev.cattlegrid.door;

import dev.cattlegrid.audit.Home;
import dev.cattlegrid.call.Network;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.sandbox.Ability;
import dev.cattlegrid.sandbox.Command;
import dev.cattlegrid.sandbox.Confined;
import dev.cattlegrid.sandbox.Launch;
import dev.cattlegrid.sandbox.Machine;
import dev.cattlegrid.sandbox.Plan;
import dev.cattlegrid.sandbox.Reads;
import dev.cattlegrid.sandbox.Running;
import dev.cattlegrid.sandbox.Sandbox;
import dev.cattlegrid.sandbox.Scratch;
import dev.cattlegrid.screen.Shown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cattlegrid sandbox -- COMMAND`: runs a command confined, and says what confines it.
@picocli.CommandLine.Command(
        name = "sandbox",
        description = {
            "Runs a command that can write only where it may and reach nobody.",
            "The exit code is the command's; 70 where it could not be confined, 126 and 127 where it could not be started."
        },
        mixinStandardHelpOptions = true)
public final class SandboxCommand implements Callable<Integer> {
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;

    private final Streams streams;

    @Spec private picocli.CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--network",
            paramLabel = "off|loopback|on",
            description =
                    "Whom it may reach: nobody, what it starts itself, everybody. Usually off.")
    private String network = Network.NONE.text();

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description = "What it may write; may be given often. Usually the working directory.")
    private List<Path> writable = new ArrayList<>();

    @Option(
            names = "--read",
            paramLabel = "DIR",
            description =
                    "What it may read beside the system's own; may be given often. Usually everything.")
    private List<Path> readable = new ArrayList<>();

    @Option(names = "--check", description = "Only say what this machine can do.")
    private boolean check;

    @Option(names = "--json", description = "With --check: as JSON.")
    private boolean json;

    @Option(names = "--quiet", description = "Do not say what confines the command.")
    private boolean quiet;

    @Parameters(paramLabel = "COMMAND", description = "The program and its arguments.")
    private List<String> words = new ArrayList<>();

    public SandboxCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (check) {
            return check(Sandbox.available());
        }
        if (words.isEmpty()) {
            throw wrong("name the command to run after `--`");
        }
        Network whom =
                Network.named(network)
                        .orElseThrow(() -> wrong("`--network` is `off`, `loopback` or `on`"));
        Path here = Path.of("").toAbsolutePath();
        if (writable.isEmpty() && Home.directory().startsWith(here)) {
            throw wrong("your home is too much to write to: name a directory with `--write`");
        }
        try (var scratch = Scratch.make()) {
            var sandbox =
                    new Sandbox(
                            writable.isEmpty() ? List.of(here) : writable,
                            readable.isEmpty() ? new Reads.All() : new Reads.Only(readable),
                            Optional.of(scratch.directory()),
                            whom);
            return switch (sandbox.on(Sandbox.available())) {
                case Plan.Refused(var why, var hint) ->
                        failed("it was not run, for it cannot be confined here: " + why, hint);
                case Plan.Ready plan -> run(plan, here);
            };
        }
    }

    private int run(Plan.Ready plan, Path here) throws InterruptedException {
        if (!quiet) {
            streams.err().println("cattlegrid: " + Shown.line(inWords(plan)).text());
            streams.err().flush();
        }
        var command = new Command(words, here, streams.environment(), Command.Streams.INHERITED);
        return switch (Confined.start(plan, command)) {
            case Launch.Started(var running) -> await(running);
            case Launch.Failed(var kind, var why) -> {
                int code =
                        switch (kind) {
                            case NOT_FOUND -> NOT_FOUND;
                            case NOT_EXECUTABLE -> NOT_EXECUTABLE;
                            case NOT_CONFINED -> Exit.OWN_FAILURE;
                        };
                streams.err().println("cattlegrid: " + Shown.line(why).text());
                yield code;
            }
        };
    }

    /// Who ends this program ends the command.
    private static int await(Running running) throws InterruptedException {
        var end = new Thread(running::kill);
        Runtime.getRuntime().addShutdownHook(end);
        int code = running.waitFor().code();
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException _) {
            // It ends already.
        }
        return code;
    }

    private static String inWords(Plan.Ready plan) {
        String where =
                plan.sandbox().writable().stream()
                        .map(path -> "`" + path + "`")
                        .collect(Collectors.joining(", "));
        return "confined by %s: writes to %s and a scratch directory, network %s"
                .formatted(
                        String.join(", ", plan.layers()), where, plan.sandbox().network().text());
    }

    private int check(Machine machine) {
        Map<String, Ability> abilities = new LinkedHashMap<>();
        abilities.put("start", machine.starting());
        abilities.put("seccomp", machine.seccomp());
        abilities.put("landlock", machine.landlock());
        abilities.put("namespaces", machine.namespaces());
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            abilities.forEach((name, ability) -> all.put(name, values(ability)));
            all.put("confines", machine.confines());
            streams.out().println(Json.print(all));
        } else {
            abilities.values().forEach(this::show);
            streams.out()
                    .println(
                            machine.confines()
                                    ? "commands can be confined here"
                                    : "commands cannot be confined here");
        }
        return machine.confines() ? Exit.ALLOW : Exit.OWN_FAILURE;
    }

    private void show(Ability ability) {
        switch (ability) {
            case Ability.There(var what) ->
                    streams.out().println(streams.ink().green("yes ") + what);
            case Ability.Missing(var why, var hint) -> {
                streams.out().println(streams.ink().red("no  ") + Shown.line(why).text());
                streams.out().println("    " + streams.ink().faint(Shown.line(hint).text()));
            }
        }
    }

    private static Map<String, Object> values(Ability ability) {
        Map<String, Object> values = new LinkedHashMap<>();
        switch (ability) {
            case Ability.There(var what) -> {
                values.put("there", true);
                values.put("what", what);
            }
            case Ability.Missing(var why, var hint) -> {
                values.put("there", false);
                values.put("why", why);
                values.put("hint", hint);
            }
        }
        return values;
    }

    private int failed(String why, String hint) {
        streams.err().println("cattlegrid: " + Shown.line(why).text());
        streams.err().println("  " + Shown.line(hint).text());
        return Exit.OWN_FAILURE;
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
