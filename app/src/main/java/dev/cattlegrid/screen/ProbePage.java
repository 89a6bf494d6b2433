package dev.cattlegrid.screen;

import dev.cattlegrid.probe.Kind;
import dev.cattlegrid.probe.Probed;
import dev.cattlegrid.probe.Sign;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was found in a text that a tool gave back: for a person, and as plain values.
public final class ProbePage {
    private static final int MOST = 12;
    private static final int PIECE = 100;

    private ProbePage() {}

    /// @param name of the text; empty where there is only one
    public static List<String> of(String name, Probed probed, String text, Ink ink) {
        var page = new ArrayList<String>();
        String before = name.isEmpty() ? "" : Shown.line(name).text() + ": ";
        String part =
                probed.whole()
                        ? ""
                        : "; of a text that long only the beginning and the end are read";
        if (!probed.injection()) {
            page.add(before + ink.green("nothing") + " that speaks to an agent was found" + part);
            return page;
        }
        page.add(before + ink.red("injection") + ": " + sentence(probed) + part);
        probed.signs().stream().limit(MOST).forEach(sign -> page.add(line(sign, text, ink)));
        if (probed.signs().size() > MOST) {
            page.add(ink.faint("  … " + (probed.signs().size() - MOST) + " more"));
        }
        return page;
    }

    private static String line(Sign sign, String text, Ink ink) {
        return "  %s  %s  %s"
                .formatted(
                        ink.bold("%-12s".formatted(sign.kind().label())),
                        ink.faint("line " + lineOf(text, sign.span().start())),
                        Shown.line(sign.span().of(text), PIECE));
    }

    private static int lineOf(String text, int at) {
        int line = 1;
        for (int i = 0; i < Math.min(at, text.length()); i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return line;
    }

    /// What the text does, in one sentence without a full stop; the heaviest first.
    public static String sentence(Probed probed) {
        List<String> clauses =
                probed.kinds().stream()
                        .filter(kind -> kind != Kind.PRESSURE)
                        .limit(3)
                        .map(Kind::sentence)
                        .toList();
        return String.join("; ", clauses);
    }

    /// The kinds of signs as programs name them.
    public static List<Object> labels(Probed probed) {
        return probed.kinds().stream().<Object>map(Kind::label).toList();
    }

    public static Map<String, Object> values(Probed probed, String text) {
        var values = new LinkedHashMap<String, Object>();
        values.put("injection", probed.injection());
        values.put("whole", probed.whole());
        values.put(
                "signs", probed.signs().stream().<Object>map(sign -> values(sign, text)).toList());
        return values;
    }

    private static Map<String, Object> values(Sign sign, String text) {
        var values = new LinkedHashMap<String, Object>();
        values.put("sign", sign.kind().label());
        values.put("weight", sign.weight());
        values.put("start", sign.span().start());
        values.put("end", sign.span().end());
        values.put("text", Shown.line(sign.span().of(text)).text());
        values.put("says", sign.kind().sentence());
        return values;
    }
}
