package dev.cattlegrid.flow;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The files of a call that carry labels because the call itself wrote labelled data into them.
///
/// The order of steps is not asked: parts of a pipe and background jobs have none, and a loop's second round comes
/// after its first.
final class Marks {
    /// A chain of more copies than this within one call is followed no further than its files' own names.
    private static final int ROUNDS = 8;

    private final Map<String, Set<Flow.Origin>> files = new LinkedHashMap<>();
    private final Function<Source, Set<Label>> known;

    private Marks(Function<Source, Set<Label>> known) {
        this.known = known;
    }

    static Marks of(List<Step> steps, Function<Source, Set<Label>> known) {
        var marks = new Marks(known);
        for (int round = 0; round < ROUNDS; round++) {
            boolean changed = false;
            for (Step step : steps) {
                changed |= marks.follow(step.effect());
            }
            if (!changed) {
                break;
            }
        }
        return marks;
    }

    private boolean follow(Effect effect) {
        if (effect instanceof Effect.Write write) {
            return mark(write.place(), origins(write.data()));
        }
        if (effect instanceof Effect.Move move) {
            return mark(move.to(), origins(Data.of(new Source.File(move.from()))));
        }
        if (effect instanceof Effect.Link link) {
            return mark(link.at(), origins(Data.of(new Source.File(link.target()))));
        }
        return false;
    }

    private boolean mark(Place place, Set<Flow.Origin> origins) {
        if (origins.isEmpty() || place.path().isEmpty() || place.is(Standing.SINK)) {
            return false;
        }
        return files.computeIfAbsent(place.path(), _ -> new LinkedHashSet<>()).addAll(origins);
    }

    /// What labels data carries, and from where.
    Set<Flow.Origin> origins(Data data) {
        var origins = new LinkedHashSet<Flow.Origin>();
        for (Source source : inOrder(data.sources())) {
            for (Label label : Flow.labels(source)) {
                origins.add(new Flow.Origin(label, source));
            }
            for (Label label : known.apply(source)) {
                origins.add(new Flow.Origin(label, source));
            }
            if (source instanceof Source.File(var place) && !files.isEmpty()) {
                origins.addAll(markedAt(place.path()));
            }
        }
        if (data.text().isPresent() && Secrets.inText(data.text().get())) {
            origins.add(new Flow.Origin(Label.SECRET, new Source.Spelled()));
        }
        return origins;
    }

    /// A set has no order of its own, and the same call has to give the same reason.
    private static List<Source> inOrder(Set<Source> sources) {
        if (sources.size() < 2) {
            return List.copyOf(sources);
        }
        var sorted = new ArrayList<>(sources);
        sorted.sort(Comparator.comparing(Marks::key));
        return sorted;
    }

    private static String key(Source source) {
        return switch (source) {
            case Source.File(var place) -> "file " + place.path() + " " + place.written();
            case Source.Names(var place) -> "names " + place.path() + " " + place.written();
            case Source.Network(var endpoint) -> "network " + endpoint.url() + endpoint.host();
            case Source.Variable(var name) -> "variable " + name;
            case Source.Environment() -> "environment";
            case Source.Vault(var program) -> "vault " + program;
            case Source.Spelled() -> "spelled";
            case Source.Program(var name) -> "program " + name;
        };
    }

    /// What was written to the path, to a directory above it, or to a file below it.
    private Set<Flow.Origin> markedAt(String path) {
        var found = new LinkedHashSet<Flow.Origin>();
        files.forEach((written, origins) -> {
            if (path.equals(written)
                    || path.startsWith(written.endsWith("/") ? written : written + "/")
                    || written.startsWith(path.endsWith("/") ? path : path + "/")) {
                found.addAll(origins);
            }
        });
        return found;
    }
}
