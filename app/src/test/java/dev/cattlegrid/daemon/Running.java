package dev.cattlegrid.daemon;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.door.Hooks;
import dev.cattlegrid.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// A daemon in a thread of the test, and ways to talk to it.
record Running(RunDirectory run, CompletableFuture<Boolean> served) implements AutoCloseable {
    static Running in(Path home) throws Exception {
        return in(home, Duration.ofMinutes(5), Stamp.of("1000"));
    }

    static Running in(Path home, Duration idle, Stamp stamp) throws Exception {
        Running running = started(home, idle, stamp, Duration.ZERO);
        running.plate();
        return running;
    }

    /// Without waiting for its plate.
    static Running started(Path home, Duration idle, Stamp stamp, Duration wait) {
        var run = new RunDirectory(new Store(home.resolve(Store.IN_HOME)));
        var daemon = new Daemon(run, Hooks.of(Optional.of(home)), idle, stamp);
        return new Running(run, alongside(() -> daemon.serve(wait)));
    }

    /// Work in a thread of its own.
    static <T> CompletableFuture<T> alongside(Callable<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.call();
                    } catch (Exception problem) {
                        throw new CompletionException(problem);
                    }
                },
                task -> Thread.ofPlatform().daemon().start(task));
    }

    Plate plate() throws Exception {
        for (int i = 0; i < 1000; i++) {
            Optional<Plate> plate = run.plateThere();
            if (plate.isPresent()) {
                return plate.get();
            }
            Thread.sleep(5);
        }
        throw new AssertionError("no daemon came up");
    }

    /// What a host would send before a shell command.
    static String payload(Path directory, String session, String id, String command) {
        var values = new LinkedHashMap<String, Object>();
        values.put("session_id", session);
        values.put("cwd", directory.toString());
        values.put("permission_mode", "default");
        values.put("hook_event_name", "PreToolUse");
        values.put("tool_name", "Bash");
        values.put("tool_use_id", id);
        values.put("tool_input", Map.of("command", command));
        return Json.print(values);
    }

    HttpRequest.Builder request(String path) throws Exception {
        Plate plate = plate();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + plate.port() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + plate.token());
    }

    static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    String answer(String payload) throws Exception {
        HttpRequest request =
                request("/hook/claude-code")
                        .POST(HttpRequest.BodyPublishers.ofString(payload))
                        .build();
        return send(request).body();
    }

    DaemonClient client() {
        return DaemonClient.to(run.socket()).orElseThrow();
    }

    @Override
    public void close() throws Exception {
        Optional<DaemonClient> client = DaemonClient.to(run.socket());
        if (client.isPresent()) {
            try (var open = client.get()) {
                open.ask(Map.of("do", "stop"));
            }
        }
        served.join();
    }
}
