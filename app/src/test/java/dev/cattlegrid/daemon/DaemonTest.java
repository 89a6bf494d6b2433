package dev.cattlegrid.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.json.Fields;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The daemon's doors, and how it comes and goes.
class DaemonTest {
    @TempDir private Path home;

    private String payload(String command) {
        return Running.payload(home, "s", "t", command);
    }

    @Test
    void answersAndProvesWhoItIs() throws Exception {
        try (Running running = Running.in(home)) {
            HttpRequest request =
                    running.request("/hook/claude-code")
                            .POST(HttpRequest.BodyPublishers.ofString(payload("ls")))
                            .build();
            HttpResponse<String> response = Running.send(request);
            assertEquals(200, response.statusCode());
            assertTrue(
                    response.body().contains("\"permissionDecision\":\"allow\""), response.body());
            assertEquals(
                    running.plate().proof(),
                    response.headers().firstValue(HttpDoor.PROOF).orElseThrow());
        }
    }

    @Test
    void answersOverTheSocketToo() throws Exception {
        try (Running running = Running.in(home);
                DaemonClient client = running.client()) {
            Fields answer =
                    client.ask(
                            Map.of(
                                    "do", "hook",
                                    "host", "claude-code",
                                    "payload", payload("rm -rf ~")));
            assertTrue(answer.text("answer").orElseThrow().contains("\"deny\""), answer.toString());
            Fields status = client.ask(Map.of("do", "status"));
            assertEquals(1, status.number("answered").orElseThrow().intValue());
            assertTrue(client.ask(Map.of("do", "dance")).has("error"));
            assertTrue(client.ask(Map.of("do", "hook", "host", "nobody")).has("error"));
        }
    }

    @Test
    void strangersLearnNothing() throws Exception {
        try (Running running = Running.in(home)) {
            int port = running.plate().port();
            String token = "Authorization: Bearer " + running.plate().token();
            String host = "Host: 127.0.0.1:" + port;
            assertRefused(port, 401, host);
            assertRefused(port, 401, host, "Authorization: Bearer wrong");
            assertRefused(port, 401, host, token, token);
            assertRefused(port, 403, "Host: evil.example:" + port, token);
            assertRefused(port, 403, "Host: 127.0.0.1", token);
            assertRefused(port, 403, host, token, "Origin: http://127.0.0.1:" + port);
            assertRefused(port, 403, host, token, "Origin: null");
            assertEquals(
                    0,
                    running.run().plateThere().stream()
                            .filter(plate -> plate.port() != port)
                            .count());
        }
    }

    private static void assertRefused(int port, int status, String... headers) throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            String request =
                    "GET /hello HTTP/1.1\r\n"
                            + String.join("\r\n", headers)
                            + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
            assertFalse(answer.toLowerCase(java.util.Locale.ROOT).contains("proof"), answer);
        }
    }

    @Test
    void aTokenMayOnlyAskForVerdicts() throws Exception {
        try (Running running = Running.in(home)) {
            for (String path : List.of("/stop", "/status", "/approve", "/", "/hook")) {
                assertEquals(404, Running.send(running.request(path).build()).statusCode(), path);
            }
            assertEquals(
                    405, Running.send(running.request("/hook/claude-code").build()).statusCode());
            assertEquals(
                    500,
                    Running.send(
                                    running.request("/hook/nobody")
                                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                            .build())
                            .statusCode());
        }
    }

    @Test
    void thereAreNeverTwo() throws Exception {
        try (Running running = Running.in(home)) {
            Running second =
                    Running.started(home, Duration.ofMinutes(5), Stamp.NONE, Duration.ofMillis(50));
            assertFalse(second.served().get(10, TimeUnit.SECONDS));
            assertTrue(running.answer(payload("ls")).contains("allow"));
        }
    }

    @Test
    void endsWhenNobodyAsks() throws Exception {
        Running running = Running.in(home, Duration.ofMillis(200), Stamp.NONE);
        assertTrue(running.served().get(20, TimeUnit.SECONDS));
        assertTrue(running.run().plateThere().isEmpty(), "nobody is sent to a closed door");
        assertFalse(Files.exists(running.run().socket()));
    }

    @Test
    void endsWhenItsLockIsTakenAway() throws Exception {
        Running running = Running.in(home);
        Files.delete(running.run().directory().resolve("lock"));
        assertTrue(running.served().get(20, TimeUnit.SECONDS));
    }

    @Test
    void aNewerProgramTakesOverAndAnOlderOneDoesNot() throws Exception {
        Running running = Running.in(home);
        assertEquals(200, hello(running, "999"));
        assertEquals(200, hello(running, "1000"));
        assertEquals(200, hello(running, "no number"));
        Running newer =
                Running.started(
                        home, Duration.ofMinutes(5), Stamp.of("1001"), Duration.ofSeconds(20));
        assertEquals(426, hello(running, "1001"));
        assertTrue(running.served().get(40, TimeUnit.SECONDS));
        try (newer) {
            assertEquals(1001, newer.plate().stamp().seconds());
            assertTrue(newer.answer(payload("ls")).contains("allow"));
        }
    }

    private static int hello(Running running, String stamp) throws Exception {
        return Running.send(running.request("/hello").header(HttpDoor.STAMP, stamp).build())
                .statusCode();
    }

    @Test
    void callsUnderWayAreAnsweredBeforeItEnds() throws Exception {
        Running running = Running.in(home);
        String heavy =
                "echo " + "x".repeat(200_000) + "; for f in $(seq 1 9); do echo $f; done; ls";
        CompletableFuture<String> call = Running.alongside(() -> running.answer(payload(heavy)));
        while (running.plate() != null && underWay(running) == 0 && !call.isDone()) {
            Thread.sleep(1);
        }
        running.close();
        assertTrue(call.get(30, TimeUnit.SECONDS).contains("permissionDecision"));
    }

    private static int underWay(Running running) throws Exception {
        try (DaemonClient client = running.client()) {
            return client.ask(Map.of("do", "status")).number("under_way").orElseThrow().intValue();
        }
    }

    @Test
    void whoNeverEndsARequestHoldsNobodyUp() throws Exception {
        try (Running running = Running.in(home);
                var slow = new Socket("127.0.0.1", running.plate().port())) {
            slow.getOutputStream()
                    .write(
                            "POST /hook/claude-code HTTP/1.1\r\nContent-Length: 10\r\n\r\n{"
                                    .getBytes(StandardCharsets.US_ASCII));
            List<CompletableFuture<String>> others =
                    IntStream.range(0, 20)
                            .mapToObj(i ->
                                    Running.alongside(() ->
                                            running.answer(
                                                    Running.payload(home, "s" + i, "t", "ls"))))
                            .toList();
            for (var other : others) {
                assertTrue(other.get(60, TimeUnit.SECONDS).contains("\"allow\""));
            }
        }
    }

    @Test
    void aPayloadOfTenMegabytesIsAnswered() throws Exception {
        try (Running running = Running.in(home)) {
            String answer =
                    running.answer(
                            payload("cat > notes.txt <<'E'\n" + "text\n".repeat(2_000_000) + "E"));
            assertTrue(answer.contains("permissionDecision"), answer);
        }
    }

    @Test
    void whereTheHomeLiesTooDeepForASocketItAnswersAllTheSame() throws Exception {
        Path deep = Files.createDirectories(home.resolve("d".repeat(120)));
        Running running = Running.in(deep);
        assertTrue(running.answer(payload("ls")).contains("\"allow\""));
        assertTrue(DaemonClient.to(running.run().socket()).isEmpty());
        Files.delete(running.run().directory().resolve("lock"));
        assertTrue(running.served().get(20, TimeUnit.SECONDS));
    }

    @Test
    void aPlateThatIsTakenDownIsHungOutAgain() throws Exception {
        try (Running running = Running.in(home)) {
            Plate plate = running.plate();
            Files.delete(running.run().directory().resolve("door"));
            assertEquals(plate, running.plate());
        }
    }
}
