package dev.cattlegrid.door;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.host.Tools;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.Decision;
import java.util.Map;

/// Judges rows of a batch, each by itself.
///
/// @param real whether calls are read against this machine instead of the assumed world
public record Judging(Door door, Surroundings surroundings, boolean real) {
    /// With nothing set.
    public Judging(Door door, boolean real) {
        this(door, Surroundings.NONE, real);
    }

    /// @param nanos from the row to the verdict, reading and printing left out
    public record Judged(Decision decision, long nanos) {}

    public Judged judge(Row.Call row) {
        return judge(row, Ledger.EMPTY);
    }

    /// @param ledger what the row's session remembers
    public Judged judge(Row.Call row, Ledger ledger) {
        long start = System.nanoTime();
        Decision decision = decide(row, ledger);
        return new Judged(decision, System.nanoTime() - start);
    }

    private Decision decide(Row.Call row, Ledger ledger) {
        try {
            Worlds worlds =
                    real
                            ? Worlds.real(row.directory(), Map.of())
                            : Worlds.assumed(
                                    row.directory(),
                                    row.contained(),
                                    row.files(),
                                    row.command().orElse(""));
            Origin origin =
                    Origin.in(worlds.directory()).contained(row.contained()).mode(row.mode());
            return switch (surroundings.at(worlds.directory(), real)) {
                case Surroundings.At.Bad(var why) -> Door.refusal(Door.BAD_INPUT, why);
                case Surroundings.At.Of(var policy) ->
                        door.under(policy)
                                .decide(
                                        Tools.read(row.tool(), row.input(), origin),
                                        ledger,
                                        _ -> worlds.world().get());
            };
        } catch (RuntimeException | Error problem) {
            return Door.refusal(Door.FAILURE, "the gate failed: " + Door.inWords(problem));
        }
    }
}
