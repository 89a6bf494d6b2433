package dev.cattlegrid.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a person let pass at the prompt of an agent that runs in this process: kept in its memory alone, so that no file that
/// somebody writes lets anything pass, and gone with it.
public final class Leaves {
    private final InstantSource clock;
    private final Map<Call, Instant> once = new HashMap<>();
    private final List<Granted> always = new ArrayList<>();
    private int number;

    public Leaves(InstantSource clock) {
        this.clock = clock;
    }

    /// What is let pass: a call, with all that was found out about it.
    private record Call(Sessions.Name session, String key) {}

    /// Lets a call pass once.
    ///
    /// @param key of the decision that the person was shown
    public synchronized void once(Sessions.Name session, String key) {
        once.put(new Call(session, key), clock.instant().plus(Tickets.APPROVED));
    }

    public synchronized boolean holds(Sessions.Name session, String key) {
        Instant until = once.get(new Call(session, key));
        return until != null && clock.instant().isBefore(until);
    }

    /// Uses up the leave for a call.
    ///
    /// @return whether it was still there
    public synchronized boolean use(Sessions.Name session, String key) {
        boolean there = holds(session, key);
        once.remove(new Call(session, key));
        return there;
    }

    /// Lets an effect pass for as long as the grant says.
    ///
    /// @param draft with any id
    public synchronized Granted always(Function<String, Granted> draft) {
        Granted granted = draft.apply("here-" + ++number);
        always.add(granted);
        return granted;
    }

    /// The grants that count for a call.
    public synchronized List<Granted> of(Sessions.Name session, String directory) {
        return always.stream()
                .filter(grant -> grant.isLeft(clock.instant()))
                .filter(grant -> grant.scope().holds(session, directory))
                .toList();
    }

    public synchronized boolean isGrant(String id) {
        return always.stream().anyMatch(grant -> grant.id().equals(id));
    }

    /// Counts one more use of a grant.
    ///
    /// @return whether there was one left
    public synchronized boolean useGrant(String id) {
        for (int i = 0; i < always.size(); i++) {
            Granted grant = always.get(i);
            if (grant.id().equals(id) && grant.isLeft(clock.instant())) {
                always.set(i, grant.usedOnce());
                return true;
            }
        }
        return false;
    }
}
