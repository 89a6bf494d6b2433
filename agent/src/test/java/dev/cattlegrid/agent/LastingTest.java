package dev.cattlegrid.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.cattlegrid.agent.talk.Act;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.talk.Talk;
import dev.cattlegrid.canary.Call;
import dev.cattlegrid.canary.Script;
import dev.cattlegrid.canary.ScriptedModel;
import dev.cattlegrid.canary.Turn;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sessions that are interrupted, killed, cut off and summed up, and go on.
class LastingTest {
    @TempDir private Path top;
    private Yard yard;

    @BeforeEach
    void aYard() throws Exception {
        yard = new Yard(top);
    }

    private static Turn fetching(AtomicInteger times, Call call) {
        return _ -> times.getAndIncrement() == 0 ? List.of(call) : List.of();
    }

    @Test
    void whatIsForbiddenOutlivesTheSummary() throws Exception {
        String hub = yard.home.resolve("hub.git").toString();
        yard.git("init", "-q", "--bare", hub);
        yard.git("remote", "add", "origin", hub);
        yard.window = 140;
        var push = Call.of("Bash", Map.of("command", "git push -q origin HEAD:other"));
        Happening.Ending ending =
                yard.play(
                        "fix it, but don't push",
                        Script.of(Yard.bash("ls"))
                                .with(
                                        "What was said and done before",
                                        fetching(new AtomicInteger(), push)));
        assertInstanceOf(Happening.Ending.Answered.class, ending);
        assertTrue(yard.all(Happening.Compacted.class).size() >= 1);
        assertEquals(1, yard.all(Happening.Refused.class).size());
        assertEquals("", yard.git("ls-remote", "origin"));
    }

    @Test
    void aNetworkThatFailsIsAskedAgain() throws Exception {
        try (var model = new ScriptedModel(Script.of(Yard.bash("echo there > there.txt")));
                var away = new Away(model.baseUrl(), 2)) {
            Happening.Ending ending = yard.talk(away.url(), false).answer("x");
            assertInstanceOf(Happening.Ending.Answered.class, ending);
        }
        assertEquals(2, yard.all(Happening.Retrying.class).size());
        assertEquals("there\n", yard.read("there.txt"));
    }

    /// Fails so many times, then hands on.
    private static final class Away implements AutoCloseable {
        private final HttpServer server;
        private final HttpClient client = HttpClient.newHttpClient();

        Away(String to, int times) throws Exception {
            var left = new AtomicInteger(times);
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        try (exchange) {
                            byte[] body = exchange.getRequestBody().readAllBytes();
                            if (left.getAndDecrement() > 0) {
                                exchange.sendResponseHeaders(529, -1);
                                return;
                            }
                            HttpResponse<byte[]> answer =
                                    client.send(
                                            HttpRequest.newBuilder(
                                                            URI.create(
                                                                    to + exchange.getRequestURI()))
                                                    .POST(
                                                            HttpRequest.BodyPublishers.ofByteArray(
                                                                    body))
                                                    .build(),
                                            HttpResponse.BodyHandlers.ofByteArray());
                            exchange.getResponseHeaders()
                                    .set(
                                            "content-type",
                                            answer.headers().firstValue("content-type").orElse(""));
                            exchange.sendResponseHeaders(200, answer.body().length);
                            exchange.getResponseBody().write(answer.body());
                        } catch (InterruptedException problem) {
                            Thread.currentThread().interrupt();
                        }
                    });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
            client.close();
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidSo() throws Exception {
        Happening.Ending ending;
        yard.person =
                happening ->
                        happening instanceof Happening.Retrying retrying && retrying.attempt() == 2
                                ? Optional.of(new Act.Interrupt())
                                : Optional.empty();
        ending = yard.talk("http://127.0.0.1:9", false).answer("x");
        assertInstanceOf(Happening.Ending.Interrupted.class, ending);
        assertEquals(
                "the model cannot be reached", yard.all(Happening.Retrying.class).getFirst().why());
    }

    @Test
    void aBreakLosesNothing() throws Exception {
        try (var model =
                new ScriptedModel(
                        Script.of(
                                Yard.bash("echo one > one.txt"),
                                Yard.bash("sleep 30"),
                                Yard.bash("echo two > two.txt")))) {
            yard.person =
                    happening ->
                            happening instanceof Happening.Allowed allowed
                                            && allowed.made().line().startsWith("sleep")
                                    ? Optional.of(new Act.Interrupt())
                                    : Optional.empty();
            long start = System.nanoTime();
            Talk talk = yard.talk(model.baseUrl(), false);
            assertInstanceOf(Happening.Ending.Interrupted.class, talk.answer("go"));
            assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 20);
            yard.happened.clear();
            talk = yard.talk(model.baseUrl(), true);
            assertInstanceOf(Happening.Ending.Answered.class, talk.answer("go on"));
        }
        assertEquals("one\n", yard.read("one.txt"));
        assertEquals("two\n", yard.read("two.txt"));
    }

    @Test
    void aKilledSessionGoesOn() throws Exception {
        try (var model =
                new ScriptedModel(
                        Script.of(
                                Yard.bash("echo one > one.txt"),
                                Yard.bash("touch waits.txt; sleep 3"),
                                Yard.bash("echo two > two.txt")))) {
            Process process = started(model.baseUrl());
            for (int i = 0; i < 600 && !Files.exists(yard.project.resolve("waits.txt")); i++) {
                Thread.sleep(50);
            }
            process.destroyForcibly();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS));
            Path file = onlyFile(yard.home.resolve(".local/state/cattlegrid/agent"));
            Files.writeString(file, "{\"kind\": \"mod", StandardOpenOption.APPEND);
            String name = String.valueOf(file.getFileName());
            yard.session = name.substring(0, name.lastIndexOf('.'));
            Talk talk = yard.talk(model.baseUrl(), true);
            assertInstanceOf(Happening.Ending.Answered.class, talk.answer("go on"));
            assertTrue(model.told(1).orElseThrow().text().contains("not known whether it ran"));
        }
        assertEquals("one\n", yard.read("one.txt"));
        assertEquals("two\n", yard.read("two.txt"));
    }

    private static Path onlyFile(Path directory) throws Exception {
        try (var files = Files.list(directory)) {
            return files.findFirst().orElseThrow();
        }
    }

    private Process started(String url) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.cattlegrid.app.Main",
                                "-p",
                                "go",
                                "--permission-mode",
                                "auto",
                                "--home",
                                yard.home.toString()));
        var builder = new ProcessBuilder(command).directory(yard.project.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(
                        Map.of(
                                "PATH",
                                "/usr/bin:/bin",
                                "ANTHROPIC_API_KEY",
                                "made-up-key",
                                "ANTHROPIC_BASE_URL",
                                url));
        return builder.redirectErrorStream(true)
                .redirectOutput(yard.home.resolve("log.txt").toFile())
                .start();
    }
}
