package dev.cattlegrid.ledger;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.effect.world.Endpoints;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.flow.Label;
import dev.cattlegrid.flow.Secrets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Where something that the session wrote came from, in few words: a [Source] that can be kept.
///
/// @param what a path, a URL, a variable, a program; empty where there is no more to say
public record Trace(Kind kind, String what) implements Comparable<Trace> {
    static final Trace TOKEN = new Trace(Kind.TOKEN, "");

    private static final int KEPT = 16;

    /// What matters most comes first, so that it is kept where there is too much.
    public enum Kind {
        ENVIRONMENT,
        VAULT,
        VARIABLE,
        /// A token that the call spelled out.
        TOKEN,
        /// A file that holds secrets.
        SECRET,
        NETWORK,
        /// Another file that is not the project's.
        FILE,
        SPELLED,
        PROGRAM
    }

    @Override
    public int compareTo(Trace other) {
        return Comparator.comparing(Trace::kind).thenComparing(Trace::what).compare(this, other);
    }

    /// Whether others must not have it, or others decided what it says.
    boolean isMarked() {
        return switch (kind) {
            case ENVIRONMENT, VAULT, VARIABLE, TOKEN, SECRET, NETWORK -> true;
            case FILE, SPELLED, PROGRAM -> false;
        };
    }

    /// What it says by itself of a directory that it lies in.
    Set<Label> label() {
        return switch (kind) {
            case ENVIRONMENT, VAULT, TOKEN, SECRET -> EnumSet.of(Label.SECRET);
            case VARIABLE -> Secrets.inVariable(what) ? EnumSet.of(Label.SECRET) : Set.of();
            case NETWORK -> EnumSet.of(Label.UNTRUSTED);
            case FILE, SPELLED, PROGRAM -> Set.of();
        };
    }

    static List<Trace> of(Data data) {
        var traces = new TreeSet<Trace>();
        data.sources().forEach(source -> of(source).ifPresent(traces::add));
        if (data.text().filter(Secrets::inText).isPresent()) {
            traces.add(TOKEN);
        }
        return traces.stream().limit(KEPT).toList();
    }

    private static Optional<Trace> of(Source source) {
        return switch (source) {
            case Source.File(var place) ->
                    holdsSecrets(place)
                            ? Optional.of(new Trace(Kind.SECRET, place.path()))
                            : place.zone() == Zone.WORKSPACE
                                    ? Optional.empty()
                                    : Optional.of(new Trace(Kind.FILE, place.path()));
            case Source.Network(var endpoint) ->
                    endpoint.scope() == Endpoint.Scope.LOOPBACK
                            ? Optional.empty()
                            : Optional.of(new Trace(Kind.NETWORK, endpoint.url()));
            case Source.Variable(var name) -> Optional.of(new Trace(Kind.VARIABLE, name));
            case Source.Environment() -> Optional.of(new Trace(Kind.ENVIRONMENT, ""));
            case Source.Vault(var program) -> Optional.of(new Trace(Kind.VAULT, program));
            case Source.Spelled() -> Optional.of(new Trace(Kind.SPELLED, ""));
            case Source.Program(var name) -> Optional.of(new Trace(Kind.PROGRAM, name));
            case Source.Names _ -> Optional.empty();
        };
    }

    private static boolean holdsSecrets(Place place) {
        return place.is(Standing.SECRET)
                || place.is(Standing.KEEPS_SECRETS)
                || place.is(Standing.CRITICAL)
                        && (place.zone() == Zone.HOME || place.path().equals("/"));
    }

    /// The source again, as it looks now; a token has none.
    Optional<Source> source(World world) {
        return switch (kind) {
            case ENVIRONMENT -> Optional.of(new Source.Environment());
            case VAULT -> Optional.of(new Source.Vault(what));
            case VARIABLE -> Optional.of(new Source.Variable(what));
            case TOKEN -> Optional.empty();
            case NETWORK -> Optional.of(new Source.Network(Endpoints.of(what)));
            case SECRET, FILE ->
                    Optional.of(new Source.File(Places.of(what, World.Use.READ, world)));
            case SPELLED -> Optional.of(new Source.Spelled());
            case PROGRAM -> Optional.of(new Source.Program(what));
        };
    }

    static List<Trace> both(List<Trace> one, List<Trace> other) {
        if (one.equals(other) || other.isEmpty()) {
            return one;
        }
        Set<Trace> all = new TreeSet<>(one);
        all.addAll(other);
        return new ArrayList<>(all).subList(0, Math.min(KEPT, all.size()));
    }
}
