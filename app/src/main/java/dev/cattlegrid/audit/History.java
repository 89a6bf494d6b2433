package dev.cattlegrid.audit;

import dev.cattlegrid.json.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;

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
