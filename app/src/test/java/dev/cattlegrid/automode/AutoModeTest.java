package dev.cattlegrid.automode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.door.Streams;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.model.KeySource;
import dev.cattlegrid.model.ModelServer;
import dev.cattlegrid.model.ModelServer.Answer;
import dev.cattlegrid.model.ModelWire;
import dev.cattlegrid.policy.Section;
import dev.cattlegrid.prose.Defaults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutoModeTest {
    private static final String SETTINGS = "home/.config/cattlegrid/settings.toml";

    @TempDir private Path folder;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return run("", false, arguments);
    }

    private int run(String typed, boolean terminal, String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        var streams =
                new Streams(
                        new ByteArrayInputStream(typed.getBytes(UTF_8)),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        terminal,
                        false,
                        Map.of("NO_COLOR", "1"));
        var all = new ArrayList<>(List.of(arguments));
        if (!all.getFirst().equals("defaults")) {
            all.addAll(List.of("--home", folder.resolve("home").toString()));
            all.addAll(List.of("--cwd", folder.resolve("home/work").toString()));
        }
        return AutoModeCommand.of(streams)
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private Fields printed() {
        var members = Json.parse(out.toString().getBytes(UTF_8)).members();
        return members instanceof Json.Members.Of(var fields) ? fields : Fields.NONE;
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void defaultsAreFourArraysOfTexts() {
        assertEquals(0, run("defaults"));
        assertEquals(
                List.of("environment", "allow", "soft_deny", "hard_deny"),
                List.copyOf(printed().values().keySet()));
        assertEquals(
                Defaults.sentences(Section.SOFT_DENY), printed().list("soft_deny").orElseThrow());
        assertEquals(0, run("defaults", "--label", "force"));
        assertEquals(List.of(), printed().list("environment").orElseThrow());
        assertEquals(0, run("defaults", "--label", "default branch"));
        assertEquals(1, printed().list("soft_deny").orElseThrow().size());
        assertEquals(0, run("defaults", "--label", "no such label"));
        assertTrue(err.toString().contains("no label holds"));
    }

    @Test
    void configIsWhatTheLayersComeTo() throws IOException {
        write(SETTINGS, "[auto-mode]\nallow = [\"Staging: `kubectl -n dev` is ours.\"]\n");
        write(
                "home/.claude/settings.json",
                "{\"autoMode\": {\"allow\": [\"Notes: `~/notes` may be written.\"]}}");
        Path line = write("more.json", "{\"autoMode\": {\"allow\": [\"Line: `ls`.\"]}}");
        assertEquals(0, run("config"));
        assertEquals(
                List.of("Staging: `kubectl -n dev` is ours.", "Notes: `~/notes` may be written."),
                printed().list("allow").orElseThrow());
        assertEquals(0, run("config", "--settings", line.toString()));
        assertEquals(3, printed().list("allow").orElseThrow().size());
        assertEquals(0, run("config", "--origins", "--json"));
        List<Fields> origins = printed().objects("allow");
        assertEquals("user", origins.getFirst().text("level").orElseThrow());
        assertTrue(origins.getLast().text("from").orElseThrow().endsWith("settings.json"));
        assertEquals(0, run("", true, "config"));
        assertTrue(out.toString().contains("built in"));
    }

    @Test
    void aProjectIsNotHeard() throws IOException {
        write(
                "home/work/.claude/settings.json",
                "{\"autoMode\": {\"allow\": [\"Anything: goes.\"]}}");
        assertEquals(0, run("config"));
        assertFalse(out.toString().contains("Anything"));
    }

    @Test
    void settingsThatCannotBeReadAreSaid() throws IOException {
        write(SETTINGS, "[auto-mode]\nalow = []\n");
        assertEquals(64, run("config"));
        assertTrue(err.toString().contains("did you mean `allow`?"), err.toString());
    }

    @Test
    void critiqueFindsWhatIsDoubtful() throws IOException {
        assertEquals(0, run("critique"));
        assertTrue(out.toString().contains("nothing is doubtful"));
        write(
                SETTINGS,
                """
                [auto-mode]
                allow = ["$defaults", "Traces: wipe `app.log` where appropriate.", "Secret leaves: `x` may go."]
                soft_deny = ["no label here", "Empty:", "One: push `release/1` tags to the mirror host.",
                  "Two: push `release/1` tags to the mirror host."]
                """);
        assertEquals(1, run("critique"));
        String said = out.toString();
        for (String expected :
                List.of(
                        "`appropriate` can mean anything",
                        "begins with no label",
                        "says nothing, so it can never count",
                        "says nearly the same as",
                        "no exception to `hard_deny` ever counts",
                        "shows no example",
                        "`soft_deny`: does without the texts that come with the gate")) {
            assertTrue(said.contains(expected), () -> expected + "\n" + said);
        }
    }

    @Test
    void critiqueReadsRulesWithACondition() throws IOException {
        write(
                "home/.config/cattlegrid/rules/a.toml",
                """
                [[rule]]
                name = "odd"
                strength = "ask"
                effects = ["git"]
                when = 'effect.kind == "remote" || effect.namespace == "x"'
                reason = "of two kinds at once"
                examples.allow = ["git status"]
                """);
        assertEquals(1, run("critique"));
        assertTrue(out.toString().contains("which an effect of the kind `git` never fills"));
        assertTrue(out.toString().contains("asks for the kind `remote`"));
        assertTrue(out.toString().contains("line 1: no example of `odd` is a call"));
        assertEquals(1, run("test"));
        assertTrue(out.toString().contains("1 do not hold"), out.toString());
    }

    @Test
    void critiqueShowsWhatAModelSays() throws IOException {
        String remark = "Staging: it is unclear which cluster; write `--context staging`.";
        for (ModelWire wire : ModelWire.values()) {
            try (var server =
                    new ModelServer(_ -> Answer.of(wire.answer(remark, ModelWire.End.DONE, 0)))) {
                write(SETTINGS, asking(wire, server));
                assertEquals(0, run("critique", "--model"), err.toString());
                assertTrue(out.toString().contains(remark), out.toString());
                String sent = server.requests().getFirst().said();
                assertTrue(sent.contains("Staging: `kubectl -n dev` is ours."), sent);
                assertFalse(sent.contains("hunter2hunter2"), sent);
                assertFalse(sent.contains(Defaults.sentences(Section.SOFT_DENY).getFirst()), sent);
                assertEquals(0, run("critique", "--model", "another"), err.toString());
                assertTrue(
                        server.requests().getLast().toString().contains("another"),
                        server.requests().getLast().toString());
            }
        }
        try (var server = new ModelServer(_ -> Answer.failing(529))) {
            write(SETTINGS, asking(ModelWire.ANTHROPIC, server));
            assertEquals(0, run("critique", "--model"));
            assertTrue(err.toString().contains("the model did not answer"), err.toString());
        }
    }

    private String asking(ModelWire wire, ModelServer server) throws IOException {
        var connection =
                wire.connection(
                        server.address(),
                        new KeySource.OwnFile(write("home/judge.key", "made-up\n")));
        return """
        [judge]
        provider = "%s"
        model = "scripted"
        base-url = "%s"
        key-file = "%s"
        [auto-mode]
        allow = ["$defaults", "Staging: `kubectl -n dev` is ours.", "Login: `x --password hunter2hunter2` may run."]
        """
                .formatted(
                        connection.provider().text(),
                        connection.base().orElseThrow(),
                        folder.resolve("home/judge.key"));
    }

    @Test
    void critiqueWithoutAModelSaysSo() throws IOException {
        write(SETTINGS, "[auto-mode]\nallow = [\"$defaults\", \"A: `ls` is fine.\"]\n");
        assertEquals(0, run("critique", "--model", "m"));
        assertTrue(err.toString().contains("no model is configured"));
    }

    @Test
    void testTriesEveryExample() {
        assertEquals(0, run("test"));
        assertTrue(out.toString().contains("all hold"), out.toString());
    }

    @Test
    void resetTakesOutTheListsAndNothingElse() throws IOException {
        Path file =
                write(
                        SETTINGS,
                        """
                        observe = false # stays
                        [auto-mode]
                        # a comment
                        allow = [
                          "A: [odd] \\"quoted\\"",
                          "B: b.",
                        ]
                        disabled = false
                        soft_deny = ["$defaults"]
                        [raise]
                        root = "soft"
                        """);
        assertEquals(1, run("reset"));
        assertTrue(Files.readString(file).contains("B: b."));
        assertEquals(1, run("n\n", true, "reset"));
        assertEquals(0, run("reset", "-y"));
        assertEquals(
                """
                observe = false # stays
                [auto-mode]
                # a comment
                disabled = false
                [raise]
                root = "soft"
                """,
                Files.readString(file));
        assertEquals(0, run("reset"));
    }

    @Test
    void setupDraftsFromWhatLiesThere() throws IOException {
        write(
                "home/work/.git/config",
                "[remote \"origin\"]\n\turl = git@github.com:acme/shop.git\n");
        write("home/work/.github/workflows/ci.yml", "steps:\n - run: kubectl apply -f k8s\n");
        write("home/work/k8s/web.yaml", "metadata:\n  namespace: shop-dev\n");
        write("home/work/compose.yaml", "services:\n  db:\n    image: postgres:17\n");
        assertEquals(0, run("setup"));
        String draft = out.toString();
        for (String expected :
                List.of("`github.com/acme/shop`", "`kubectl`", "`shop-dev`", "`postgres`")) {
            assertTrue(draft.contains(expected), () -> expected + "\n" + draft);
        }
        assertFalse(Files.exists(folder.resolve(SETTINGS)));
        assertEquals(0, run("y\nn\nwhat\ne\nOwn: `k8s` is ours.\n", true, "setup"));
        assertEquals(0, run("config"));
        List<Object> environment = printed().list("environment").orElseThrow();
        assertEquals(Defaults.of(Section.ENVIRONMENT).size() + 2, environment.size());
        assertEquals("Own: `k8s` is ours.", environment.getLast());
    }
}
