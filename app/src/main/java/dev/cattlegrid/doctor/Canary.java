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
    private static final Duration LIMIT = Duration.ofSeconds(240);
    private static final String MARKER = "the-refused-call-ran";
    private static final String HARMLESS = "the-allowed-call-ran";

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
                        Turn.of(client.shell("echo canary > " + HARMLESS)),
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
                            "Do the next two steps.",
                            environment,
                            LIMIT);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            boolean allowed = Files.exists(paddock.project().resolve(HARMLESS));
            if (Files.exists(marker)) {
                return new Outcome.Ran();
            }
            return model.told(1)
                    .map(refused -> outcome(allowed, model.told(0), refused, took))
                    .orElseGet(() -> unclear(ran));
        } finally {
            Starter.of(paddock.home()).stop();
        }
    }

    /// @param allowed whether the harmless call ran
    private static Outcome outcome(
            boolean allowed, Optional<Told> harmless, Told refused, Duration took) {
        if (!refused.text().contains("cattlegrid:")) {
            return new Outcome.Unclear("something else stopped the call: " + last(refused.text()));
        }
        return allowed
                ? new Outcome.Stopped(took)
                : new Outcome.AllStopped(harmless.map(Told::text).map(Canary::last).orElse(""));
    }

    private static Outcome unclear(Paddock.Ran ran) {
        return new Outcome.Unclear(
                ran.exit()
                        .map(code ->
                                "the client ended (exit code %d) before the call was made: %s"
                                        .formatted(code, last(ran.printed())))
                        .orElse("the client did not end within " + LIMIT.toSeconds() + " s"));
    }

    private static String last(String text) {
        String flat = text.strip().replaceAll("\\s+", " ");
        return flat.length() > 200 ? "…" + flat.substring(flat.length() - 200) : flat;
    }
}
