package dev.cattlegrid.doctor;

import dev.cattlegrid.audit.History;
import dev.cattlegrid.audit.Query;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.daemon.Starter;
import dev.cattlegrid.door.Settings;
import dev.cattlegrid.door.Surroundings;
import dev.cattlegrid.model.Keys;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/// The gate itself: its settings, the clock, and the disk that it writes to.
///
/// @param home of the user
record GateLooks(Path home, Store store) {
    private static final long TIGHT = 1L << 30;
    private static final long TOO_LITTLE = 64L << 20;

    Look daemon() {
        try {
            return switch (Starter.of(home).status()) {
                case Starter.Asked.Said(var said) ->
                        Look.well(
                                "daemon",
                                "process %s since %s"
                                        .formatted(
                                                said.values().get("pid"),
                                                said.values().get("since")));
                case Starter.Asked.Absent _ ->
                        Look.well("daemon", "there is none running; the next hook starts one");
                case Starter.Asked.Silent _ ->
                        Look.wrong(
                                "daemon",
                                "it is there and does not answer, so calls are refused",
                                "cattlegrid daemon restart");
            };
        } catch (IOException problem) {
            return Look.wrong(
                    "daemon",
                    "it cannot be asked: " + problem.getMessage(),
                    "cattlegrid daemon restart");
        }
    }

    Look settings() {
        return switch (Surroundings.read(home, home.resolve(Settings.IN_HOME))) {
            case Surroundings.Read.Bad(var why) ->
                    Look.wrong(
                            "settings",
                            why + "; until then every call is refused",
                            "correct " + home.resolve(Settings.IN_HOME));
            case Surroundings.Read.Of(var read) ->
                    read.observe()
                            ? Look.wrong(
                                    "settings",
                                    "the gate only watches (`observe = true`): it stops nothing",
                                    "cattlegrid setup --enforce")
                            : Look.well("settings", "the gate enforces what it decides");
        };
    }

    /// Nothing is unprotected without a judge, so there is nothing wrong either.
    Look judge() {
        if (!(Surroundings.read(home, home.resolve(Settings.IN_HOME))
                instanceof Surroundings.Read.Of(var read))) {
            return Look.note("judge", "the settings cannot be read");
        }
        return read.judge()
                .map(terms ->
                        switch (Keys.read(terms.connection().key(), Map.of())) {
                            case Keys.Read.Of _ ->
                                    Look.well(
                                            "judge",
                                            "`%s` of `%s` is asked about what the rules leave open"
                                                    .formatted(
                                                            terms.connection().model(),
                                                            terms.connection().provider().text()));
                            case Keys.Read.Bad(var why) ->
                                    Look.note(
                                            "judge",
                                            "it is asked nothing by hooks, so calls that are open are questions: "
                                                    + why);
                        })
                .orElseGet(() ->
                        Look.well(
                                "judge", "there is none: what the rules leave open is a question"));
    }

    /// The record's order rests on the clock, and so do tickets and grants that end.
    Look clock(Instant now) {
        try {
            List<dev.cattlegrid.json.Fields> last = History.of(store, Query.newest(1));
            if (last.isEmpty()) {
                return Look.well("clock", "nothing is on record yet to compare it with");
            }
            Instant written = Instant.parse(last.getFirst().text("at").orElse(""));
            Duration ahead = Duration.between(now, written);
            return ahead.compareTo(Duration.ofSeconds(2)) > 0
                    ? Look.wrong(
                            "clock",
                            "it says %s, and the last decision was written at %s"
                                    .formatted(now, written),
                            "set the clock; tickets and grants end by it")
                    : Look.well("clock", "later than the last decision, " + written);
        } catch (IOException | DateTimeParseException _) {
            return Look.note("clock", "the time of the last decision cannot be read");
        }
    }

    Look disk() {
        try {
            FileStore disk = Files.getFileStore(nearest(store.directory()));
            long free = disk.getUsableSpace();
            String left = "%d MiB are free for %s".formatted(free >> 20, store.directory());
            if (disk.isReadOnly()) {
                return Look.wrong(
                        "disk",
                        "it is read-only below " + store.directory() + ", so every call is refused",
                        "mount it for writing");
            }
            if (free < TOO_LITTLE) {
                return Look.wrong(
                        "disk",
                        left + ": what cannot be written down is refused",
                        "make room, or move the record's directory");
            }
            return free < TIGHT ? Look.note("disk", left) : Look.well("disk", left);
        } catch (IOException _) {
            return Look.note("disk", "it does not say how much is free");
        }
    }

    private static Path nearest(Path directory) {
        Path there = directory;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
