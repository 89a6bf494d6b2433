package dev.cattlegrid.bench;

import dev.cattlegrid.Gate;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.ledger.Event;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Judge;
import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.policy.rule.Rules;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A decision in a session that is new, and in one that has seen ten thousand calls; and what it costs to remember one more.
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LedgerBench {
    private static final Origin HERE = Origin.in("/home/dev/project");

    @Param({"0", "10000"})
    public int events;

    private final Policy policy = Rules.builtIn();
    private List<String> commands = List.of("ls");
    private Ledger ledger = Ledger.EMPTY;
    private Event.Decided event = decide("echo x > notes.data", Ledger.EMPTY).event("echo");
    private int next;

    @Setup
    public void remember() throws IOException {
        commands = Commands.all();
        ledger = Ledger.EMPTY;
        for (int i = 0; i < events; i++) {
            String call = call(i);
            ledger = ledger.after(decide(call, ledger).event(call));
        }
        event = decide("echo x > made/notes.data", ledger).event("echo");
    }

    /// Work that leaves something behind: files, copies, downloads, branches, refusals.
    static String call(int number) {
        return switch (number % 8) {
            case 0 -> "echo %d > src/f%d.data".formatted(number, number);
            case 1 -> "cp a.txt docs/d%d/b%d.txt".formatted(number % 40, number);
            case 2 -> "curl -so dl/%d.bin https://get.ex.test/%d".formatted(number, number);
            case 3 -> "git branch try-%d".formatted(number);
            case 4 -> "rm -rf lib%d".formatted(number);
            case 5 -> "mv src/f%d.data src/g%d.data".formatted(number - 5, number);
            case 6 -> "cat src/f%d.data | sort > /tmp/s%d".formatted(number - 6, number);
            default -> "go test ./...";
        };
    }

    @Benchmark
    public Decision decide() {
        String command = commands.get(next);
        next = next + 1 == commands.size() ? 0 : next + 1;
        return decide(command, ledger);
    }

    @Benchmark
    public Ledger remembered() {
        return ledger.after(event);
    }

    private Decision decide(String command, Ledger before) {
        return new Gate(AssumedWorld.usual(), policy, Judge.NONE)
                .decide(new ToolCall.Shell(command, HERE), before);
    }
}
