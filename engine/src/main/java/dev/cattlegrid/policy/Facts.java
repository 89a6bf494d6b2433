package dev.cattlegrid.policy;

import dev.cattlegrid.call.Confinement;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Later;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.flow.Flow;
import dev.cattlegrid.ledger.Ledger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that rules may look at.
///
/// @param environment what the organisation and the user say of where the call runs
/// @param later what the files that it writes would do once something runs them
public record Facts(
        ToolCall call,
        Ledger ledger,
        Environment environment,
        List<Step> steps,
        List<Flow> flows,
        List<Later> later) {
    public Facts {
        steps = List.copyOf(steps);
        flows = List.copyOf(flows);
        later = List.copyOf(later);
    }

    /// Of a call that writes nothing that something runs.
    public Facts(
            ToolCall call,
            Ledger ledger,
            Environment environment,
            List<Step> steps,
            List<Flow> flows) {
        this(call, ledger, environment, steps, flows, List.of());
    }

    /// What a rule would look at if a file were run that the call writes.
    public Facts of(Later file) {
        return new Facts(
                call, ledger, environment, file.steps(), Flow.trace(file.steps(), ledger::known));
    }

    public Stream<Effect> effects() {
        return steps.stream().map(Step::effect);
    }

    /// The effects of one kind, in order.
    public <E extends Effect> Stream<E> effects(Class<E> kind) {
        return effects().filter(kind::isInstance).map(kind::cast);
    }

    /// Whether writing to a place would only fail, so that nothing comes of it.
    public boolean isOutOfReach(Place place) {
        return OutOfReach.holds(place, effects());
    }

    /// The sandbox that the call runs in; what is no command of a shell runs in none.
    public Optional<Confinement> confinement() {
        return call instanceof ToolCall.Shell ? call.origin().confinement() : Optional.empty();
    }

    /// What the sandbox keeps from happening, of all that the call would do.
    public List<Effect> barred() {
        return Sandboxed.barred(this);
    }

    /// The topics of this call, as a mask of their bits.
    long topics() {
        long mask = Topic.CALL.bit();
        for (Step step : steps) {
            mask |= Topic.of(step.effect()).bit();
        }
        return flows.isEmpty() ? mask : mask | Topic.FLOW.bit();
    }

    /// Whether what an effect changes elsewhere is the user's own.
    public boolean trusts(Effect.Remote remote) {
        if (environment.trusted().isEmpty()) {
            return false;
        }
        return environment.trustsBuckets(remote)
                || namespace(remote).filter(environment::trustsNamespace).isPresent();
    }

    /// The namespace of a cluster that an effect changes, `context/namespace` where a context is named too; nothing where the
    /// command does not name one in plain words, or could lead elsewhere.
    public Optional<String> namespace(Effect.Remote remote) {
        return remote.system().equals("kubernetes")
                        && call instanceof ToolCall.Shell(var command, _)
                        && !CommandText.changesCluster(command)
                ? Namespaces.chosen(CommandText.around(command, remote.span()))
                : Optional.empty();
    }

    /// Whether commits may go to a remote, by its address or by a name that this call gave to such an address.
    public boolean trustsRemote(String remote) {
        if (environment.trusted().isEmpty()) {
            return false;
        }
        List<String> addresses =
                effects(Effect.Git.class)
                        .map(Effect.Git::action)
                        .filter(action ->
                                action instanceof GitAction.Repoint(var name, _, _)
                                        && name.equals(remote))
                        .map(action -> ((GitAction.Repoint) action).url())
                        .toList();
        return environment.trustsRemote(remote)
                || !addresses.isEmpty() && addresses.stream().allMatch(environment::trustsRemote);
    }

    /// Whether there is nothing to lose where the call runs.
    public boolean contained() {
        return call.origin().contained() || environment.contained();
    }
}
