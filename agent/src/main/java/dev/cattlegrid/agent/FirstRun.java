package dev.cattlegrid.agent;

import dev.cattlegrid.agent.print.Headless;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.screen.Ink;
import dev.cattlegrid.screen.Shown;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What somebody reads who has no key yet: whose models there are, which servers run on this machine, and `try`.
record FirstRun(Streams streams) {
    private static final Duration LOOK = Duration.ofMillis(600);

    /// A server on this machine, as it is usually found.
    ///
    /// @param list where it says which models it has
    /// @param models the list's name in that answer
    /// @param how a session with one of its models is begun
    private record Server(String title, int port, String list, String models, String how) {}

    private static final List<Server> SERVERS =
            List.of(
                    new Server(
                            "Ollama", 11434, "/api/tags", "models", "cattlegrid --model ollama/%s"),
                    new Server(
                            "LM Studio",
                            1234,
                            "/v1/models",
                            "data",
                            "OPENAI_BASE_URL=http://127.0.0.1:1234/v1 cattlegrid --model local/%s"),
                    new Server(
                            "llama.cpp",
                            8080,
                            "/v1/models",
                            "data",
                            "OPENAI_BASE_URL=http://127.0.0.1:8080/v1 cattlegrid --model local/%s"),
                    new Server(
                            "vLLM",
                            8000,
                            "/v1/models",
                            "data",
                            "OPENAI_BASE_URL=http://127.0.0.1:8000/v1 cattlegrid --model local/%s"));

    /// @param person whether somebody looks who might want all of it
    /// @return the exit code
    int say(boolean person) {
        if (!person) {
            streams.err()
                    .println(
                            "cattlegrid: no model to talk with: set ANTHROPIC_API_KEY, OPENAI_API_KEY or GEMINI_API_KEY, or name a server of your own with --model ollama/NAME");
            return Headless.UNAVAILABLE;
        }
        Ink ink = streams.ink();
        var out = streams.out();
        out.println(ink.bold("Welcome. There is no model to talk with yet. Any of these will do:"));
        out.println();
        out.println("  a key      export ANTHROPIC_API_KEY=…   then: cattlegrid --model sonnet");
        out.println(
                "             export OPENAI_API_KEY=…      then: cattlegrid --model openai/NAME");
        out.println(
                "             export GEMINI_API_KEY=…      then: cattlegrid --model gemini/NAME");
        List<String> found = found();
        if (found.isEmpty()) {
            out.println(
                    "  a server   none was found on this machine (Ollama, LM Studio, llama.cpp, vLLM)");
        }
        String label = "  a server   ";
        for (String line : found) {
            out.println(label + line);
            label = "             ";
        }
        out.println(
                "  neither    "
                        + ink.bold("cattlegrid try")
                        + "   shows how it works, without key or network");
        out.flush();
        return Headless.UNAVAILABLE;
    }

    private static List<String> found() {
        var lines = new ArrayList<String>();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(LOOK).build()) {
            for (Server server : SERVERS) {
                model(server, client)
                        .ifPresent(name ->
                                lines.add(
                                        "%s is running: %s"
                                                .formatted(
                                                        server.title(),
                                                        server.how()
                                                                .formatted(Shown.line(name, 80)))));
            }
        }
        return lines;
    }

    /// The first model that a server has.
    private static Optional<String> model(Server server, HttpClient client) {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + server.list());
        try {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(uri).timeout(LOOK).build(),
                            HttpResponse.BodyHandlers.ofString());
            if (Json.parse(answer.body()).members() instanceof Json.Members.Of(var fields)) {
                return fields.objects(server.models()).stream()
                        .map(FirstRun::name)
                        .flatMap(Optional::stream)
                        .findFirst();
            }
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static Optional<String> name(Fields model) {
        return model.text("name", "id");
    }
}
