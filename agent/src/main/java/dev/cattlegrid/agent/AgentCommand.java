package dev.cattlegrid.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.agent.mcp.Server;
import dev.cattlegrid.agent.mcp.Servers;
import dev.cattlegrid.agent.print.Headless;
import dev.cattlegrid.agent.print.PlainSession;
import dev.cattlegrid.agent.screen.ScreenSession;
import dev.cattlegrid.agent.talk.Kept;
import dev.cattlegrid.agent.talk.Talk;
import dev.cattlegrid.agent.voice.Voice;
import dev.cattlegrid.agent.voice.Voices;
import dev.cattlegrid.audit.Home;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.sandbox.Plan;
import dev.cattlegrid.sandbox.Scratch;
import dev.cattlegrid.screen.Ink;
import dev.cattlegrid.screen.Shown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cattlegrid [PROMPT]`: the agent, with a person or, with `-p`, without one.
@Command(name = "cattlegrid", description = "A coding agent behind a gate.")
final class AgentCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "PROMPT", description = "What is to be done.")
    private List<String> words = List.of();

    @Option(
            names = {"-p", "--print"},
            description = "Answer the prompt without a person and end.")
    private boolean print;

    @Option(
            names = "--output-format",
            paramLabel = "FORM",
            description = "With -p: text (default), json, stream-json.")
    private String form = "text";

    @Option(
            names = "--permission-mode",
            paramLabel = "MODE",
            description = "default, acceptEdits, plan, auto, dontAsk or bypassPermissions.")
    private @Nullable String mode;

    @Option(names = "--enable-auto-mode", description = "Begin in the mode `auto`.")
    private boolean auto;

    @Option(
            names = "--dangerously-skip-permissions",
            description = "Begin in the mode `bypassPermissions`.")
    private boolean bypass;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "sonnet, opus-4.6, anthropic/NAME, openai/NAME, …")
    private String model = "";

    @Option(
            names = {"-c", "--continue"},
            description = "Go on with the latest session of this directory.")
    private boolean goOn;

    @Option(
            names = {"-r", "--resume"},
            paramLabel = "SESSION",
            description = "Go on with this session.")
    private @Nullable String session;

    @Option(
            names = "--add-dir",
            paramLabel = "DIR",
            description = "A directory beside this one that the agent works in.")
    private List<Path> more = List.of();

    @Option(
            names = "--sandbox",
            description = "Run commands where they write to this directory alone and reach nobody.")
    private boolean sandboxed;

    @Option(
            names = "--max-turns",
            paramLabel = "N",
            description = "Answers of the model to a prompt; usually as many as it likes.")
    private int mostTurns;

    @Option(names = "--plain", description = "Line by line, without a screen and colours.")
    private boolean plain;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Settings in the place of your own.")
    private @Nullable Path settings;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "A home other than your own, for trying things.")
    private @Nullable Path home;

    @SuppressWarnings("NullAway.Init")
    AgentCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Headless.Form wanted = form();
        Origin.Mode begins = mode();
        Path root = Path.of("").toRealPath();
        try (var scratch = Scratch.make()) {
            var starting =
                    new Starting(
                            streams,
                            ownHome(),
                            settings(),
                            root,
                            more(),
                            mostTurns,
                            scratch.directory(),
                            Optional.empty());
            if (!sandboxed) {
                return run(starting, wanted, begins);
            }
            return switch (starting.shelter()) {
                case Plan.Ready ready -> run(starting.in(ready), wanted, begins);
                case Plan.Refused(var why, var hint) -> {
                    note("nothing was started, for commands cannot be confined here: " + why);
                    streams.err().println("  " + Shown.line(hint));
                    yield Exit.OWN_FAILURE;
                }
            };
        }
    }

    private int run(Starting starting, Headless.Form wanted, Origin.Mode begins)
            throws IOException {
        Voice voice;
        switch (starting.voice(model)) {
            case Voices.Found.Of(var found) -> voice = found;
            case Voices.Found.Bad(var why) -> {
                streams.err().println("cattlegrid: " + why);
                return Exit.WRONG_USE;
            }
            case Voices.Found.Nothing() -> {
                return new FirstRun(streams).say(!print);
            }
        }
        if (bypass) {
            note(Bypass.DROPS);
        }
        Optional<String> resumed = resumed(starting.store(), starting.root());
        String prompt = prompt();
        try (Servers servers = starting.servers(print ? _ -> false : this::trusts, this::note)) {
            if (!print) {
                return withPerson(
                        listener ->
                                starting.talk(
                                        voice, begins, true, resumed, servers.tools(), listener),
                        starting,
                        prompt);
            }
            var headless = new Headless(streams.out(), streams.err(), wanted);
            Talk talk =
                    starting.talk(voice, begins, false, resumed, servers.tools(), headless::show);
            return headless.end(talk.answer(prompt));
        }
    }

    /// On a whole terminal with a screen, elsewhere line by line.
    private int withPerson(PlainSession.Making making, Starting starting, String prompt)
            throws IOException {
        return !plain && ScreenSession.fits(streams)
                ? new ScreenSession(
                                streams,
                                starting.store(),
                                starting.root(),
                                bypass,
                                ScreenSession.Words.USUAL)
                        .run(making::talk, prompt)
                : new PlainSession(streams, plain ? Ink.NONE : streams.ink()).run(making, prompt);
    }

    private String prompt() throws IOException {
        String prompt = String.join(" ", words);
        if (print && prompt.isBlank()) {
            prompt = new String(streams.in().readAllBytes(), UTF_8).strip();
        }
        if (print && prompt.isBlank()) {
            throw wrong("`--print` needs a prompt, as words or on standard input");
        }
        return prompt;
    }

    private void note(String what) {
        streams.err().println("cattlegrid: " + Shown.line(what));
        streams.err().flush();
    }

    /// A server of the project is a program that the repository wants to have run: the person says once whether it may.
    private boolean trusts(Server server) {
        streams.out()
                .print(
                        "This project wants to start the server %s: %s%nTrust it? (y/n) "
                                .formatted(
                                        Shown.name(server.name()),
                                        Shown.line(String.join(" ", server.command()))));
        streams.out().flush();
        try {
            String line = line(streams.in());
            return line.equals("y") || line.equals("yes");
        } catch (IOException _) {
            return false;
        }
    }

    /// Byte by byte, so that what comes after it is left for the session.
    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.write(c);
        }
        return line.toString(UTF_8).strip();
    }

    private Optional<Path> settings() {
        Path named = settings;
        if (named != null && !Files.isRegularFile(named)) {
            throw wrong("there is no file `" + named + "`");
        }
        return Optional.ofNullable(named).map(Path::toAbsolutePath);
    }

    private Headless.Form form() {
        return switch (form) {
            case "text" -> Headless.Form.TEXT;
            case "json" -> Headless.Form.JSON;
            case "stream-json" -> Headless.Form.STREAM_JSON;
            default ->
                    throw wrong(
                            "`--output-format` is text, json or stream-json, not `" + form + "`");
        };
    }

    private Origin.Mode mode() {
        if (bypass) {
            Bypass.wrong(Home.uid(), sandboxed)
                    .ifPresent(why -> {
                        throw wrong(why);
                    });
            return Origin.Mode.BYPASS_PERMISSIONS;
        }
        String named = mode == null ? auto ? "auto" : "default" : mode;
        Origin.Mode known =
                Origin.Mode.named(named)
                        .orElseThrow(() ->
                                wrong(
                                        "`--permission-mode` is default, acceptEdits, plan, auto, dontAsk or bypassPermissions, not `"
                                                + named
                                                + "`"));
        if (known == Origin.Mode.BYPASS_PERMISSIONS) {
            throw wrong("to bypass permissions is asked for with `--dangerously-skip-permissions`");
        }
        return known;
    }

    private Optional<String> resumed(Store store, Path root) throws IOException {
        String named = session;
        if (named != null) {
            if (Kept.all(store, Optional.empty()).stream()
                    .noneMatch(known -> known.session().equals(named))) {
                throw wrong("there is no session `" + named + "` to go on with");
            }
            return Optional.of(named);
        }
        if (!goOn) {
            return Optional.empty();
        }
        return Optional.of(
                Kept.all(store, Optional.of(root.toString())).stream()
                        .findFirst()
                        .orElseThrow(
                                () -> wrong("no session of this directory is there to go on with"))
                        .session());
    }

    private List<Path> more() throws IOException {
        var real = new java.util.ArrayList<Path>();
        for (Path directory : more) {
            if (!Files.isDirectory(directory)) {
                throw wrong("`" + directory + "` is no directory");
            }
            real.add(directory.toRealPath());
        }
        return real;
    }

    private Optional<Path> ownHome() {
        return Optional.ofNullable(home);
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    static String sentence(Throwable problem) {
        String message = problem.getMessage();
        return message == null || message.isBlank()
                ? problem.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
