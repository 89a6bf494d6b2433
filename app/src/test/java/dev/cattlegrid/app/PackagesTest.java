package dev.cattlegrid.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.cases.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program packed with a JVM of its own, unpacked elsewhere, and run where no other one is to be found.
@Tag("clients")
class PackagesTest {
    @TempDir private Path elsewhere;

    private String run(int exit, String... line) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(elsewhere.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertTrue(process.waitFor(300, TimeUnit.SECONDS));
        assertEquals(exit, process.exitValue(), String.join(" ", line) + "\n" + said);
        return said;
    }

    private String packed(String... options) throws Exception {
        var line = new ArrayList<>(List.of(Checkout.file("cattlegrid").toString(), "image"));
        line.addAll(List.of(options));
        return run(0, line.toArray(String[]::new)).lines().toList().getLast();
    }

    @Test
    void anArchiveRunsAndInstalls() throws Exception {
        run(0, "tar", "-xzf", packed(), "--strip-components=1");
        String program = elsewhere.resolve("cattlegrid").toString();
        assertTrue(run(2, program, "check", "rm -rf ~").startsWith("deny"));
        run(0, program, "install", "--home", elsewhere.toString());
        Path installed = elsewhere.resolve(".local/share/cattlegrid/current").toRealPath();
        assertEquals(
                installed.resolve("runtime") + "\n",
                Files.readString(installed.resolve("program/jdk")));
        assertTrue(Files.exists(installed.resolve("program/start.aot")));
        run(0, elsewhere.resolve(".local/bin/cattlegrid").toString(), "check", "ls");
    }

    @Test
    void aPackageHoldsAllThatItsScriptsName() throws Exception {
        String packed = packed("--deb");
        run(0, "dpkg-deb", "-x", packed, elsewhere.toString());
        run(0, "dpkg-deb", "-e", packed, elsewhere.resolve("control").toString());
        Path library = elsewhere.resolve("usr/lib/cattlegrid");
        assertEquals(
                "/usr/lib/cattlegrid/runtime\n", Files.readString(library.resolve("program/jdk")));
        assertFalse(Files.exists(library.resolve("program/start.aot")));
        String program = elsewhere.resolve("usr/bin/cattlegrid").toString();
        run(0, program, "installed");
        assertTrue(Files.exists(library.resolve("program/start.aot")));
        assertTrue(run(2, program, "check", "rm -rf ~").startsWith("deny"));
        for (String script : List.of("postinst", "prerm")) {
            run(0, "sh", "-n", elsewhere.resolve("control/" + script).toString());
        }
        String control = Files.readString(elsewhere.resolve("control/control"));
        assertTrue(control.contains("Package: cattlegrid\n"), control);
    }
}
