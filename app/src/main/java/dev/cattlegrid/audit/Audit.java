package dev.cattlegrid.audit;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Verdict;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes decisions down before they are answered.
public final class Audit {
    private final Store store;
    private final RecordFile file;
    private @Nullable Key key;

    public Audit(Store store) {
        this(store, new RecordFile(store));
    }

    Audit(Store store, RecordFile file) {
        this.store = store;
        this.file = file;
    }

    public sealed interface Written {
        /// @param id by which the entry is found again
        record As(String id) implements Written {}

        /// Nothing was written, so nothing may be answered but a refusal.
        ///
        /// @param why one lower-case sentence without a full stop
        record Failed(String why) implements Written {}
    }

    /// Writes one decision; a denial is on the disk when this returns.
    public Written write(Entry.Of what) {
        try {
            Entry entry = Entry.of(what, key());
            file.append(entry.text(), what.decision().verdict() == Verdict.DENY);
            return new Written.As(entry.id());
        } catch (IOException problem) {
            return new Written.Failed(
                    "the decision could not be written down: " + inWords(problem));
        }
    }

    /// Writes down what a person did at the gate, before it is done; it is on the disk when this returns.
    ///
    /// @param act `approve`, `deny`, `grant`, `revoke`, `pin`
    /// @param about a ticket's code, a grant's id
    /// @param what in words
    public void person(String act, String about, String what) throws IOException {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("event", "person");
        entry.put("at", Instant.now().toString());
        entry.put("act", act);
        entry.put("about", about);
        entry.put("what", Redactor.redact(what));
        file.append(Json.print(entry), true);
    }

    /// Writes down that something of a session does not fit what was answered.
    ///
    /// @param kind in one word
    /// @param what in words
    public void irregular(Origin origin, String kind, String what) throws IOException {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("event", "irregular");
        entry.put("at", Instant.now().toString());
        entry.put("host", origin.host());
        entry.put("session", origin.session());
        entry.put("cwd", origin.directory());
        entry.put("kind", kind);
        entry.put("what", Redactor.redact(what));
        file.append(Json.print(entry), true);
    }

    /// Writes down that a model looked at what a tool gave back.
    ///
    /// @param found in one word
    /// @param judge what it cost
    public void looked(Origin origin, String tool, String found, Map<String, Object> judge)
            throws IOException {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("event", "look");
        entry.put("at", Instant.now().toString());
        entry.put("host", origin.host());
        entry.put("session", origin.session());
        entry.put("tool", tool);
        entry.put("found", found);
        entry.put("judge", judge);
        file.append(Json.print(entry), false);
    }

    private synchronized Key key() throws IOException {
        Key there = key;
        if (there == null) {
            there = Key.of(store);
            key = there;
        }
        return there;
    }

    static String inWords(IOException problem) {
        return switch (problem) {
            case AccessDeniedException denied -> "no permission for `" + denied.getFile() + "`";
            case NoSuchFileException missing -> "there is no `" + missing.getFile() + "`";
            case FileSystemException other -> "`" + other.getFile() + "`: " + other.getReason();
            default -> String.valueOf(problem.getMessage());
        };
    }
}
