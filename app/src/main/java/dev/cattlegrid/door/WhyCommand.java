package dev.cattlegrid.door;

import dev.cattlegrid.audit.History;
import dev.cattlegrid.audit.Query;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.judge.Bench;
import dev.cattlegrid.screen.Shown;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cattlegrid why`: one decision in full.
@Command(name = "why", description = "Shows one decision in full.", mixinStandardHelpOptions = true)
public final class WhyCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "The entry as JSON.")
    private boolean json;

    @Option(
            names = "--prompt",
            description = "What was sent to the judge's model about it, word by word.")
    private boolean prompt;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the record is kept, if not in the usual place.")
    private @Nullable Path state;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "Its id, or the beginning of it; without one, the last decision.")
    private @Nullable String id;

    @SuppressWarnings("NullAway.Init")
    public WhyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Store store = state == null ? Store.usual() : new Store(state.toAbsolutePath().normalize());
        List<Fields> found = History.of(store, id == null ? Query.newest(1) : Query.ofId(id, 2));
        if (prompt && id != null && found.isEmpty() && isOfALook(store, id)) {
            prompt(store, id);
            return Exit.ALLOW;
        }
        if (found.isEmpty()) {
            throw wrong(
                    id == null
                            ? "no decision is on record"
                            : "there is no decision " + Shown.name(id) + " on record");
        }
        if (found.size() > 1) {
            throw wrong("more than one decision begins with " + Shown.name(String.valueOf(id)));
        }
        Fields entry = found.getFirst();
        if (prompt) {
            prompt(store, promptOf(entry));
        } else if (json) {
            streams.out().println(Json.pretty(entry.values()));
        } else {
            LogCommand.page(streams).page(entry).forEach(streams.out()::println);
        }
        return Exit.ALLOW;
    }

    private static boolean isOfALook(Store store, String id) throws IOException {
        return History.looks(store, Instant.EPOCH).stream()
                .flatMap(look -> look.object("judge").stream())
                .anyMatch(judge -> judge.text("prompt").orElse("").equals(id));
    }

    private String promptOf(Fields entry) {
        return entry.object("judge")
                .flatMap(judge -> judge.text("prompt"))
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> wrong("no model was asked about this decision"));
    }

    /// What left the machine, as it was sent: secrets had been taken out before.
    private void prompt(Store store, String sent) {
        Fields kept =
                Bench.sent(store, sent)
                        .flatMap(text ->
                                Json.parse(text).members() instanceof Json.Members.Of(var fields)
                                        ? Optional.of(fields)
                                        : Optional.empty())
                        .orElseThrow(() -> wrong("what was sent is no longer kept"));
        if (json) {
            streams.out().println(Json.pretty(kept.values()));
            return;
        }
        for (Fields request : kept.objects("sent")) {
            for (String part : List.of("system", "material", "task")) {
                String text = request.text(part).orElse("");
                streams.out().println(streams.ink().bold(part));
                streams.out().println(Shown.lines(text, Integer.MAX_VALUE).text().strip());
                streams.out().println();
            }
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
