package dev.cattlegrid.desk;

import dev.cattlegrid.door.Exit;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.session.Sessions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `cattlegrid boundaries`: what the person forbade, in each session.
@Command(
        name = "boundaries",
        description =
                "Lists what you forbade in your own words, and what you allowed; say it in the session to change it.",
        mixinStandardHelpOptions = true)
public final class BoundariesCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--json", description = "The list as JSON.")
    private boolean json;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the gate keeps its files, if not in the usual place.")
    private @Nullable Path state;

    public BoundariesCommand(Desk desk) {
        this.desk = desk;
    }

    /// One thing that was said and still counts.
    private record Said(Sessions.Name session, String kind, String words) {
        Map<String, Object> values() {
            var values = new LinkedHashMap<String, Object>();
            values.put("host", session.host());
            values.put("session", session.id());
            values.put("kind", kind);
            values.put("words", words);
            return values;
        }
    }

    @Override
    public Integer call() throws IOException {
        List<Said> all = said(desk.stores(state).sessions());
        PrintWriter out = desk.streams().out();
        if (json) {
            out.println(Json.pretty(all.stream().map(Said::values).toList()));
            return Exit.ALLOW;
        }
        if (all.isEmpty()) {
            out.println("nothing is forbidden, and no leave is open");
        }
        Sessions.Name last = new Sessions.Name("", "");
        for (Said said : all) {
            if (!said.session().equals(last)) {
                last = said.session();
                out.println(
                        desk.streams()
                                .ink()
                                .bold(Shown.line(last.host() + ", session " + last.id()).text()));
            }
            out.println("  %-9s %s".formatted(said.kind(), Shown.line(said.words()).text()));
        }
        return Exit.ALLOW;
    }

    private static List<Said> said(Sessions sessions) throws IOException {
        var all = new ArrayList<Said>();
        for (Sessions.Name name : sessions.all()) {
            var wishes = sessions.read(name).memory().ledger().wishes();
            wishes.limits().stream()
                    .map(limit -> new Said(name, "forbidden", limit.boundary().words()))
                    .forEach(all::add);
            wishes.consents().stream()
                    .map(consent ->
                            new Said(
                                    name,
                                    consent.order().standing() ? "always" : "once",
                                    consent.order().words()))
                    .forEach(all::add);
        }
        return all;
    }
}
