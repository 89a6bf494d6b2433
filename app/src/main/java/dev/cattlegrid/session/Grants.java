package dev.cattlegrid.session;

import dev.cattlegrid.audit.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The grants of a person, in one file below the store. One that nobody signed, that is over or used up does not count.
public final class Grants {
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Store store;
    private final Seal seal;
    private final InstantSource clock;

    public Grants(Store store, Seal seal, InstantSource clock) {
        this.store = store;
        this.seal = seal;
        this.clock = clock;
    }

    /// What the file holds.
    private record Kept(List<Granted> grants) {}

    /// The grants that count for a call.
    public List<Granted> of(Sessions.Name session, String directory) throws IOException {
        var valid = new ArrayList<Granted>();
        for (Granted grant : all()) {
            if (grant.isLeft(clock.instant())
                    && grant.scope().holds(session, directory)
                    && seal.holds(grant.signed(), grant.signature())) {
                valid.add(grant);
            }
        }
        return valid;
    }

    /// All that are kept, those that are over included, the oldest first.
    public List<Granted> all() throws IOException {
        Path file = file();
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Plain.read(Kept.class, OwnFile.read(file).values()).grants();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IllegalArgumentException problem) {
            throw OwnFile.unreadable(file, "no list of grants: " + problem.getMessage());
        }
    }

    /// Keeps a grant under the person's signature.
    ///
    /// @param draft with any id and no signature
    public Granted add(Function<String, Granted> draft, Seal.Opened by) throws IOException {
        Granted fresh = draft.apply(freshId());
        Granted signed = fresh.signed(by.sign(fresh.signed()));
        change(all -> {
            all.add(signed);
            return true;
        });
        return signed;
    }

    /// Counts one more use.
    ///
    /// @return whether there was one left
    public boolean use(String id) throws IOException {
        return change(all -> {
            for (int i = 0; i < all.size(); i++) {
                Granted grant = all.get(i);
                if (grant.id().equals(id) && grant.isLeft(clock.instant())) {
                    all.set(i, grant.usedOnce());
                    return true;
                }
            }
            return false;
        });
    }

    /// @return whether there was such a grant
    public boolean revoke(String id) throws IOException {
        return change(all -> all.removeIf(grant -> grant.id().equals(id)));
    }

    private boolean change(Function<List<Granted>, Boolean> how) throws IOException {
        return OwnFile.alone(
                store,
                file().resolveSibling("tickets"),
                () -> {
                    var all = new ArrayList<>(all());
                    boolean changed = how.apply(all);
                    if (changed) {
                        Map<String, Object> values = new LinkedHashMap<>();
                        values.put("grants", Plain.of(all));
                        OwnFile.replace(file(), values, true);
                    }
                    return changed;
                });
    }

    private static String freshId() {
        var id = new StringBuilder("g-");
        for (int i = 0; i < 6; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    private Path file() {
        return store.directory().resolve("grants.json");
    }
}
