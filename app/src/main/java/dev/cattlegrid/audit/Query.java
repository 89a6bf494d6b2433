package dev.cattlegrid.audit;

import dev.cattlegrid.json.Fields;
import java.time.Instant;
import java.util.Optional;

/// Which decisions are wanted, the newest of them.
///
/// @param id its beginning; empty: any
public record Query(
        Optional<Instant> since,
        Optional<String> session,
        Optional<String> verdict,
        String id,
        int most) {

    public static Query newest(int most) {
        return new Query(Optional.empty(), Optional.empty(), Optional.empty(), "", most);
    }

    public static Query ofId(String id, int most) {
        return new Query(Optional.empty(), Optional.empty(), Optional.empty(), id, most);
    }

    boolean takes(Fields entry) {
        return entry.text("event").orElse("").equals("decision")
                && entry.text("id").orElse("").startsWith(id)
                && session.map(name -> entry.text("session").orElse("").equals(name)).orElse(true)
                && verdict.map(name -> entry.text("verdict").orElse("").equals(name)).orElse(true)
                && since.map(from -> !at(entry).isBefore(from)).orElse(true);
    }

    static Instant at(Fields entry) {
        try {
            return Instant.parse(entry.text("at").orElse(""));
        } catch (java.time.format.DateTimeParseException _) {
            return Instant.EPOCH;
        }
    }
}
