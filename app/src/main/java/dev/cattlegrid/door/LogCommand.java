package dev.cattlegrid.door;

import dev.cattlegrid.audit.History;
import dev.cattlegrid.audit.Query;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.audit.Verification;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.screen.EntryPage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `cattlegrid log`: what was decided, and whether the record is whole.
@Command(
        name = "log",
        description = "Lists decisions, newest last.",
        mixinStandardHelpOptions = true)
public final class LogCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "The answer as JSON.")
    private boolean json;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where the record is kept, if not in the usual place.")
    private @Nullable Path state;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "`30m`, `2h`, `7d`, a date or an instant.")
    private @Nullable String since;

    @Option(names = "--session", paramLabel = "ID", description = "One session only.")
    private @Nullable String session;

    @Option(names = "--verdict", paramLabel = "allow|ask|deny", description = "One verdict only.")
    private @Nullable String verdict;

    @Option(
            names = "--looks",
            description =
                    "A model's second looks at what tools gave back, in the place of decisions.")
    private boolean looks;

    @Option(
            names = "-n",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most N decisions (usually 20).")
    private int most;

    @SuppressWarnings("NullAway.Init")
    public LogCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (verdict != null && !List.of("allow", "ask", "deny").contains(verdict)) {
            throw wrong("`--verdict` is `allow`, `ask` or `deny`, not `" + verdict + "`");
        }
        if (most < 1) {
            throw wrong("`-n` is at least 1");
        }
        if (looks) {
            return looks();
        }
        var query =
                new Query(
                        Optional.ofNullable(since).map(this::instant),
                        Optional.ofNullable(session),
                        Optional.ofNullable(verdict),
                        "",
                        most);
        List<Fields> entries = History.of(store(), query);
        if (json) {
            streams.out().println(Json.pretty(entries.stream().map(Fields::values).toList()));
            return Exit.ALLOW;
        }
        var page = page(streams);
        entries.forEach(entry -> streams.out().println(page.line(entry)));
        if (entries.isEmpty()) {
            streams.err().println("cattlegrid: no such decision is on record");
        }
        return Exit.ALLOW;
    }

    private int looks() throws IOException {
        Instant from = Optional.ofNullable(since).map(this::instant).orElse(Instant.EPOCH);
        List<Fields> all =
                History.looks(store(), from).stream()
                        .filter(look ->
                                session == null || look.text("session").orElse("").equals(session))
                        .toList();
        List<Fields> newest = all.subList(Math.max(0, all.size() - most), all.size());
        if (json) {
            streams.out().println(Json.pretty(newest.stream().map(Fields::values).toList()));
            return Exit.ALLOW;
        }
        newest.forEach(look -> streams.out().println(page(streams).look(look)));
        if (newest.isEmpty()) {
            streams.err().println("cattlegrid: no second look is on record");
        }
        return Exit.ALLOW;
    }

    /// Whether the record is whole: 0, or 1 with the places where it is not.
    @Command(
            name = "verify",
            description = "Says whether the record is as it was written, and where it is not.",
            mixinStandardHelpOptions = true)
    int verify() throws IOException {
        Verification found = Verification.of(store());
        if (json) {
            var values = new LinkedHashMap<String, Object>();
            values.put("whole", found.isWhole());
            values.put("entries", found.entries());
            values.put("bytes", found.bytes());
            values.put("breaks", found.breaks());
            values.put("notes", found.notes());
            streams.out().println(Json.pretty(values));
        } else {
            String verdict =
                    found.isWhole() ? streams.ink().green("whole") : streams.ink().red("not whole");
            streams.out()
                    .println(
                            "the record is %s: %d decisions, %d bytes"
                                    .formatted(verdict, found.entries(), found.bytes()));
            found.breaks().forEach(line -> streams.out().println("  " + streams.ink().red(line)));
            found.notes().forEach(line -> streams.out().println("  " + line));
        }
        return found.isWhole() ? Exit.ALLOW : Exit.ASK;
    }

    static EntryPage page(Streams streams) {
        return new EntryPage(streams.ink(), streams.columns(), ZoneId.systemDefault());
    }

    private Store store() {
        return state == null ? Store.usual() : new Store(state.toAbsolutePath().normalize());
    }

    private Instant instant(String text) {
        return Times.ago(text, Instant.now(), ZoneId.systemDefault())
                .orElseThrow(() ->
                        wrong(
                                "`--since` is like `30m`, `2h`, `7d`, `2026-11-01` or an instant, not `"
                                        + text
                                        + "`"));
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
