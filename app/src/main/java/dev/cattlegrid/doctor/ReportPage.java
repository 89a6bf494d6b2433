package dev.cattlegrid.doctor;

import dev.cattlegrid.screen.Ink;
import dev.cattlegrid.screen.Shown;
import java.util.ArrayList;
import java.util.List;

/// A report for a person.
record ReportPage(Ink ink) {
    private static final String LINE = "  %s  %-" + 9 + "s %s";
    private static final String MEND = " ".repeat(2 + 5 + 2 + 9 + 1);

    List<String> of(Report report) {
        var page = new ArrayList<String>();
        for (Part part : report.parts()) {
            page.add(title(part, report));
            part.looks().forEach(look -> add(look, page));
            page.add("");
        }
        page.add(ending(report));
        return page;
    }

    private String title(Part part, Report report) {
        String title = ink.bold(shown(part.title()));
        if (part.name().equals(Part.GATE)) {
            return title;
        }
        return title
                + (report.isWell(part)
                        ? ": " + ink.green("protected")
                        : ": " + ink.red("not protected"));
    }

    private void add(Look look, List<String> page) {
        String mark =
                switch (look.state()) {
                    case WELL -> ink.green("well ");
                    case NOTE -> ink.yellow("note ");
                    case WRONG -> ink.red("wrong");
                };
        page.add(LINE.formatted(mark, look.about(), shown(look.says())));
        look.mend().ifPresent(mend -> page.add(MEND + ink.faint("mend: ") + shown(mend)));
    }

    private String ending(Report report) {
        if (!report.hasClients()) {
            return "no agent's client was found, so there is nothing that the gate could protect";
        }
        List<String> open =
                report.parts().stream()
                        .filter(part -> !report.isWell(part))
                        .map(Part::title)
                        .toList();
        return open.isEmpty()
                ? "everything that was looked at is well"
                : "not protected or not well: " + shown(String.join(", ", open));
    }

    private static String shown(String text) {
        return Shown.line(text, 2 * Shown.SENTENCE).text();
    }
}
