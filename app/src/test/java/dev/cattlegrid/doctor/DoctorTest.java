package dev.cattlegrid.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.canary.ClaudeCodeClient;
import dev.cattlegrid.canary.InstalledPrograms;
import dev.cattlegrid.canary.Launcher;
import dev.cattlegrid.door.Settings;
import dev.cattlegrid.wiring.ClaudeCodeWiring;
import dev.cattlegrid.wiring.Line;
import dev.cattlegrid.wiring.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final ClaudeCodeWiring WIRING = new ClaudeCodeWiring();

    @TempDir private Path directory;
    private Path home;
    private Path project;
    private Path scratch;

    @BeforeEach
    void aHomeAndAProject() throws IOException {
        home = Files.createDirectories(directory.resolve("home"));
        project = Files.createDirectories(directory.resolve("project/.claude")).getParent();
        scratch = Files.createDirectories(directory.resolve("scratch"));
    }

    private Line line(Path launcher) {
        return new Line(launcher, Optional.of(home), false);
    }

    private Part look(Line line) throws IOException {
        var looks = new HostLooks(line, home, project, new Programs(List.of()), Map.of(), false);
        return looks.look(WIRING, scratch);
    }

    private static String wrong(Part part) {
        return part.looks().stream()
                .filter(look -> look.state() == Look.State.WRONG)
                .map(look -> look.says() + " | " + look.mend().orElse(""))
                .findFirst()
                .orElse("");
    }

    @Test
    void aClientWithoutTheGateIsNotProtected() throws IOException {
        Line line = line(directory.resolve("cattlegrid"));
        assertTrue(wrong(look(line)).endsWith("| cattlegrid setup claude-code"), wrong(look(line)));
        WIRING.put(Place.ofUser(home), line).write();
        assertEquals("", wrong(look(line)));
    }

    @Test
    void aProjectThatSwitchesHooksOffIsFound() throws IOException {
        Line line = line(directory.resolve("cattlegrid"));
        WIRING.put(Place.ofUser(home), line).write();
        Files.writeString(
                project.resolve(".claude/settings.local.json"), "{\"disableAllHooks\": true}");
        assertTrue(wrong(look(line)).contains("disableAllHooks"), wrong(look(line)));
    }

    @Test
    void settingsThatTheClientWouldDropAreFound() throws IOException {
        Line line = line(directory.resolve("cattlegrid"));
        Path file = home.resolve(".claude/settings.json");
        Files.createDirectories(file.getParent());
        WIRING.put(Place.ofUser(home), line).write();
        String wired = Files.readString(file);
        Files.writeString(file, "{\"permissions\": {\"allow\": \"Bash\"}," + wired.substring(1));
        assertTrue(wrong(look(line)).contains("permissions.allow"), wrong(look(line)));
    }

    @Test
    void aProxyThatIsAskedForTheLoopbackIsFound() throws IOException {
        Path users = directory.resolve("settings.json");
        Files.writeString(
                users,
                "{\"hooks\":{\"PreToolUse\":[{\"hooks\":[{\"type\":\"http\",\"url\":\"http://127.0.0.1:7\"}]}]}}");
        assertEquals(1, ClaudeLooks.of(users, Map.of("HTTP_PROXY", "http://p")).size());
        assertEquals(
                0,
                ClaudeLooks.of(
                                users,
                                Map.of("HTTP_PROXY", "http://p", "NO_PROXY", "localhost,127.0.0.1"))
                        .size());
    }

    @Test
    void aStoreThatOthersGetAtIsFound() throws IOException {
        Path state = Files.createDirectories(home.resolve(Store.IN_HOME));
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwx------"));
        var look = new StoreLook(new Store(state));
        assertTrue(look.looks().stream().allMatch(each -> each.state() == Look.State.WELL));
        Path record = Files.writeString(state.resolve("record"), "");
        Files.setPosixFilePermissions(record, PosixFilePermissions.fromString("rw-rw-r--"));
        assertEquals(Look.State.WRONG, look.looks().getFirst().state());
        Files.delete(record);
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertEquals(Look.State.WRONG, look.looks().getFirst().state());
    }

    @Test
    void aClockBeforeTheLastDecisionIsFound() throws IOException {
        dev.cattlegrid.app.Asking.with(
                "{\"session_id\":\"s\",\"cwd\":\"%s\",\"hook_event_name\":\"PreToolUse\",\"tool_name\":\"Bash\",\"tool_input\":{\"command\":\"ls\"}}"
                        .formatted(project),
                "hook",
                "claude-code",
                "--home",
                home.toString());
        var looks = new GateLooks(home, new Store(home.resolve(Store.IN_HOME)));
        assertEquals(Look.State.WELL, looks.clock(Instant.now()).state());
        assertEquals(Look.State.WRONG, looks.clock(Instant.parse("2020-01-01T00:00:00Z")).state());
    }

    @Test
    void aGateThatOnlyWatchesProtectsNothing() throws IOException {
        Path settings = home.resolve(Settings.IN_HOME);
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "observe = true\n");
        var looks = new GateLooks(home, new Store(home.resolve(Store.IN_HOME)));
        assertEquals(Look.State.WRONG, looks.settings().state());
    }

    @Test
    void theLauncherAnswersOrTheReportSaysWhy() throws IOException {
        Launcher good = Launcher.ofTheBuild(directory.resolve("gate"));
        Look look = new LauncherLook(good.root().resolve("cattlegrid")).look(scratch);
        assertEquals(Look.State.WELL, look.state(), look.says());
        Launcher bad = Launcher.thatFails(directory.resolve("bad"), Launcher.Failure.CRASH);
        Look crash = new LauncherLook(bad.root().resolve("cattlegrid")).look(scratch);
        assertTrue(crash.says().contains("the gate failed"), crash.says());
        Path file = bad.root().resolve("cattlegrid");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertTrue(new LauncherLook(file).look(scratch).says().contains("others can write"));
    }

    private Canary.Outcome fly(Path launcher) throws IOException {
        Path program = Path.of(InstalledPrograms.of(new ClaudeCodeClient()).getFirst());
        var canary = new Canary(new ClaudeCodeClient(), WIRING, program, Map.of());
        return canary.fly(launcher, scratch);
    }

    @Test
    void theRealClientIsStopped() throws IOException {
        Launcher launcher = Launcher.ofTheBuild(directory.resolve("gate"));
        assertInstanceOf(Canary.Outcome.Stopped.class, fly(launcher.root().resolve("cattlegrid")));
    }

    @Test
    void aGateThatFailsIsNoGateThatWorks() throws IOException {
        Launcher launcher =
                Launcher.thatFailsAtCalls(
                        directory.resolve("gate"),
                        Launcher.Failure.CRASH,
                        new dev.cattlegrid.host.ClaudeCode());
        Canary.Outcome outcome = fly(launcher.root().resolve("cattlegrid"));
        assertInstanceOf(Canary.Outcome.AllStopped.class, outcome);
        assertFalse(CanaryLook.of(outcome).mend().isEmpty());
    }
}
