package dev.cattlegrid;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.Origin.Mode;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.ledger.Event;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Judge;
import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.probe.Leads;
import dev.cattlegrid.probe.Probe;
import java.util.Optional;

/// Examples of rules, tried: what a policy says of a command in the assumed world, after what the example tells of the
/// session.
public final class Tried {
    private static final String PROJECT = "/home/dev/project";

    private Tried() {}

    public static Decision under(Policy policy, About.Example example) {
        Ledger ledger = Ledger.EMPTY;
        if (!example.told().isEmpty()) {
            Leads leads = Leads.of(example.told(), Probe.of(example.told()));
            ledger =
                    ledger.after(
                            new Event.Planted(
                                    "a page", Optional.empty(), leads.hosts(), leads.commands()));
        }
        if (!example.earlier().isEmpty()) {
            Decision earlier = decide(policy, example.earlier(), ledger, Mode.AUTO);
            ledger = ledger.after(earlier.event(example.earlier()));
        }
        if (!example.said().isEmpty()) {
            ledger = ledger.after(new Event.Said(example.said(), Event.Said.Source.PERSON));
        }
        return decide(policy, example.command(), ledger, example.mode());
    }

    private static Decision decide(Policy policy, String command, Ledger ledger, Mode mode) {
        return new Gate(AssumedWorld.usual(), policy, Judge.NONE)
                .decide(new ToolCall.Shell(command, Origin.in(PROJECT).mode(mode)), ledger);
    }
}
