package dev.cattlegrid.doctor;

import dev.cattlegrid.json.Fields;
import dev.cattlegrid.screen.EntryPage;
import dev.cattlegrid.screen.Ink;
import dev.cattlegrid.screen.Shown;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A status for a person.
record StatusPage(Ink ink, int width, ZoneId zone) {
    static final String ENFORCE = "cattlegrid setup --enforce";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    List<String> of(Status status) {
        var page = new ArrayList<String>();
        if (status.observe()) {
            page.add(
                    ink.yellow("the gate only watches")
                            + ": it writes decisions down and stops nothing");
            page.add("  to turn it on: " + ink.bold(ENFORCE));
        } else {
            page.add(ink.green("the gate enforces") + " what it decides");
        }
        page.add("");
        clients(status, page);
        calls(status, page);
        sessions(status, page);
        return page;
    }

    private void clients(Status status, List<String> page) {
        page.add(ink.bold("clients"));
        for (Status.Wired client : status.clients()) {
            String start = "  %-20s ".formatted(shown(client.title()));
            page.add(
                    client.isWired()
                            ? start + ink.green("wired")
                            : start + ink.red("not wired: ") + shown(client.says()));
            if (!client.isWired()) {
                page.add(" ".repeat(23) + ink.faint("mend: ") + shown(client.mend()));
            }
        }
        if (status.clients().isEmpty()) {
            page.add("  none is installed here");
        }
        page.add("");
    }

    private void calls(Status status, List<String> page) {
        String would = status.observe() ? "would have been " : "";
        page.add(
                ink.bold("since " + TIME.format(status.since().atZone(zone)))
                        + ": %d calls, %d %sasked about, %d %srefused"
                                .formatted(
                                        status.calls(),
                                        status.of("ask"),
                                        would,
                                        status.of("deny"),
                                        would));
        for (Map.Entry<String, Integer> rule : status.rules()) {
            page.add("  %5d  %s".formatted(rule.getValue(), shown(rule.getKey())));
        }
        List<Fields> latest = status.latest();
        if (!latest.isEmpty()) {
            page.add("  the latest (`cattlegrid why ID` says why):");
            var line = new EntryPage(ink, width - 2, zone);
            latest.forEach(entry -> page.add("  " + line.line(entry)));
        }
        page.add("");
    }

    private void sessions(Status status, List<String> page) {
        page.add(ink.bold("sessions") + ": " + status.sessions());
        for (Status.Strange each : status.strange()) {
            page.add(
                    "  %s  %s %s: %s"
                            .formatted(
                                    ink.faint(TIME.format(each.what().at().atZone(zone))),
                                    shown(each.session().host()),
                                    ink.cyan(shown(each.session().id())),
                                    shown(each.what().what())));
        }
    }

    private static String shown(String text) {
        return Shown.line(text).text();
    }
}
