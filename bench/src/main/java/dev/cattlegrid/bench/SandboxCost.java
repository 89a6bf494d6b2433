package dev.cattlegrid.bench;

import dev.cattlegrid.sandbox.Command;
import dev.cattlegrid.sandbox.Confined;
import dev.cattlegrid.sandbox.Launch;
import dev.cattlegrid.sandbox.Machine;
import dev.cattlegrid.sandbox.Plan;
import dev.cattlegrid.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What a sandbox costs a command: `true` from its start to its end, the median in milliseconds, by the JDK's own way,
/// by Landlock and seccomp, by bubblewrap and seccomp.
public final class SandboxCost {
    private static final int WARM_UP = 20;
    private static final int TIMES = 100;

    private SandboxCost() {}

    public static void main(String[] arguments) throws Exception {
        Path workspace = Files.createTempDirectory("cattlegrid-");
        Machine machine = Sandbox.available();
        try {
            System.out.printf("unconfined: %.1f ms%n", median(SandboxCost::unconfined));
            System.out.printf(
                    "Landlock: %.1f ms%n",
                    median(() -> confined(machine.withoutNamespaces(), workspace)));
            System.out.printf("bubblewrap: %.1f ms%n", median(() -> confined(machine, workspace)));
        } finally {
            Files.delete(workspace);
        }
    }

    private interface Once {
        void now() throws IOException, InterruptedException;
    }

    private static double median(Once once) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            once.now();
        }
        long[] nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            once.now();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[TIMES / 2] / 1e6;
    }

    private static void unconfined() throws IOException, InterruptedException {
        new ProcessBuilder("/bin/true").start().waitFor();
    }

    private static void confined(Machine machine, Path workspace)
            throws IOException, InterruptedException {
        var command =
                new Command(List.of("/bin/true"), workspace, Map.of(), Command.Streams.MERGED);
        switch (Sandbox.around(workspace).on(machine)) {
            case Plan.Refused(var why, _) -> throw new IOException(why);
            case Plan.Ready plan -> {
                switch (Confined.start(plan, command)) {
                    case Launch.Failed(_, var why) -> throw new IOException(why);
                    case Launch.Started(var running) -> {
                        try (running) {
                            running.waitFor();
                        }
                    }
                }
            }
        }
    }
}
