package dev.cattlegrid.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.agent.talk.Act;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.talk.Setup;
import dev.cattlegrid.agent.talk.Talk;
import dev.cattlegrid.agent.tool.Tool;
import dev.cattlegrid.agent.tool.Workshop;
import dev.cattlegrid.agent.voice.Voices;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.canary.Call;
import dev.cattlegrid.canary.Script;
import dev.cattlegrid.canary.ScriptedModel;
import dev.cattlegrid.canary.Turn;
import dev.cattlegrid.door.Hooks;
import dev.cattlegrid.sandbox.Machine;
import dev.cattlegrid.sandbox.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/// A throw-away home and project, in which the agent talks over real HTTP with a model that follows a script.
public final class Yard {
    public final Path home;
    public final Path project;
    public final List<Happening> happened = new ArrayList<>();
    public Origin.Mode mode = Origin.Mode.AUTO;
    public boolean asks;
    public int mostTurns;
    public long window = 200_000;
    public String session = "s-1";
    public String model = "sonnet";
    public List<Tool> beside = List.of();
    public List<Path> more = List.of();

    /// What commands are confined by; nothing: they are free.
    public Optional<Machine> machine = Optional.empty();

    /// What the person does about what happens.
    public Function<Happening, Optional<Act>> person = _ -> Optional.empty();

    public Yard(Path directory) throws IOException, InterruptedException {
        Path root = directory.toRealPath();
        home = Files.createDirectories(root.resolve("home"));
        project = Files.createDirectories(home.resolve("work/project"));
        write("README.md", "# A small project\n");
        write("src/app.py", "def main():\n    return 1\n");
        git("init", "-q", "-b", "main", ".");
        git("config", "user.email", "dev@example.test");
        git("config", "user.name", "Dev");
        git("add", ".");
        git("commit", "-q", "-m", "first");
    }

    public void write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    public String read(String path) throws IOException {
        return Files.readString(project.resolve(path));
    }

    public String git(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("/usr/bin/git"));
        command.addAll(List.of(words));
        return run(command);
    }

    public String run(List<String> command) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command + ": " + said);
        }
        return said.strip();
    }

    private Map<String, String> environment() {
        return Map.of(
                "PATH", "/usr/local/bin:/usr/bin:/bin", "HOME", home.toString(), "LANG", "C.UTF-8");
    }

    /// Has the agent answer one prompt.
    public Happening.Ending play(String prompt, Turn... turns) throws IOException {
        return play(prompt, Script.of(turns));
    }

    public Happening.Ending play(String prompt, Script script) throws IOException {
        try (var scripted = new ScriptedModel(script)) {
            return talk(scripted.baseUrl(), false).answer(prompt);
        }
    }

    public Talk talk(String url, boolean resume) throws IOException {
        var talk = new Talk[1];
        Setup setup = setup(url);
        Store store = store();
        java.util.function.Consumer<Happening> listener =
                happening -> {
                    happened.add(happening);
                    person.apply(happening).ifPresent(act -> talk[0].act(act));
                };
        talk[0] = resume ? Talk.resume(setup, store, listener) : Talk.begin(setup, store, listener);
        return talk[0];
    }

    public Store store() {
        return new Store(home.resolve(Store.IN_HOME));
    }

    private Setup setup(String url) throws IOException {
        var variables = new HashMap<String, String>();
        variables.put("ANTHROPIC_API_KEY", "made-up-key");
        variables.put("ANTHROPIC_BASE_URL", url);
        variables.put("OPENAI_API_KEY", "made-up-key");
        variables.put("OPENAI_BASE_URL", url + "/v1");
        variables.put("GEMINI_API_KEY", "made-up-key");
        variables.put("GEMINI_BASE_URL", url + "/v1beta");
        var voices = new Voices(variables);
        return new Setup(
                session,
                Hooks.inside(Optional.of(home), Optional.empty(), List.of(project.toString())),
                ((Voices.Found.Of) voices.of(model)).voice(),
                voices::of,
                new Workshop(project, more, scratch(), environment(), sandbox()),
                Stream.concat(Toolbox.tools().stream(), beside.stream()).toList(),
                mode,
                asks,
                mostTurns,
                window,
                false,
                "You are a coding agent.");
    }

    private Path scratch() throws IOException {
        return Files.createDirectories(home.resolve(".cache/scratch"));
    }

    private Optional<Plan.Ready> sandbox() throws IOException {
        if (machine.isEmpty()) {
            return Optional.empty();
        }
        var writable = new ArrayList<>(List.of(project));
        writable.addAll(more);
        return switch (Shelter.of(writable, scratch(), home, machine.get())) {
            case Plan.Ready ready -> Optional.of(ready);
            case Plan.Refused(var why, var hint) -> throw new IOException(why + "; " + hint);
        };
    }

    public static Turn bash(String command) {
        return Turn.of(Call.of("Bash", Map.of("command", command)));
    }

    public static Turn read(Path file) {
        return Turn.of(Call.of("Read", Map.of("file_path", file.toString())));
    }

    public <T extends Happening> List<T> all(Class<T> kind) {
        return happened.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
