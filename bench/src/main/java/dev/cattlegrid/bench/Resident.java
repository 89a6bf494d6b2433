package dev.cattlegrid.bench;

import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.policy.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How much memory the engine alone takes, as the system counts it (`VmRSS`), after judging every command twice.
public final class Resident {
    private Resident() {}

    public static void main(String[] arguments) throws IOException {
        List<String> commands = Commands.all();
        Policy policy = Rules.builtIn();
        long verdicts = 0;
        for (int round = 0; round < 2; round++) {
            for (String command : commands) {
                verdicts += DecideBench.decide(command, policy).verdict().ordinal();
            }
        }
        System.out.println(
                "%d commands, twice (%d); resident: %s"
                        .formatted(commands.size(), verdicts, resident()));
    }

    private static String resident() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.substring(6).strip())
                    .findFirst()
                    .orElse("not told here");
        }
    }
}
