package dev.cattlegrid.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Plays the model of a real agent client from a script, on the loopback: Anthropic's Messages API, streamed.
///
/// Which turn is next is read from the request itself, by how far the conversation got, so that a client that retries
/// gets the same turn again. A request without tools is one of the client's own small ones and gets "ok".
final class ScriptedModel implements AutoCloseable {
    /// One tool call that the model makes.
    record Turn(String tool, Map<String, ?> input) {
        static Turn bash(String command) {
            return new Turn("Bash", Map.of("command", command, "description", "a step"));
        }
    }

    /// What the client told the model of a tool call.
    record Told(String text, boolean isError) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern TURN_OF_CALL = Pattern.compile("toolu_t(\\d+)");

    private final HttpServer server;
    private final List<Turn> turns;
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();

    ScriptedModel(List<Turn> turns) throws IOException {
        this.turns = List.copyOf(turns);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// What the model was told of the call of a turn, in the last request that speaks of it.
    Optional<Told> told(int turn) {
        Optional<Told> told = Optional.empty();
        for (JsonNode request : requests) {
            for (JsonNode message : request.path("messages")) {
                for (JsonNode block : message.path("content")) {
                    if (block.path("tool_use_id").asString("").equals("toolu_t" + turn)) {
                        told =
                                Optional.of(
                                        new Told(
                                                text(block.path("content")),
                                                block.path("is_error").asBoolean(false)));
                    }
                }
            }
        }
        return told;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (!path.endsWith("/messages")) {
                send(exchange, "application/json", "{\"input_tokens\": 10}");
                return;
            }
            JsonNode request = JSON.readTree(body);
            boolean main = !request.path("tools").isEmpty();
            if (main) {
                requests.add(request);
            }
            ObjectNode message = main ? reply(request) : message("ok", Optional.empty(), 0);
            if (request.path("stream").asBoolean(false)) {
                send(exchange, "text/event-stream", events(message));
            } else {
                send(exchange, "application/json", message.toString());
            }
        }
    }

    private ObjectNode reply(JsonNode request) {
        int next = 0;
        Matcher done = TURN_OF_CALL.matcher(request.path("messages").toString());
        while (done.find()) {
            next = Math.max(next, Integer.parseInt(done.group(1)) + 1);
        }
        return next < turns.size()
                ? message("", Optional.of(turns.get(next)), next)
                : message("done", Optional.empty(), next);
    }

    private static ObjectNode message(String text, Optional<Turn> turn, int number) {
        ObjectNode message = JSON.createObjectNode();
        message.put("id", "msg_" + number).put("type", "message").put("role", "assistant");
        message.put("model", "claude-sonnet-4-5");
        ArrayNode content = message.putArray("content");
        if (!text.isEmpty()) {
            content.addObject().put("type", "text").put("text", text);
        }
        turn.ifPresent(call ->
                content.addObject()
                        .put("type", "tool_use")
                        .put("id", "toolu_t" + number)
                        .put("name", call.tool())
                        .set("input", JSON.valueToTree(call.input())));
        message.put("stop_reason", turn.isPresent() ? "tool_use" : "end_turn");
        message.putNull("stop_sequence");
        message.putObject("usage").put("input_tokens", 100).put("output_tokens", 20);
        return message;
    }

    private static String events(ObjectNode message) {
        ObjectNode head = message.deepCopy();
        head.putArray("content");
        head.putNull("stop_reason");
        ObjectNode start = JSON.createObjectNode().put("type", "message_start");
        start.set("message", head);
        return "event: message_start\ndata: " + start + "\n\n" + blocks(message) + end(message);
    }

    private static String blocks(ObjectNode message) {
        var text = new StringBuilder();
        int index = 0;
        for (JsonNode block : message.path("content")) {
            boolean call = block.path("type").asString().equals("tool_use");
            ObjectNode empty = block.deepCopy().asObject();
            ObjectNode delta = JSON.createObjectNode();
            if (call) {
                empty.putObject("input");
                delta.put("type", "input_json_delta");
                delta.put("partial_json", block.path("input").toString());
            } else {
                empty.put("text", "");
                delta.put("type", "text_delta").put("text", block.path("text").asString());
            }
            text.append(line("content_block_start", index, "content_block", empty));
            text.append(line("content_block_delta", index, "delta", delta));
            text.append(line("content_block_stop", index, "", delta));
            index++;
        }
        return text.toString();
    }

    private static String line(String name, int index, String field, ObjectNode value) {
        ObjectNode event = JSON.createObjectNode().put("type", name).put("index", index);
        if (!field.isEmpty()) {
            event.set(field, value);
        }
        return "event: " + name + "\ndata: " + event + "\n\n";
    }

    private static String end(ObjectNode message) {
        ObjectNode delta = JSON.createObjectNode().put("type", "message_delta");
        ObjectNode inner = delta.putObject("delta");
        inner.put("stop_reason", message.path("stop_reason").asString());
        inner.putNull("stop_sequence");
        delta.putObject("usage").put("output_tokens", 20);
        return "event: message_delta\ndata: "
                + delta
                + "\n\nevent: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
    }

    private static String text(JsonNode content) {
        if (content.isString()) {
            return content.asString();
        }
        var text = new StringBuilder();
        for (JsonNode block : content) {
            text.append(block.path("text").asString(""));
        }
        return text.toString();
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("content-type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
