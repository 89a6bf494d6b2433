package dev.cattlegrid.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.audit.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a daemon loads before anybody asks: with a judge what speaks to the provider, without one nothing of it.
class LoadedAheadTest {
    private static final String PROVIDERS = "dev.langchain4j.";

    /// The last that is loaded of what speaks to a provider: what an answer becomes.
    private static final String ANSWERED = "dev.cattlegrid.model.Reply$Said";

    @TempDir private Path home;

    @Test
    void withAJudgeAllThatSpeaksToItsProvider() throws Exception {
        Path settings = home.resolve(".config/cattlegrid/settings.toml");
        Files.createDirectories(settings.getParent());
        Files.writeString(
                settings,
                """
                [judge]
                provider = "anthropic"
                model = "nobody-asks-it"
                key-command = ["/bin/false"]
                """);
        List<String> loaded = loaded(ANSWERED);
        assertTrue(loaded.stream().anyMatch(each -> each.startsWith(PROVIDERS)), "asked nobody");
        assertTrue(loaded.contains(ANSWERED), "a request and its answer");
        assertTrue(
                loaded.stream().noneMatch("dev.cattlegrid.model.Keys"::equals),
                "no key is read for it");
    }

    @Test
    void withoutAJudgeNothing() throws Exception {
        List<String> loaded = loaded("");
        assertEquals(
                List.of(), loaded.stream().filter(each -> each.startsWith(PROVIDERS)).toList());
    }

    /// The classes that a daemon has loaded once it has hung out its plate, read ahead, and loaded one by name.
    private List<String> loaded(String last) throws Exception {
        Path log = home.resolve("classes");
        Process daemon =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xlog:class+load:file=" + log + "::filesize=0",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.cattlegrid.app.Main",
                                "daemon",
                                "run",
                                "--home",
                                home.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("out").toFile())
                        .start();
        try {
            var run = new RunDirectory(new Store(home.resolve(Store.IN_HOME)));
            String awaited = last.isEmpty() ? "dev.cattlegrid.door.Surroundings" : last;
            for (int i = 0; i < 1200; i++) {
                Optional<Plate> plate = run.plateThere();
                if (plate.isPresent() && classes(log).contains(awaited)) {
                    break;
                }
                Thread.sleep(100);
            }
            if (last.isEmpty()) {
                // Reading ahead is the last that it does by itself.
                Thread.sleep(1500);
            }
            return classes(log);
        } finally {
            daemon.destroy();
            daemon.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> classes(Path log) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.replaceFirst("^(\\[[^]]*\\])* *", ""))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }
}
