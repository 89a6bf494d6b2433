package dev.cattlegrid.agent.screen;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.door.Inside;
import dev.cattlegrid.ledger.Wishes;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.session.Sessions;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// What the person of a session said that still stands: what they forbade, and what they allowed or ordered.
record Sayings(Store store, String session) {
    private static final int MOST = 4;

    /// A line each, the latest last; empty where it cannot be read.
    List<String> standing() {
        try {
            var name = new Sessions.Name(Inside.HOST, session);
            return lines(new Sessions(store).read(name).memory().ledger().wishes());
        } catch (IOException _) {
            return List.of();
        }
    }

    private static List<String> lines(Wishes wishes) {
        List<String> all =
                Stream.concat(
                                wishes.limits().stream().map(limit -> limit.boundary().words()),
                                wishes.consents().stream().map(consent -> consent.order().words()))
                        .map(words -> "“" + Shown.line(words, 120) + "”")
                        .distinct()
                        .toList();
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }
}
