package dev.cattlegrid.canary;

import dev.cattlegrid.audit.History;
import dev.cattlegrid.audit.Query;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.daemon.Starter;
import dev.cattlegrid.host.Host;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.wiring.Line;
import dev.cattlegrid.wiring.Place;
import dev.cattlegrid.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One headless run of a real client, where nothing but the gate would stop a call: a home and a project of its own, a made-up
/// key and a scripted model.
final class RealRun implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(300);

    private final Client client;
    private final List<String> program;
    private final Paddock paddock;
    private final ScriptedModel model;

    private RealRun(Client client, Path directory, Script script) throws IOException {
        this.client = client;
        program = InstalledPrograms.of(client);
        paddock = Paddock.in(directory);
        model = new ScriptedModel(script);
        client.settle(paddock, model.baseUrl());
    }

    static RealRun of(Client client, Path directory, Script script) throws IOException {
        return new RealRun(client, directory, script);
    }

    Paddock paddock() {
        return paddock;
    }

    Path home() {
        return paddock.home();
    }

    Path project() {
        return paddock.project();
    }

    /// Puts the gate into the client's settings, as `setup` does.
    ///
    /// @param headless whether it is told that nobody can answer
    RealRun wire(Launcher launcher, boolean headless) throws IOException {
        Host host = Host.of(client.host()).orElseThrow();
        var line = new Line(launcher.root().resolve("cattlegrid"), Optional.of(home()), headless);
        Wiring.of(host).orElseThrow().put(Place.ofUser(home()), line).write();
        return this;
    }

    RealRun wire(Launcher launcher) throws IOException {
        return wire(launcher, false);
    }

    /// Plays the script to its end.
    ///
    /// @return what the client printed
    String play(String prompt) throws IOException {
        Paddock.Ran ran = client.play(program, paddock, model, prompt, Map.of(), LIMIT);
        return ran.exit().map(code -> "exit " + code).orElse("stopped by the limit")
                + "\n"
                + ran.printed();
    }

    String play() throws IOException {
        return play("Please do the next steps of the task in this project.");
    }

    /// What the model was told of the call of a turn.
    Told told(int turn) {
        return model.told(turn)
                .orElseThrow(() -> new AssertionError("nothing was told of turn " + turn));
    }

    ScriptedModel model() {
        return model;
    }

    boolean made(String file) {
        return Files.exists(project().resolve(file));
    }

    /// What the gate wrote down, the oldest first.
    List<Fields> record() throws IOException {
        return History.of(new Store(home().resolve(Store.IN_HOME)), Query.newest(100));
    }

    @Override
    public void close() throws IOException {
        model.close();
        Starter.of(home()).stop();
    }
}
