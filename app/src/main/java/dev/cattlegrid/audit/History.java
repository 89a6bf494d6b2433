package dev.cattlegrid.audit;

import dev.cattlegrid.json.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Decisions that were written down.
public final class History {
    private History() {}

    /// What a query takes, the oldest first. Where the index cannot be used, the record itself is read through.
    public static List<Fields> of(Store store, Query query) throws IOException {
        if (!Files.exists(store.record())) {
            return List.of();
        }
        try (Index index = Index.of(store)) {
            return index.find(query);
        } catch (SQLException | IOException | LinkageError _) {
            return through(store, query);
        }
    }

    /// How many decisions there were since then, by verdict.
    public static Map<String, Integer> counts(Store store, Instant since) throws IOException {
        if (!Files.exists(store.record())) {
            return Map.of();
        }
        try (Index index = Index.of(store)) {
            return index.counts(since);
        } catch (SQLException | IOException | LinkageError _) {
            var counts = new TreeMap<String, Integer>();
            Query all =
                    new Query(
                            Optional.of(since),
                            Optional.empty(),
                            Optional.empty(),
                            "",
                            Integer.MAX_VALUE);
            for (Fields entry : through(store, all)) {
                counts.merge(entry.text("verdict").orElse(""), 1, Integer::sum);
            }
            return counts;
        }
    }

    /// Hands over every decision since then, the oldest first, however many there are.
    public static void each(Store store, Instant since, Consumer<Fields> taker) throws IOException {
        Query all =
                new Query(
                        Optional.of(since),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Integer.MAX_VALUE);
        Reading.from(
                store.record(),
                0,
                line -> {
                    Index.fields(line)
                            .filter(_ -> line.whole())
                            .filter(all::takes)
                            .ifPresent(taker);
                    return true;
                });
    }

    /// A model's looks at what tools gave back since then, the oldest first.
    public static List<Fields> looks(Store store, Instant since) throws IOException {
        if (!Files.exists(store.record())) {
            return List.of();
        }
        var looks = new ArrayDeque<Fields>();
        Reading.from(
                store.record(),
                0,
                line -> {
                    Index.fields(line)
                            .filter(_ -> line.whole())
                            .filter(entry -> entry.text("event").orElse("").equals("look"))
                            .filter(entry -> !Query.at(entry).isBefore(since))
                            .ifPresent(looks::add);
                    return true;
                });
        return List.copyOf(looks);
    }

    static List<Fields> through(Store store, Query query) throws IOException {
        var newest = new ArrayDeque<Fields>();
        Reading.from(
                store.record(),
                0,
                line -> {
                    Index.fields(line)
                            .filter(_ -> line.whole())
                            .filter(query::takes)
                            .ifPresent(newest::add);
                    if (newest.size() > query.most()) {
                        newest.removeFirst();
                    }
                    return true;
                });
        return List.copyOf(newest);
    }
}
