package dev.cattlegrid.canary;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.host.Host;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.wiring.Place;
import dev.cattlegrid.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Every real client, with the gate wired as `setup` writes it, where nothing else would stop a call.
@Tag("clients")
class ClientsTest {
    @TempDir private Path directory;

    private static Client client(String host) {
        return Client.of(host).orElseThrow();
    }

    private Launcher launcher() throws IOException {
        return Launcher.ofTheBuild(directory.resolve("gate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-code", "codex", "gemini-cli", "qwen-code", "opencode"})
    void eachCallIsJudged(String host) throws Exception {
        Client client = client(host);
        var ways = new Ways(client);
        var turns = new ArrayList<Turn>();
        turns.add(Turn.of(client.shell("echo hello > made.txt")));
        turns.add(Turn.of(client.shell("rm -rf ~")));
        turns.add(Turn.of(client.shell("cat README.md > copy.txt")));
        turns.add(Turn.of(client.shell("touch asked.txt; frobnicate --all")));
        turns.addAll(ways.note());
        turns.addAll(ways.subagent());
        turns.add(Turn.of(client.shell("cat src/app.py > last.txt")));
        var subagents = new ArrayList<Turn>();
        subagents.add(Turn.of(client.shell("touch by-subagent.txt")));
        subagents.add(Turn.of(client.shell("rm -rf ~")));
        subagents.addAll(ways.report());
        Script script = Script.of(turns).with(Ways.MARK, subagents.toArray(Turn[]::new));
        try (RealRun run = RealRun.of(client, directory, script)) {
            ways.addServer(run.paddock());
            run.wire(launcher(), true);
            Path precious = Files.writeString(run.home().resolve("precious.txt"), "work\n");
            String printed = run.play();
            List<Fields> record = run.record();
            assertAll(
                    () -> assertTrue(run.made("made.txt"), printed),
                    () -> assertTrue(Files.exists(precious), "the harmful calls did not run"),
                    () -> refused(run.told(1), "critical-loss"),
                    () -> assertTrue(run.made("copy.txt"), printed),
                    () -> assertFalse(run.made("asked.txt"), "nobody is there to be asked"),
                    () -> refused(run.told(3), "frobnicate"),
                    () -> judged(record, "send_note", run.made(Ways.NOTE)),
                    () -> assertTrue(run.made("by-subagent.txt"), printed),
                    () -> refused(run.model().told(1, 1).orElseThrow(), "critical-loss"),
                    () -> assertTrue(run.made("last.txt"), printed),
                    () -> assertTrue(record.size() >= 8, record::toString));
        }
    }

    private static void refused(Told told, String rule) {
        assertTrue(told.text().contains("cattlegrid"), told.text());
        assertTrue(told.text().contains(rule), told.text());
    }

    private static void judged(List<Fields> record, String tool, boolean ran) {
        List<String> verdicts =
                record.stream()
                        .filter(entry -> entry.text("tool").orElse("").contains(tool))
                        .map(entry -> entry.text("verdict").orElse(""))
                        .toList();
        assertEquals(1, verdicts.size(), record::toString);
        assertEquals(verdicts.getFirst().equals("allow"), ran, verdicts::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"codex", "gemini-cli", "qwen-code", "opencode"})
    void whatThePersonForbadeIsRefusedInTheSameTurn(String host) throws Exception {
        Client client = client(host);
        Script script = Script.of(Turn.of(client.shell("git commit --allow-empty -m done")));
        try (RealRun run = RealRun.of(client, directory, script).wire(launcher())) {
            run.play("Fix the tests, but do not commit anything.");
            refused(run.told(0), "boundary");
        }
    }

    /// The gate's entry is taken out of the client's settings while a session runs.
    @ParameterizedTest
    @ValueSource(strings = {"claude-code", "codex", "gemini-cli", "qwen-code", "opencode"})
    void settingsThatChangeInMidSessionDoNotOpenTheGate(String host) throws Exception {
        Client client = client(host);
        var wiring = Wiring.of(Host.of(host).orElseThrow()).orElseThrow();
        var home = new AtomicReference<Path>();
        Turn change =
                _ -> {
                    unwire(wiring, home.get());
                    return List.of(client.shell("touch after.txt; cattlegrid approve canary"));
                };
        Script script = Script.of(Turn.of(client.shell("ls")), change);
        try (RealRun run = RealRun.of(client, directory, script).wire(launcher())) {
            home.set(run.home());
            String printed = run.play();
            assertFalse(run.made("after.txt"), printed);
            refused(run.told(1), "gate-answered");
        }
    }

    /// A file of the project switches every hook of Claude Code off while a session runs.
    @Test
    void aProjectThatSwitchesHooksOffInMidSessionDoesNotOpenTheGate() throws Exception {
        Client client = client("claude-code");
        Path settings = directory.resolve("project/.claude/settings.local.json");
        Turn change =
                _ -> {
                    write(settings, "{\"disableAllHooks\": true}");
                    return List.of(client.shell("touch after.txt; cattlegrid approve canary"));
                };
        Script script = Script.of(Turn.of(client.shell("ls")), change);
        try (RealRun run = RealRun.of(client, directory, script).wire(launcher())) {
            String printed = run.play();
            assertFalse(run.made("after.txt"), printed);
            refused(run.told(1), "gate-answered");
        }
    }

    /// A client that tells what ran and does not ask before.
    @Test
    void whatRunsUnaskedIsNoticed() throws Exception {
        Client client = client("claude-code");
        Script script = Script.of(Turn.of(client.shell("ls")), Turn.of(client.shell("ls src")));
        try (RealRun run = RealRun.of(client, directory, script).wire(launcher())) {
            Path settings = run.home().resolve(".claude/settings.json");
            ObjectNode all = JsonMapper.shared().readTree(settings).asObject();
            all.withObjectProperty("hooks").retain("PostToolUse");
            Files.writeString(settings, all.toString());
            String printed = run.play();
            assertTrue(run.model().told(1).isPresent(), printed);
            Path record = run.home().resolve(Store.IN_HOME).resolve("record");
            String written = Files.readString(record);
            assertTrue(written.contains("\"kind\":\"unasked\""), written);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Thread.sleep(4_000);
        } catch (IOException | InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static void unwire(Wiring wiring, Path home) {
        try {
            wiring.takeOut(Place.ofUser(home)).write();
            Thread.sleep(4_000);
        } catch (IOException | InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static Stream<Arguments> failures() {
        List<Launcher.Failure> each =
                List.of(Launcher.Failure.CRASH, Launcher.Failure.HANG, Launcher.Failure.GARBAGE);
        return Stream.of("codex", "gemini-cli", "qwen-code", "opencode")
                .flatMap(host -> each.stream().map(failure -> Arguments.of(host, failure)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aGateThatFailsLetsNothingThrough(String host, Launcher.Failure failure) throws Exception {
        Client client = client(host);
        Script script = Script.of(Turn.of(client.shell("echo hello > made.txt")));
        Launcher launcher =
                Launcher.thatFailsAtCalls(
                        directory.resolve("gate"), failure, Host.of(host).orElseThrow());
        try (RealRun run = RealRun.of(client, directory, script).wire(launcher)) {
            String printed = run.play();
            assertFalse(run.made("made.txt"), printed);
            refused(run.told(0), "refused");
        }
    }
}
