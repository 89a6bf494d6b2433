package dev.cattlegrid.screen;

import dev.cattlegrid.json.Fields;
import dev.cattlegrid.policy.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Entries of the record for a person: a line each, or one in full.
///
/// @param zone whose time is shown
public record EntryPage(Ink ink, int width, ZoneId zone) {
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /// Time, verdict, id, rule and call on one line.
    public String line(Fields entry) {
        String rule = entry.text("rule").or(() -> entry.text("code")).orElse("");
        String start =
                "%s  %s  %s  "
                        .formatted(
                                ink.faint(time(entry)),
                                verdict(entry),
                                ink.cyan(shown(entry.text("id").orElse(""))));
        String name = "%-24s".formatted(Shown.line(rule, 24));
        int room = Math.max(20, width - 21 - 6 - 12 - name.length() - 2);
        return start + name + "  " + Shown.line(call(entry), room);
    }

    /// A model's look at a result: time, what it said, by which id what was sent is shown, and the tool.
    public String look(Fields entry) {
        Fields judge = entry.object("judge").orElse(Fields.NONE);
        String problem = judge.text("problem").filter(text -> !text.isEmpty()).orElse("");
        return "%s  %-6s  %s  %s  %s"
                .formatted(
                        ink.faint(time(entry)),
                        shown(entry.text("found").orElse("")),
                        ink.cyan("%-10s".formatted(shown(judge.text("prompt").orElse("")))),
                        Shown.line(entry.text("tool").orElse(""), 40),
                        Shown.line(problem))
                .stripTrailing();
    }

    /// Everything about one entry.
    public List<String> page(Fields entry) {
        var page = new ArrayList<String>();
        String rule =
                entry.text("rule")
                        .map(name ->
                                "  "
                                        + ink.bold(shown(name))
                                        + entry.text("strength")
                                                .map(word -> ink.faint(" (" + shown(word) + ")"))
                                                .orElse(""))
                        .orElse("");
        String code =
                entry.text("code").map(word -> ink.faint("  [" + shown(word) + "]")).orElse("");
        page.add(ink.bold(verdict(entry).strip()) + rule + code);
        Page.wrapped(shown(entry.text("reason").orElse("")), width - 2)
                .forEach(line -> page.add("  " + line));
        page.add("");
        Shown.lines(call(entry), 4000)
                .text()
                .lines()
                .limit(40)
                .forEach(line -> page.add("    " + line));
        page.add("");
        if (entry.isTrue("observed")) {
            field("observed", "the host was given no answer", page);
        }
        List<Fields> findings = entry.objects("findings");
        if (!findings.isEmpty()) {
            list("because", texts(findings.getFirst(), "facts"), page);
        }
        list("would", texts(entry, "effects"), page);
        list("not known", texts(entry, "unknown"), page);
        if (!findings.isEmpty()) {
            findings.getFirst().text("clears").ifPresent(text -> field("clears", text, page));
            findings.getFirst().text("alternative").ifPresent(text -> field("instead", text, page));
        }
        field("when", time(entry), page);
        field("where", entry.text("cwd").orElse(""), page);
        field("asked by", askedBy(entry), page);
        field("decided by", entry.text("decider").orElse(""), page);
        entry.object("judge").ifPresent(judge -> judge(judge, page));
        field("id", entry.text("id").orElse(""), page);
        return page;
    }

    private void judge(Fields judge, List<String> page) {
        String model = judge.text("model").orElse("");
        String problem = judge.text("problem").orElse("");
        String came =
                judge.isTrue("remembered")
                        ? "asked earlier"
                        : "%s requests, %s tokens sent, %s back, %s ms"
                                .formatted(
                                        judge.number("calls").orElse(0),
                                        judge.number("prompt_tokens").orElse(0),
                                        judge.number("answer_tokens").orElse(0),
                                        judge.number("millis").orElse(0));
        field("judge", model + ": " + (problem.isEmpty() ? came : problem), page);
        judge.text("rule")
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> field("its rule", text, page));
        judge.text("words")
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> field("your words", text, page));
    }

    private static String askedBy(Fields entry) {
        var by = new StringBuilder(entry.text("host").orElse(""));
        entry.text("session")
                .filter(text -> !text.isEmpty())
                .ifPresent(session -> by.append(", session ").append(session));
        entry.text("agent").ifPresent(agent -> by.append(", agent ").append(agent));
        return by.toString();
    }

    private static List<String> texts(Fields entry, String name) {
        return entry.list(name).orElse(List.of()).stream().map(String::valueOf).toList();
    }

    private void list(String name, List<String> lines, List<String> page) {
        String label = name;
        for (String line : lines) {
            field(label, line, page);
            label = "";
        }
    }

    private void field(String name, String text, List<String> page) {
        String label = name;
        for (String piece : Page.wrapped(shown(text), width - 16)) {
            page.add("  " + ink.cyan(label) + " ".repeat(12 - label.length()) + piece);
            label = "";
        }
    }

    private String verdict(Fields entry) {
        String text = entry.text("verdict").orElse("");
        return Optional.of(text).stream()
                .flatMap(word ->
                        java.util.Arrays.stream(Verdict.values())
                                .filter(verdict -> verdict.text().equals(word)))
                .findFirst()
                .map(verdict -> ink.as(verdict, "%-5s".formatted(text)))
                .orElse("%-5s".formatted(Shown.line(text, 5)));
    }

    private String time(Fields entry) {
        try {
            return SHORT.format(Instant.parse(entry.text("at").orElse("")).atZone(zone));
        } catch (DateTimeParseException _) {
            return "at no known time  ";
        }
    }

    private static String call(Fields entry) {
        return entry.text("call").or(() -> entry.text("tool")).orElse("");
    }

    private static String shown(String text) {
        return Shown.line(text).text();
    }
}
