package dev.cattlegrid.bench;

import dev.cattlegrid.Gate;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Judge;
import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.policy.rule.Rules;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A whole decision, from text to verdict, in the assumed world, over many commands in turn.
///
/// `SampleTime` gives p50 and p99 over all of them. Each call takes the next command, so that none stays in a cache for
/// itself.
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 5)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecideBench {
    private final Policy policy = Rules.builtIn();
    private List<String> commands = List.of("ls");
    private int next;

    @Setup
    public void read() throws IOException {
        commands = Commands.all();
    }

    @Benchmark
    public Decision decide() {
        String command = commands.get(next);
        next = next + 1 == commands.size() ? 0 : next + 1;
        return decide(command, policy);
    }

    static Decision decide(String command, Policy policy) {
        var world = AssumedWorld.of(Optional.empty(), false, Map.of(), command);
        var call = new ToolCall.Shell(command, Origin.in(world.workspace()));
        return new Gate(world, policy, Judge.NONE).decide(call, Ledger.EMPTY);
    }
}
