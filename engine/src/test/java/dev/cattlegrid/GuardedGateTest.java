package dev.cattlegrid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.world.RealWorld;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Judge;
import dev.cattlegrid.policy.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What keeps the gate standing where an agent works right beside it, as in a checkout of the gate's own project.
class GuardedGateTest {
    @TempDir private Path top;

    /// A process that certainly lives: the one that runs this test.
    private final long pid = ProcessHandle.current().pid();

    @BeforeEach
    void aGateBesideTheWork() throws IOException {
        Path run = Files.createDirectories(top.resolve("store/run"));
        Files.writeString(run.resolve("door"), "1 %d 4040 token proof 0\n".formatted(pid));
        Files.createDirectories(top.resolve("work/target/program"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kill -9 PID                                   | gate-process
                    kill -STOP -- -PID                            | gate-process
                    pkill -f java                                 | gate-process
                    killall java                                  | gate-process
                    kill 2147483646                               | processes-by-name
                    kill 1                                        | all-processes
                    pkill sh                                      | processes-by-name
                    pkill -9 -f surefire                          | gate-process
                    rm -rf target                                 | gate-files
                    mv target /tmp/elsewhere                      | gate-files
                    rm target/program/cattlegrid-app.jar          | gate-files
                    rm -rf build                                  | -
                    echo x > TOP/store/run/door                   | gate-files
                    nc -U TOP/store/run/socket                    | gate-answered
                    curl --unix-socket TOP/store/run/socket http: | gate-answered
                    socat - UNIX-CONNECT:TOP/store/run/socket     | gate-answered
                    cattlegrid daemon stop                        | gate-answered
                    sh ./cattlegrid daemon restart                | gate-answered
                    """)
    void isRefusedBy(String command, String rule) {
        String text = command.replace("PID", String.valueOf(pid)).replace("TOP", top.toString());
        Path work = top.resolve("work");
        var setting =
                new RealWorld.Setting(
                        work.toString(),
                        List.of(),
                        Map.of(),
                        List.of(
                                top.resolve("store").toString(),
                                work.resolve("target/program").toString()));
        var gate = new Gate(RealWorld.of(setting), Rules.builtIn(), Judge.NONE);
        var decision =
                gate.decide(new ToolCall.Shell(text, Origin.in(work.toString())), Ledger.EMPTY);
        assertEquals(rule, decision.finding().map(Finding::rule).orElse("-"), text);
    }
}
