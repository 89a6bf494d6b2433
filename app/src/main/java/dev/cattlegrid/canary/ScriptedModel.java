package dev.cattlegrid.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Plays the model of a real client from a script, on the loopback, over every wire that the clients speak.
///
/// Which turn is next is read from the request itself, by how far the conversation got. A request without tools is one of the
/// client's own small ones and is answered "ok".
public final class ScriptedModel implements AutoCloseable {
    /// For whatever is no question to the model: how long a text is, which models there are.
    private static final Wire.Body ASIDE =
            new Wire.Body(
                    "application/json",
                    "{\"input_tokens\":10,\"totalTokens\":10,\"object\":\"list\",\"data\":[],\"models\":[]}");

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Script script;
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    public ScriptedModel(Script script) throws IOException {
        this.script = script;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    /// Without a path and without a slash at the end.
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// What the model was told last of the first call of a turn.
    public Optional<Told> told(int turn) {
        return told(0, turn);
    }

    /// @param part of the script: 0 for the main conversation, then the subagents' in their order
    public Optional<Told> told(int part, int turn) {
        return Optional.ofNullable(told.get(new Step(part, turn, 0).id()));
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            Wire.Body body = answer(exchange.getRequestURI().getPath(), request);
            byte[] bytes = body.text().getBytes(UTF_8);
            exchange.getResponseHeaders().set("content-type", body.type());
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private Wire.Body answer(String path, byte[] body) {
        Optional<Wire> wire = Wire.of(path);
        if (wire.isEmpty()) {
            return ASIDE;
        }
        try {
            JsonNode request = Wire.JSON.readTree(body);
            return wire.get().answer(reply(wire.get().read(request), request), request, path);
        } catch (JacksonException _) {
            return ASIDE;
        }
    }

    private Reply reply(Conversation conversation, JsonNode request) {
        conversation
                .told()
                .forEach((id, what) -> Step.in(id).ifPresent(step -> told.put(step.id(), what)));
        if (!conversation.withTools()) {
            return Reply.saying("ok");
        }
        int part = script.part(conversation.opening());
        List<Turn> turns = script.parts().get(part).turns();
        int turn = conversation.played(part);
        return turn < turns.size()
                ? Reply.calling(
                        part,
                        turn,
                        turns.get(turn).words(),
                        turns.get(turn).calls(request.toString()))
                : Reply.saying("done");
    }
}
