package dev.cattlegrid.effect.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Who runs the gate, held against `id`: also where that is not root, which it often is where tests run.
@EnabledOnOs(OS.LINUX)
class UsersTest {
    private static final String EXPECTED =
            "echo \"$(id -u) $(getent passwd \"$(id -u)\" | cut -d: -f6)\"";

    /// What a process of its own says: the user, and the home of the world that a call is read against.
    public static void main(String[] arguments) {
        World world = RealWorld.of(RealWorld.Setting.in("/", Map.of()));
        System.out.println(Users.ownId() + " " + world.home());
    }

    private static String run(String... line) throws Exception {
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), String.join(" ", line) + "\n" + said);
        return said;
    }

    private static String asNobody(String shell) throws Exception {
        return run("unshare", "--user", "--map-user=65534", "--map-group=65534", "sh", "-c", shell);
    }

    private static String ourselves() {
        return "'%s' -XX:TieredStopAtLevel=1 -cp '%s' %s"
                .formatted(
                        Path.of(System.getProperty("java.home"), "bin/java"),
                        System.getProperty("java.class.path"),
                        UsersTest.class.getName());
    }

    @Test
    void theUserIsTheOneOfTheProcess() throws Exception {
        assertEquals(run("sh", "-c", EXPECTED), run("sh", "-c", ourselves()));
    }

    @Test
    void anotherUserIsToldToo() throws Exception {
        String expected = asNobody(EXPECTED);
        assertEquals("65534", expected.substring(0, expected.indexOf(' ')));
        assertEquals(expected, asNobody(ourselves()));
    }
}
