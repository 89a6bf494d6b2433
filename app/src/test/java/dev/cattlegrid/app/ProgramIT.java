package dev.cattlegrid.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.cases.Checkout;
import dev.cattlegrid.door.Exit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as a user starts it. `./verify` has built it before; nothing here builds.
class ProgramIT {
    @TempDir private Path elsewhere;

    private String run(int exit, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(Checkout.file("cattlegrid").toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(elsewhere.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(exit, process.exitValue(), said);
        return said;
    }

    @Test
    void startsAnywhereWithAnEmptyEnvironment() throws Exception {
        assertTrue(run(0, "--version").matches("cattlegrid \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\n"));
    }

    @Test
    void readsItsArgumentsAsUtf8() throws Exception {
        String said = run(Exit.WRONG_USE, "--é-猫");
        assertTrue(said.contains("--é-猫"), said);
    }
}
