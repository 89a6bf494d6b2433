package dev.cattlegrid.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A provider on the loopback that answers from a script, and keeps what it was sent.
public final class ModelServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Function<Request, Answer> script;

    /// @param headers names in lower case
    public record Request(String path, Map<String, String> headers, Fields body) {
        public String said() {
            return ModelWire.said(body);
        }
    }

    /// @param after how long it takes
    /// @param broken whether the connection ends in the middle of the body
    public record Answer(int status, String body, Duration after, boolean broken) {
        public static Answer of(String body) {
            return new Answer(200, body, Duration.ZERO, false);
        }

        public static Answer failing(int status) {
            return new Answer(
                    status,
                    "{\"type\":\"error\",\"error\":{\"type\":\"scripted\",\"message\":\"not now\"}}",
                    Duration.ZERO,
                    false);
        }

        public Answer after(Duration time) {
            return new Answer(status, body, time, broken);
        }

        public Answer breaking() {
            return new Answer(status, body, after, true);
        }
    }

    public ModelServer(Function<Request, Answer> script) throws IOException {
        this(0, script);
    }

    public ModelServer(int port, Function<Request, Answer> script) throws IOException {
        this.script = script;
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    /// Loading what speaks to providers takes a while on a machine that is busy, and that is not what tests look at.
    public static void warmUp() throws IOException {
        for (ModelWire wire : ModelWire.values()) {
            try (var server =
                    new ModelServer(_ -> Answer.of(wire.answer("fine", ModelWire.End.DONE, 0)))) {
                var connection = wire.connection(server.address(), new KeySource.Variable("KEY"));
                if (Models.open(connection, Map.of("KEY", "made-up"), Duration.ofMinutes(1))
                        instanceof Models.Opened.Of(var model)) {
                    model.ask(new Prompt("", "a", "b", Optional.empty(), 16));
                }
            }
        }
    }

    public String address() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Fields fields =
                    Json.parse(body).members() instanceof Json.Members.Of(var read)
                            ? read
                            : Fields.NONE;
            Map<String, String> headers =
                    exchange.getRequestHeaders().entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            each -> each.getKey().toLowerCase(Locale.ROOT),
                                            each -> each.getValue().getFirst()));
            var request = new Request(exchange.getRequestURI().toString(), headers, fields);
            requests.add(request);
            Answer answer = script.apply(request);
            Thread.sleep(answer.after());
            byte[] bytes = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(
                    answer.status(), answer.broken() ? bytes.length + 100L : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
