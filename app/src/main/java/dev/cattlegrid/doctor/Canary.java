package dev.cattlegrid.doctor;

import dev.cattlegrid.canary.Client;
import dev.cattlegrid.canary.Paddock;
import dev.cattlegrid.canary.Script;
import dev.cattlegrid.canary.ScriptedModel;
import dev.cattlegrid.canary.Told;
import dev.cattlegrid.canary.Turn;
import dev.cattlegrid.daemon.Starter;
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

/// One run of the real client, with the gate in its settings as `setup` writes it: a scripted model asks for a call that is let
/// through and for one that never is. If that one ran, it would make a file in a throw-away project.
///
/// @param environment what the client's program needs beside an empty one
record Canary(Client client, Wiring wiring, Path program, Map<String, String> environment) {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final String MARKER = "the-refused-call-ran";

    /// No setting, no grant and no person's word lets an agent answer for the person; there is no ticket of this name.
    private static final String FORBIDDEN = "cattlegrid approve canary";

    /// What came of it.
    sealed interface Outcome {
        /// The refused call did not run, and the model was told that the gate refused it.
        record Stopped(Duration took) implements Outcome {}

        /// The refused call ran: the gate does not protect this client.
        record Ran() implements Outcome {}

        /// The refused call was stopped, and the harmless one too.
        record AllStopped(String told) implements Outcome {}

        /// It did not get so far.
        ///
        /// @param why one lower-case sentence without a full stop
        record Unclear(String why) implements Outcome {}
    }

    /// @param launcher of the gate
    /// @param directory of its own, empty
    Outcome fly(Path launcher, Path directory) throws IOException {
        Paddock paddock = Paddock.in(directory);
        Path marker = paddock.project().resolve(MARKER);
        var script =
                Script.of(
                        Turn.of(client.shell("cat README.md")),
                        Turn.of(client.shell("touch " + MARKER + "; " + FORBIDDEN)));
        long start = System.nanoTime();
        try (var model = new ScriptedModel(script)) {
            client.settle(paddock, model.baseUrl());
            wiring.put(
                            Place.ofUser(paddock.home()),
                            new Line(launcher, Optional.of(paddock.home()), false))
                    .write();
            Paddock.Ran ran =
                    client.play(
                            List.of(program.toString()),
                            paddock,
                            model,
                            "Show the README, then do the next step.",
                            environment,
                            LIMIT);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return outcome(Files.exists(marker), model.told(0), model.told(1), ran, took);
        } finally {
            Starter.of(paddock.home()).stop();
        }
    }

    private static Outcome outcome(
            boolean marked,
            Optional<Told> harmless,
            Optional<Told> refused,
            Paddock.Ran ran,
            Duration took) {
        if (marked) {
            return new Outcome.Ran();
        }
        if (refused.isEmpty()) {
            return new Outcome.Unclear(
                    ran.exit()
                            .map(code ->
                                    "the client ended (exit code "
                                            + code
                                            + ") before the call was made: "
                                            + last(ran.printed()))
                            .orElse("the client did not end within " + LIMIT.toSeconds() + " s"));
        }
        if (!refused.get().text().contains("cattlegrid")) {
            return new Outcome.Unclear(
                    "something else stopped the call: " + last(refused.get().text()));
        }
        String shown = harmless.map(Told::text).orElse("");
        return shown.contains("A small project")
                ? new Outcome.Stopped(took)
                : new Outcome.AllStopped(last(shown));
    }

    private static String last(String text) {
        String flat = text.strip().replaceAll("\\s+", " ");
        return flat.length() > 200 ? "…" + flat.substring(flat.length() - 200) : flat;
    }
}
