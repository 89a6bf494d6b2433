package dev.cattlegrid.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.call.Network;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where what is asked for cannot be had, nothing is run.
class PlanTest {
    private static final Machine HERE = Sandbox.available();

    @TempDir Path directory;

    private static String refused(Sandbox sandbox, Machine machine) {
        return assertInstanceOf(Plan.Refused.class, sandbox.on(machine)).why();
    }

    @Test
    void otherSystemsConfineNothing() {
        Sandbox sandbox = Sandbox.around(directory);
        assertEquals(
                "macOS has neither Landlock nor seccomp nor namespaces",
                refused(sandbox, Machine.look("Mac OS X", "aarch64")));
        assertEquals(
                "Windows has neither Landlock nor seccomp nor namespaces",
                refused(sandbox, Machine.look("Windows 11", "amd64")));
        assertTrue(refused(sandbox, Machine.look("Linux", "riscv64")).contains("`riscv64`"));
    }

    @Test
    void withoutLandlockAndNamespacesNothingIsRun() {
        Machine old = HERE.withoutNamespaces().at(0);
        assertEquals(
                "this kernel has no Landlock, and bubblewrap is left out",
                refused(Sandbox.around(directory), old));
    }

    @Test
    void aLoopbackOfItsOwnNeedsNamespaces() {
        assertEquals(
                "a loopback of its own needs namespaces, and bubblewrap is left out",
                refused(
                        Sandbox.around(directory).network(Network.LOOPBACK),
                        HERE.withoutNamespaces()));
    }

    @Test
    void theRootTheSystemAndWhatIsNotThereAreNoWorkspaces() {
        for (String path : List.of("/", "/proc", "/dev/shm", "/no/such/place")) {
            refused(Sandbox.around(Path.of(path)), HERE);
        }
    }

    @Test
    void aSecondNameOfADirectoryIsWritableToo() {
        Mounts mounts =
                Mounts.of(
                        """
                        21 1 254:0 / / rw - ext4 /dev/vda rw
                        22 21 0:5 / /dev rw - devtmpfs dev rw
                        23 21 254:0 /home/me/work /mnt/my\\040work rw - ext4 /dev/vda rw
                        24 21 254:0 /home/me/work/deep /srv/deep rw - ext4 /dev/vda rw
                        25 21 254:1 /home/me/work /other rw - ext4 /dev/vdb rw
                        """);
        assertEquals(List.of("/home/me/work/x", "/mnt/my work/x"), mounts.names("/home/me/work/x"));
        assertEquals(List.of("/home/me", "/mnt/my work", "/srv/deep"), mounts.names("/home/me"));
        assertEquals(
                List.of("/srv/deep/x", "/home/me/work/deep/x", "/mnt/my work/deep/x"),
                mounts.names("/srv/deep/x"));
    }
}
