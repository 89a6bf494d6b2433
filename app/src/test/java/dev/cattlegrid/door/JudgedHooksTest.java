package dev.cattlegrid.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.app.Asking;
import dev.cattlegrid.audit.History;
import dev.cattlegrid.audit.Query;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.judge.Bench;
import dev.cattlegrid.judge.ScriptedJudge;
import dev.cattlegrid.judge.ScriptedJudge.Asked;
import dev.cattlegrid.judge.ScriptedJudge.Said;
import dev.cattlegrid.model.ModelServer;
import dev.cattlegrid.model.ModelServer.Answer;
import dev.cattlegrid.model.ModelWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The judge behind hooks: many calls at once, one process, a provider that comes and goes.
class JudgedHooksTest {
    private static final Function<ModelServer.Request, Answer> PASSES =
            new ScriptedJudge(ModelWire.OLLAMA, _ -> Said.PASSES);

    @TempDir private Path home;
    private Path project;

    @BeforeAll
    static void warmUp() throws IOException {
        ModelServer.warmUp();
    }

    @BeforeEach
    void aProject() throws Exception {
        project = Files.createDirectories(home.resolve("project"));
        Files.writeString(project.resolve("AGENTS.md"), "Run `make check` before a commit.\n");
        new ProcessBuilder("git", "init", "-q", project.toString()).start().waitFor();
    }

    private Hooks hooks(String address) throws IOException {
        return hooks(address, Bench::resident);
    }

    private Hooks hooks(String address, Function<Store, Bench> bench) throws IOException {
        Path settings = home.resolve(Settings.IN_HOME);
        Files.createDirectories(settings.getParent());
        Files.writeString(
                settings,
                """
                [judge]
                provider = "ollama"
                model = "scripted"
                base-url = "%s"
                timeout = 9
                """
                        .formatted(address));
        return Hooks.of(Optional.of(home), bench);
    }

    private String ask(Hooks hooks, String session, String command) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("session_id", session);
        payload.put("cwd", project.toString());
        payload.put("permission_mode", "default");
        payload.put("hook_event_name", "PreToolUse");
        payload.put("tool_name", "Bash");
        payload.put("tool_use_id", "t" + command.hashCode());
        payload.put("tool_input", Map.of("command", command));
        String answer = hooks.answer("claude-code", false, Json.print(payload).getBytes(UTF_8));
        return fields(answer)
                .object("hookSpecificOutput")
                .flatMap(output -> output.text("permissionDecision"))
                .orElse(answer);
    }

    private static Fields fields(String json) {
        return Json.parse(json).members() instanceof Json.Members.Of(var fields)
                ? fields
                : Fields.NONE;
    }

    @Test
    void whatWasSentIsKeptAndShown() throws IOException {
        try (var server = new ModelServer(PASSES)) {
            assertEquals(
                    "allow", ask(hooks(server.address()), "s", "frobnicate token=abcdefgh1234"));
            List<String> kinds =
                    Asked.of(server.requests().getFirst()).lines().stream()
                            .map(line -> line.text("kind").orElse(""))
                            .toList();
            assertEquals(List.of("project instructions", "open call"), kinds);
            Store store = new Store(home.resolve(Store.IN_HOME));
            Fields entry = History.of(store, Query.newest(1)).getFirst();
            Fields judge = entry.object("judge").orElseThrow();
            assertEquals("judge", entry.text("decider").orElseThrow());
            assertEquals(1, judge.number("calls").orElseThrow().intValue());
            assertEquals(1000, judge.number("prompt_tokens").orElseThrow().intValue());
            String state = home.resolve(Store.IN_HOME).toString();
            Asking prompt =
                    Asking.with(
                            "",
                            "why",
                            entry.text("id").orElseThrow(),
                            "--prompt",
                            "--state",
                            state);
            assertEquals(0, prompt.exit(), prompt.err());
            assertTrue(prompt.out().contains("frobnicate token=[redacted]"), prompt.out());
            assertTrue(prompt.out().contains("Look 1 for"), prompt.out());
            assertFalse(server.requests().getFirst().said().contains("abcdefgh1234"));
            Asking stats = Asking.with("", "stats", "--json", "--state", state);
            Fields layers = fields(stats.out()).object("layers").orElseThrow();
            assertEquals(
                    1,
                    layers.object("judge").orElseThrow().number("calls").orElseThrow().intValue());
        }
    }

    /// The moment in which they gather is long here, so that a busy machine gets all of them into it.
    @Test
    void callsThatAreOpenAtOnceAreJudgedTogether() throws Exception {
        try (var server = new ModelServer(PASSES);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Hooks hooks =
                    hooks(server.address(), store -> Bench.resident(store, Duration.ofSeconds(3)));
            var answers = new ArrayList<CompletableFuture<String>>();
            for (int i = 0; i < 6; i++) {
                String command = "frobnicate " + i;
                answers.add(CompletableFuture.supplyAsync(() -> ask(hooks, "s", command), clients));
            }
            for (var answer : answers) {
                assertEquals("allow", answer.get());
            }
            List<ModelServer.Request> requests = server.requests();
            assertTrue(requests.size() < 6, "requests: " + requests.size());
            int open = requests.stream().mapToInt(request -> Asked.of(request).open().size()).sum();
            assertEquals(6, open, "each call is asked about once");
        }
    }

    /// The judge answers only when the others have been answered.
    @Test
    void aJudgeThatIsSlowHoldsNobodyElseUp() throws Exception {
        var asked = new CountDownLatch(1);
        var others = new CountDownLatch(1);
        try (var server =
                        new ModelServer(request -> {
                            asked.countDown();
                            await(others);
                            return PASSES.apply(request);
                        });
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Hooks hooks = hooks(server.address());
            ask(hooks, "b", "git status");
            var slow = CompletableFuture.supplyAsync(() -> ask(hooks, "a", "frobnicate"), clients);
            await(asked);
            long start = System.nanoTime();
            assertEquals("allow", ask(hooks, "b", "ls 1"));
            assertEquals("allow", ask(hooks, "a", "ls 2"));
            boolean inTime = System.nanoTime() - start < Duration.ofSeconds(8).toNanos();
            others.countDown();
            assertEquals(inTime ? "allow" : slow.get(), slow.get());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /// A thousand calls; the provider is away for the middle of them.
    @Test
    void theNetworkIsPulledAndComesBack() throws Exception {
        var server = new ModelServer(PASSES);
        int port = server.port();
        Hooks hooks = hooks(server.address());
        var settled = new ArrayList<String>();
        var open = new ArrayList<String>();
        for (int i = 0; i < 1000; i++) {
            if (i == 300) {
                server.close();
            }
            if (i == 600) {
                server = new ModelServer(port, PASSES);
            }
            if (i == 700) {
                awaitRecovery(hooks);
            }
            boolean asks = i % 10 == 5;
            String answer = ask(hooks, "s", asks ? "frobnicate " + i : "ls " + i);
            (asks ? open : settled).add(answer);
        }
        server.close();
        assertEquals(900, settled.stream().filter("allow"::equals).count());
        assertTrue(open.subList(0, 30).stream().allMatch("allow"::equals), open::toString);
        assertTrue(open.subList(30, 60).stream().allMatch("ask"::equals), open::toString);
        assertTrue(open.subList(70, 100).stream().allMatch("allow"::equals), open::toString);
        Store store = new Store(home.resolve(Store.IN_HOME));
        var codes = new ArrayList<String>();
        var lost = new ArrayList<Fields>();
        History.each(
                store,
                Instant.EPOCH,
                entry -> {
                    lost.add(entry);
                    entry.text("code").ifPresent(codes::add);
                });
        assertTrue(lost.size() >= 1000, "all is on record");
        assertTrue(codes.stream().allMatch("unavailable"::equals), codes::toString);
    }

    /// Nobody does anything for it but wait.
    private void awaitRecovery(Hooks hooks) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            if (ask(hooks, "s", "frobnicate --again " + i).equals("allow")) {
                return;
            }
            Thread.sleep(500);
        }
    }
}
