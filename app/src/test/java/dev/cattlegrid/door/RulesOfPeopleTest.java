package dev.cattlegrid.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.Tried;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.policy.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Rules with a condition, where they lie and whose they are.
class RulesOfPeopleTest {
    private static final String MAIN_MAY_GO =
            """
            [[rule]]
            name = "main-may-go"
            strength = "allow"
            effects = ["git"]
            when = 'effect.action == "push" && !effect.force'
            reason = "all of us push to main"
            examples.allow = ["git push origin main"]
            examples.deny = ["git push --force origin main"]
            """;

    private static final String NOBODY_PUSHES =
            """
            [[rule]]
            name = "nobody-pushes"
            strength = "soft"
            effects = ["git"]
            when = 'effect.action == "push"'
            reason = "pushes go out by the pipeline"
            clears = "say what may be pushed"
            examples.deny = ["git push origin main"]
            examples.allow = ["git status"]
            """;

    @TempDir private Path folder;
    private StringWriter printed = new StringWriter();

    @Test
    void aUsersRuleLetsPass() throws IOException {
        write("home/.config/cattlegrid/rules/git.toml", MAIN_MAY_GO);
        Decision decision = decide("git push origin main");
        assertEquals(Verdict.ALLOW, decision.verdict());
        assertTrue(decision.reason().contains("all of us push to main"), decision.reason());
        assertEquals(Verdict.DENY, decide("git push --force origin main").verdict());
    }

    @Test
    void aProjectOnlyStops() throws IOException {
        write("home/work/.cattlegrid/rules/a.toml", MAIN_MAY_GO);
        assertEquals(Verdict.ASK, decide("git push origin main").verdict());
        assertEquals(1, policy().environment().notes().size());
        write("home/work/.cattlegrid/rules/b.toml", NOBODY_PUSHES);
        assertEquals(Verdict.DENY, decide("git push origin feature/work").verdict());
        write("home/.config/cattlegrid/rules/git.toml", MAIN_MAY_GO.replace("main-may", "all-may"));
        assertEquals(Verdict.ALLOW, decide("git push origin main").verdict());
    }

    @Test
    void whatAnOrganisationStopsNobodyBelowLetsPass() throws IOException {
        boolean root =
                Integer.valueOf(0).equals(Files.getAttribute(write("etc/x", ""), "unix:uid"));
        if (!root) {
            return;
        }
        write("home/.config/cattlegrid/rules/git.toml", MAIN_MAY_GO);
        write("etc/rules/git.toml", NOBODY_PUSHES);
        assertEquals(Verdict.DENY, decide("git push origin main").verdict());
        assertEquals(
                Verdict.DENY,
                Tried.under(
                                policy(),
                                About.Example.of(
                                        Verdict.DENY,
                                        "[said \"push main to origin\"] git push origin main"))
                        .verdict());
    }

    @Test
    void aFileWhoseExamplesDoNotHoldIsRefused() throws IOException {
        write(
                "home/.config/cattlegrid/rules/git.toml",
                MAIN_MAY_GO.replace("git push --force", "git push"));
        var bad = assertInstanceOf(Surroundings.Read.Bad.class, read());
        assertTrue(
                bad.why().contains("git.toml`, line 8: the example `git push origin main`"),
                bad.why());
    }

    @Test
    void theyAreListedAndExplained() throws IOException {
        write("home/.config/cattlegrid/rules/git.toml", MAIN_MAY_GO);
        write("home/work/.cattlegrid/rules/b.toml", NOBODY_PUSHES);
        assertEquals(0, shown(RulesCommand::new));
        assertTrue(printed.toString().contains("home-deleted"), printed::toString);
        assertTrue(printed.toString().contains("git.toml (yours)"), printed::toString);
        assertTrue(
                printed.toString().contains("soft: pushes go out by the pipeline"),
                printed::toString);
        assertEquals(0, shown(RulesCommand::new, "--json"));
        assertTrue(printed.toString().contains("\"level\" : \"project\""), printed::toString);
        assertEquals(0, shown(ExplainCommand::new, "nobody-pushes"));
        for (String line :
                List.of(
                        "nobody-pushes: pushes go out by the pipeline",
                        "b.toml`, line 1, with the strength `soft`",
                        "    effect.action == \"push\"",
                        "What clears it: say what may be pushed",
                        "deny: git push origin main")) {
            assertTrue(printed.toString().contains(line), printed::toString);
        }
        assertNotEquals(0, shown(ExplainCommand::new, "nobody-pushs"));
        assertTrue(printed.toString().contains("did you mean `nobody-pushes`?"), printed::toString);
    }

    @Test
    void aListThatIsNotWholeSaysSo() throws IOException {
        write("home/.config/cattlegrid/rules/git.toml", "[[rule]]\nname = 3\n");
        assertEquals(64, shown(RulesCommand::new));
        assertTrue(printed.toString().contains("home-deleted"), printed::toString);
        assertTrue(printed.toString().contains("git.toml`, line 2"), printed::toString);
    }

    private int shown(Function<Streams, Object> command, String... arguments) {
        printed = new StringWriter();
        var writer = new PrintWriter(printed, true);
        var streams =
                new Streams(
                        InputStream.nullInputStream(),
                        writer,
                        writer,
                        false,
                        false,
                        Map.of("NO_COLOR", "1"));
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", folder.resolve("home").toString()));
        all.addAll(List.of("--cwd", folder.resolve("home/work").toString()));
        return new CommandLine(command.apply(streams))
                .setErr(writer)
                .execute(all.toArray(String[]::new));
    }

    private Decision decide(String command) {
        return Tried.under(policy(), About.Example.of(Verdict.ALLOW, command));
    }

    private Policy policy() {
        var read = assertInstanceOf(Surroundings.Read.Of.class, read(), () -> read().toString());
        var at = read.surroundings().at(folder.resolve("home/work/src").toString());
        return assertInstanceOf(Surroundings.At.Of.class, at, at::toString).policy();
    }

    private Surroundings.Read read() {
        Path home = folder.resolve("home");
        return Surroundings.read(
                home, folder.resolve("etc/settings.toml"), home.resolve(Settings.IN_HOME));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
