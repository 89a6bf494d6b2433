package dev.cattlegrid.ledger;

import dev.cattlegrid.effect.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Orders that stood in what tools gave back in a session, and where they lead. None of it is anybody's wish.
///
/// @param from what gave them back, in words; the latest last
/// @param files that hold such orders, by absolute path
/// @param hosts that they name, lower case
/// @param commands that they spell out, each on one line
public record Planted(
        List<String> from, List<String> files, List<String> hosts, List<String> commands) {
    private static final int REMEMBERED = 256;

    public static final Planted NONE = new Planted(List.of(), List.of(), List.of(), List.of());

    public Planted {
        from = List.copyOf(from);
        files = List.copyOf(files);
        hosts = List.copyOf(hosts);
        commands = List.copyOf(commands);
    }

    public boolean isEmpty() {
        return from.isEmpty();
    }

    Planted after(Event.Planted event) {
        return new Planted(
                with(from, List.of(event.from())),
                with(files, event.file().stream().toList()),
                with(hosts, event.hosts()),
                with(commands, event.commands()));
    }

    /// What was there first stays: a text could name as much as it likes.
    private static List<String> with(List<String> known, List<String> more) {
        var all = new ArrayList<>(known);
        more.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return all.size() > REMEMBERED ? all.subList(0, REMEMBERED) : all;
    }

    /// Whether a source holds such orders.
    boolean holds(Source source) {
        return source instanceof Source.File(var place) && files.contains(place.path());
    }

    /// The host that was named, where this is it or one below it.
    public Optional<String> host(String host) {
        return hosts.stream()
                .filter(named -> host.equals(named) || host.endsWith("." + named))
                .findFirst();
    }

    /// The command that was spelled out, where a call consists of it or holds it as a part of its own.
    ///
    /// @param call with one blank between its words
    public Optional<String> command(String call) {
        return commands.stream().filter(command -> holds(call, command)).findFirst();
    }

    private static boolean holds(String call, String command) {
        int at = call.indexOf(command);
        return at == 0
                || at > 1
                        && (";&|(\n".indexOf(call.charAt(at - 1)) >= 0
                                || ";&|(".indexOf(call.charAt(at - 2)) >= 0);
    }
}
