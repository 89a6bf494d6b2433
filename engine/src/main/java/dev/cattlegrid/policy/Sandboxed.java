package dev.cattlegrid.policy;

import dev.cattlegrid.call.Confinement;
import dev.cattlegrid.call.Confinement.Barrier;
import dev.cattlegrid.call.Network;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What cannot happen in the sandbox that a call runs in, so that nobody has to be asked about it.
///
/// It has no word for what may happen inside: there everything is judged as without a sandbox. Nor does it for what
/// guards the gate, for hard findings, for what the person or the organisation forbade.
final class Sandboxed implements Clearing {
    static final Sandboxed CLEARING = new Sandboxed();

    /// Findings about a single effect that is not amiss any more once it cannot happen. Those about a text, about code
    /// that runs, or about what is read are not among them.
    private static final Set<String> OF_ONE_EFFECT =
            Set.of(
                    "agent-settings",
                    "editor-settings",
                    "foreign-rights",
                    "home-deleted",
                    "home-written",
                    "kernel-settings",
                    "listens-to-all",
                    "message-sent",
                    "moved-away",
                    "other-repository-deleted",
                    "other-repository-written",
                    "processes-by-name",
                    "production",
                    "published",
                    "remote-changed",
                    "remote-destroyed",
                    "request-changes",
                    "rights-raised",
                    "rights-widened",
                    "root",
                    "root-shell",
                    "scratch-swept",
                    "startup-file",
                    "system-deleted",
                    "system-security",
                    "system-written",
                    "token-in-request",
                    "trace-wiped",
                    "unknown-value-sent",
                    "unsaved-file-deleted",
                    "unsaved-work-deleted");

    /// Systems that are only spoken to over a network or a local socket; others may be a file in the workspace.
    private static final Set<String> SPOKEN_TO =
            Set.of(
                    "argocd",
                    "auth0",
                    "aws",
                    "az",
                    "bigquery",
                    "cloudflare",
                    "consul",
                    "docker",
                    "doppler",
                    "eks",
                    "etcd",
                    "gcloud",
                    "gcs",
                    "github",
                    "gitlab",
                    "heroku",
                    "influx",
                    "kafka",
                    "kubernetes",
                    "mysql",
                    "nats",
                    "netlify",
                    "nomad",
                    "postgres",
                    "rabbitmq",
                    "railway",
                    "redis",
                    "s3",
                    "vault",
                    "vercel");

    private Sandboxed() {}

    /// The leaves that count for a call: what cannot happen is settled before anybody's is used up for it.
    static List<Clearing> before(List<Clearing> leaves, Facts facts) {
        return facts.confinement().isEmpty()
                ? leaves
                : Stream.concat(Stream.of(CLEARING), leaves.stream()).toList();
    }

    @Override
    public Optional<Clearance> clears(Finding finding, Facts facts) {
        return OF_ONE_EFFECT.contains(finding.rule())
                ? clearance(finding.effect(), facts)
                : Optional.empty();
    }

    @Override
    public Optional<Clearance> vouches(Effect effect, Facts facts) {
        return clearance(effect, facts);
    }

    /// What keeps an effect from happening, if anything does.
    static Optional<Clearance> clearance(Effect effect, Facts facts) {
        return facts.confinement()
                .flatMap(sandbox -> barrier(effect, sandbox))
                .map(what ->
                        new Clearance(
                                Clearance.By.SANDBOX, "", "the sandbox keeps it from " + what));
    }

    /// What cannot happen, of all that the call would do.
    static List<Effect> barred(Facts facts) {
        return facts.confinement().isEmpty()
                ? List.of()
                : facts.effects().filter(effect -> clearance(effect, facts).isPresent()).toList();
    }

    private static Optional<String> barrier(Effect effect, Confinement sandbox) {
        return switch (effect) {
            case Effect.Write(var place, _, _, _) -> changing(List.of(place), sandbox);
            case Effect.Delete(var place, _, _) -> changing(List.of(place), sandbox);
            case Effect.Move(var from, var to, _) -> changing(List.of(from, to), sandbox);
            case Effect.Link(var at, _, _, _) -> changing(List.of(at), sandbox);
            case Effect.SetMode(var place, _, _, _) ->
                    sandbox.has(Barrier.ATTRIBUTES)
                            ? changing(List.of(place), sandbox)
                            : Optional.empty();
            case Effect.Git(var action, var repository, _) -> git(action, repository, sandbox);
            case Effect.Send send -> reaching(send.to().host(), sandbox, Network.NONE);
            case Effect.Receive receive -> reaching(receive.from().host(), sandbox, Network.NONE);
            case Effect.Listen _ -> reaching("", sandbox, Network.LOOPBACK);
            case Effect.Remote remote ->
                    SPOKEN_TO.contains(remote.system())
                            ? reaching(remote.system(), sandbox, Network.NONE)
                            : Optional.empty();
            case Effect.Speak speak -> reaching(speak.service(), sandbox, Network.NONE);
            case Effect.Elevate _ ->
                    sandbox.has(Barrier.RIGHTS) && sandbox.reachesNobody()
                            ? Optional.of("gaining rights")
                            : Optional.empty();
            case Effect.Signal _ ->
                    sandbox.has(Barrier.SIGNALS)
                            ? Optional.of("stopping what it did not start")
                            : Optional.empty();
            case Effect.Read _,
                    Effect.Run _,
                    Effect.Install _,
                    Effect.Administer _,
                    Effect.Persist _,
                    Effect.Spawn _,
                    Effect.Reveal _,
                    Effect.Unknown _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> changing(List<Place> places, Confinement sandbox) {
        return sandbox.has(Barrier.WRITES)
                        && places.stream().allMatch(place -> Fences.isOutside(place, sandbox))
                ? Optional.of("changing `%s`".formatted(places.getLast().written()))
                : Optional.empty();
    }

    /// What is pushed may go to a directory of the workspace, by whatever name.
    private static Optional<String> git(GitAction action, Place repository, Confinement sandbox) {
        return switch (action) {
            case GitAction.Keep _,
                    GitAction.SkipHooks _,
                    GitAction.Rewrite _,
                    GitAction.DeleteRef _,
                    GitAction.Purge _ ->
                    changing(List.of(repository), sandbox);
            case GitAction.Discard(_, var places) -> {
                boolean named = !places.isEmpty() && !changing(places, sandbox).isEmpty();
                yield named ? changing(List.of(repository), sandbox) : Optional.empty();
            }
            case GitAction.Push _, GitAction.Repoint _, GitAction.Config _ -> Optional.empty();
        };
    }

    /// @param widest the network under which it is still kept from it
    private static Optional<String> reaching(String whom, Confinement sandbox, Network widest) {
        boolean kept = sandbox.has(Barrier.SOCKETS) && sandbox.network().compareTo(widest) <= 0;
        return kept
                ? Optional.of(whom.isEmpty() ? "being reached" : "reaching `%s`".formatted(whom))
                : Optional.empty();
    }
}
