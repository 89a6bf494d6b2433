package dev.cattlegrid.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a session's host asks about what it runs.
///
/// @param since when the gate first heard of the session
/// @param transcript where the host writes the session down; empty where it does not say
/// @param ended the calls whose end was heard last, by the host's id; an end may be told twice
/// @param noticed what did not fit, the oldest first
public record Heartbeat(
        Optional<Instant> since, String transcript, List<String> ended, List<Irregular> noticed) {
    /// More than a transcript is looked through for.
    private static final int ENDED = 64;

    private static final int NOTICED = 32;

    public static final Heartbeat NONE = new Heartbeat(Optional.empty(), "", List.of(), List.of());

    public Heartbeat {
        ended = List.copyOf(ended);
        noticed = List.copyOf(noticed);
    }

    /// The host was heard.
    ///
    /// @param named the transcript, where it was named
    public Heartbeat heard(Instant at, Optional<String> named) {
        return new Heartbeat(
                Optional.of(since.orElse(at)), named.orElse(transcript), ended, noticed);
    }

    public Heartbeat ended(String id) {
        return ended.contains(id)
                ? this
                : new Heartbeat(since, transcript, last(ENDED, ended, id), noticed);
    }

    /// The same thing is noticed once.
    public Heartbeat noticed(Irregular what) {
        return noticed.stream().anyMatch(what::isSame)
                ? this
                : new Heartbeat(since, transcript, ended, last(NOTICED, noticed, what));
    }

    /// What the host has not been told of yet.
    public List<Irregular> untold() {
        return noticed.stream().filter(each -> !each.told()).toList();
    }

    public Heartbeat toldAll() {
        return new Heartbeat(
                since, transcript, ended, noticed.stream().map(Irregular::toldNow).toList());
    }

    private static <T> List<T> last(int most, List<T> list, T another) {
        var more = new ArrayList<>(list);
        more.add(another);
        return more.size() > most ? more.subList(more.size() - most, more.size()) : more;
    }
}
