package dev.cattlegrid.door;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.policy.Decision;

/// Judges rows of a batch, each by itself.
///
/// @param real whether calls are read against this machine instead of the assumed world
public record Judging(Door door, boolean real, String here) {
    /// @param nanos from the row to the verdict, reading and printing left out
    public record Judged(Decision decision, long nanos) {}

    public Judged judge(Row.Call row) {
        long start = System.nanoTime();
        Decision decision = decide(row);
        return new Judged(decision, System.nanoTime() - start);
    }

    private Decision decide(Row.Call row) {
        try {
            String command = row.command().orElse("");
            String directory =
                    real
                            ? row.directory().orElse(here)
                            : Worlds.assumedDirectory(row.directory(), command);
            Origin origin = Origin.in(directory).contained(row.contained());
            Asked asked = Tools.read(row.tool(), row.input(), origin);
            return door.decide(
                    asked,
                    _ ->
                            real
                                    ? Worlds.real(directory)
                                    : Worlds.assumed(directory, row.contained(), row.files()));
        } catch (RuntimeException | StackOverflowError problem) {
            return Door.refusal(Door.FAILURE, "the gate failed: " + Door.inWords(problem));
        }
    }
}
