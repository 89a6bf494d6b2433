package dev.cattlegrid.agent.screen;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// Plays a model that talks, over real HTTP, in the words of Anthropic's stream: each answer is some words, then calls.
///
/// Which answer is next is read from the request, by how often the model has answered in it.
public final class Teller implements AutoCloseable {
    private static final Pattern ANSWERED = Pattern.compile("\"role\"\\s*:\\s*\"assistant\"");

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Answer> answers;

    /// Lets an answer that waits go on.
    private final CountDownLatch going = new CountDownLatch(1);

    /// One answer of the model.
    ///
    /// @param waits whether it comes to a halt after its first words
    public record Answer(List<String> words, List<Wanted> calls, boolean waits) {}

    /// A call that it makes.
    public record Wanted(String tool, Map<String, ?> input) {}

    public static Answer saying(String... words) {
        return new Answer(List.of(words), List.of(), false);
    }

    public static Answer halting(String... words) {
        return new Answer(List.of(words), List.of(), true);
    }

    public static Answer calling(String words, String tool, Map<String, ?> input) {
        return new Answer(
                words.isEmpty() ? List.of() : List.of(words),
                List.of(new Wanted(tool, input)),
                false);
    }

    public static Answer bash(String words, String command) {
        return calling(words, "Bash", Map.of("command", command));
    }

    public Teller(Answer... answers) throws IOException {
        this.answers = List.of(answers);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void goOn() {
        going.countDown();
    }

    @Override
    public void close() {
        going.countDown();
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            int number = (int) ANSWERED.matcher(request).results().count();
            Answer answer = number < answers.size() ? answers.get(number) : saying("That is all.");
            exchange.getResponseHeaders().set("content-type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            tell(answer, number, exchange.getResponseBody());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Answer answer, int number, OutputStream out)
            throws IOException, InterruptedException {
        event(
                out,
                "message_start",
                Map.of(
                        "message",
                        Map.of(
                                "id",
                                "m-" + number,
                                "type",
                                "message",
                                "role",
                                "assistant",
                                "model",
                                "scripted",
                                "content",
                                List.of(),
                                "usage",
                                Map.of("input_tokens", 1_200, "output_tokens", 1))));
        int index = 0;
        if (!answer.words().isEmpty()) {
            start(out, index, Map.of("type", "text", "text", ""));
            for (String piece : answer.words()) {
                delta(out, index, Map.of("type", "text_delta", "text", piece));
                if (answer.waits()) {
                    going.await();
                }
            }
            event(out, "content_block_stop", Map.of("index", index++));
        }
        for (Wanted call : answer.calls()) {
            String id = "toolu_" + number + "_" + index;
            start(
                    out,
                    index,
                    Map.of("type", "tool_use", "id", id, "name", call.tool(), "input", Map.of()));
            delta(
                    out,
                    index,
                    Map.of("type", "input_json_delta", "partial_json", Json.print(call.input())));
            event(out, "content_block_stop", Map.of("index", index++));
        }
        event(
                out,
                "message_delta",
                Map.of(
                        "delta",
                        Map.of("stop_reason", answer.calls().isEmpty() ? "end_turn" : "tool_use"),
                        "usage",
                        Map.of("output_tokens", 50)));
        event(out, "message_stop", Map.of());
    }

    private static void start(OutputStream out, int index, Map<String, ?> block)
            throws IOException {
        event(out, "content_block_start", Map.of("index", index, "content_block", block));
    }

    private static void delta(OutputStream out, int index, Map<String, ?> delta)
            throws IOException {
        event(out, "content_block_delta", Map.of("index", index, "delta", delta));
    }

    private static void event(OutputStream out, String type, Map<String, ?> rest)
            throws IOException {
        var whole = new java.util.LinkedHashMap<String, Object>();
        whole.put("type", type);
        whole.putAll(rest);
        out.write(("event: " + type + "\ndata: " + Json.print(whole) + "\n\n").getBytes(UTF_8));
        out.flush();
    }
}
