package dev.cattlegrid.agent.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.agent.voice.Stop;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A server that runs, asked by JSON-RPC, a message a line.
///
/// @see <a href="https://modelcontextprotocol.io/specification/2025-06-18/basic/transports">Transports, stdio</a>
final class Client implements AutoCloseable {
    private static final String VERSION = "2025-06-18";
    private static final int NO_SUCH_METHOD = -32601;
    private static final Duration MOST = Duration.ofMinutes(2);

    private final Process process;
    private final OutputStream to;
    private final AtomicLong number = new AtomicLong();
    private final Map<Long, CompletableFuture<Fields>> open = new ConcurrentHashMap<>();

    private Client(Process process) {
        this.process = process;
        to = process.getOutputStream();
        Thread.ofVirtual().start(this::read);
    }

    /// @param environment of the program beside what the server's own entry says
    static Client start(
            Server server, Path directory, Map<String, String> environment, Duration most)
            throws IOException {
        var builder = new ProcessBuilder(server.command()).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(server.more());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        var client = new Client(builder.start());
        try {
            client.ask(
                    "initialize",
                    Map.of(
                            "protocolVersion",
                            VERSION,
                            "capabilities",
                            Map.of(),
                            "clientInfo",
                            Map.of("name", "cattlegrid", "version", "1")),
                    most,
                    new Stop());
            client.send(Map.of("jsonrpc", "2.0", "method", "notifications/initialized"));
            return client;
        } catch (IOException problem) {
            client.close();
            throw problem;
        }
    }

    /// What a method gives back.
    Fields ask(String method, Map<String, ?> parameters, Duration most, Stop stop)
            throws IOException {
        long id = number.incrementAndGet();
        var answer = new CompletableFuture<Fields>();
        open.put(id, answer);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("jsonrpc", "2.0");
        message.put("id", id);
        message.put("method", method);
        message.put("params", parameters);
        try (Stop.Watch _ =
                stop.watch(() ->
                        answer.completeExceptionally(new IOException("the person broke it off")))) {
            send(message);
            return result(answer.get(most.toMillis(), TimeUnit.MILLISECONDS), method);
        } catch (TimeoutException problem) {
            throw new IOException("the server gave no answer to `" + method + "`", problem);
        } catch (ExecutionException problem) {
            @Nullable Throwable cause = problem.getCause();
            throw new IOException(
                    cause == null ? "the server failed" : String.valueOf(cause.getMessage()),
                    problem);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", problem);
        } finally {
            open.remove(id);
        }
    }

    Fields ask(String method, Map<String, ?> parameters, Stop stop) throws IOException {
        return ask(method, parameters, MOST, stop);
    }

    private static Fields result(Fields answer, String method) throws IOException {
        Optional<Fields> error = answer.object("error");
        if (error.isPresent()) {
            throw new IOException(
                    "the server refused `%s`: %s"
                            .formatted(method, error.get().text("message").orElse("")));
        }
        return answer.object("result").orElse(Fields.NONE);
    }

    private synchronized void send(Map<String, ?> message) throws IOException {
        to.write((Json.print(message) + "\n").getBytes(UTF_8));
        to.flush();
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
                if (Json.parse(line).members() instanceof Json.Members.Of(var message)) {
                    heard(message);
                }
            }
        } catch (IOException _) {
            // The same as its end.
        }
        open.values()
                .forEach(answer ->
                        answer.completeExceptionally(new IOException("the server has ended")));
    }

    /// An answer, or something that the server asks for: it may know whether we are there, and nothing else.
    private void heard(Fields message) throws IOException {
        Optional<String> method = message.text("method");
        Optional<Number> id = message.number("id");
        if (method.isEmpty()) {
            id.map(Number::longValue).map(open::get).ifPresent(answer -> answer.complete(message));
        } else if (message.has("id")) {
            Map<String, Object> reply = new LinkedHashMap<>();
            reply.put("jsonrpc", "2.0");
            reply.put("id", message.values().get("id"));
            if (method.get().equals("ping")) {
                reply.put("result", Map.of());
            } else {
                reply.put("error", Map.of("code", NO_SUCH_METHOD, "message", "not here"));
            }
            send(reply);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        all.forEach(ProcessHandle::destroy);
    }
}
