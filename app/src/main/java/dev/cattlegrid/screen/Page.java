package dev.cattlegrid.screen;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A decision for a person: verdict, rule, reason, the command with the piece underlined, and what it rests on.
///
/// @param width in columns
public record Page(Ink ink, int width) {
    private static final int MOST_EFFECTS = 12;
    private static final String MARGIN = "  ";

    /// @param call what was asked; nothing where it could not be read
    public List<String> of(Optional<ToolCall> call, Decision decision) {
        var page = new ArrayList<String>();
        page.add(title(decision));
        if (!decision.reason().isEmpty()) {
            wrapped(shown(decision.reason()), width - 2).forEach(line -> page.add(MARGIN + line));
        }
        page.add("");
        call.ifPresent(there -> command(there, span(decision), decision, page));
        decision.finding()
                .ifPresent(finding -> {
                    section("because", finding.facts(), page);
                });
        section("would", effects(decision), page);
        section("not known", unknowns(decision), page);
        section("also", others(decision), page);
        decision.finding()
                .ifPresent(finding -> {
                    section("clears", finding.clears().stream().toList(), page);
                    section("instead", finding.alternative().stream().toList(), page);
                });
        if (page.getLast().isEmpty()) {
            page.removeLast();
        }
        return page;
    }

    private String title(Decision decision) {
        String verdict = ink.bold(ink.as(decision.verdict(), decision.verdict().text()));
        String by =
                switch (decision.decider()) {
                    case RULE ->
                            decision.finding()
                                    .map(finding ->
                                            MARGIN
                                                    + ink.bold(shown(finding.rule()))
                                                    + ink.faint(
                                                            " ("
                                                                    + DecisionValues.word(
                                                                            finding.strength())
                                                                    + ")"))
                                    .orElse("");
                    case FAST_PATH, LEAVE, JUDGE, PERSON, MODE, FAILURE -> "";
                };
        String code =
                decision.code().map(text -> ink.faint(MARGIN + "[" + shown(text) + "]")).orElse("");
        return verdict + by + code;
    }

    private void command(ToolCall call, Span span, Decision decision, List<String> page) {
        for (Snippet.Line line : Snippet.of(text(call), span, width - 4)) {
            page.add(MARGIN + MARGIN + line.text());
            if (!line.marks().isEmpty()) {
                page.add(MARGIN + MARGIN + ink.as(decision.verdict(), line.marks()));
            }
        }
        page.add("");
    }

    private static Span span(Decision decision) {
        return decision.finding().map(Finding::span).orElse(Span.NONE);
    }

    private static List<String> effects(Decision decision) {
        List<String> all =
                decision.steps().stream()
                        .filter(step ->
                                !(step.effect() instanceof dev.cattlegrid.effect.Effect.Unknown))
                        .map(EffectWords::of)
                        .distinct()
                        .toList();
        if (all.size() <= MOST_EFFECTS) {
            return all;
        }
        var some = new ArrayList<>(all.subList(0, MOST_EFFECTS));
        some.add("… and " + (all.size() - MOST_EFFECTS) + " more");
        return some;
    }

    private static List<String> unknowns(Decision decision) {
        var all = new ArrayList<>(EffectWords.unknowns(decision.steps()));
        for (String open : decision.open()) {
            String line = shown(open);
            if (all.stream().noneMatch(line::endsWith)) {
                all.add(line);
            }
        }
        return all.size() <= MOST_EFFECTS ? all : all.subList(0, MOST_EFFECTS);
    }

    /// Findings besides the one that decided.
    private static List<String> others(Decision decision) {
        return decision.findings().stream()
                .filter(finding -> decision.finding().filter(finding::equals).isEmpty())
                .map(finding ->
                        finding.rule()
                                + " ("
                                + DecisionValues.word(finding.strength())
                                + "): "
                                + finding.reason())
                .distinct()
                .limit(6)
                .toList();
    }

    private void section(String name, List<String> lines, List<String> page) {
        String label = name;
        for (String line : lines) {
            String indent = " ".repeat(12);
            for (String piece : wrapped(shown(line), width - 14)) {
                page.add(
                        MARGIN
                                + (label.isEmpty()
                                        ? indent
                                        : ink.cyan(label) + indent.substring(label.length()))
                                + piece);
                label = "";
            }
        }
    }

    /// A call as one text: the command, or the tool with what it is about.
    public static String text(ToolCall call) {
        return switch (call) {
            case ToolCall.Shell(var command, _) -> command;
            case ToolCall.Read(var path, _) -> "read " + path;
            case ToolCall.Write(var path, _, _) -> "write " + path;
            case ToolCall.Edit(var path, _, _) -> "edit " + path;
            case ToolCall.Fetch(var url, var method, _, _) -> "fetch " + method + " " + url;
            case ToolCall.Search(_, var query, var path, _) ->
                    "search " + query + path.map(text -> " in " + text).orElse("");
            case ToolCall.Mcp(var server, var tool, var arguments, _, _) ->
                    server + "." + tool + " " + arguments;
            case ToolCall.Spawn(var agent, var task, _) -> "start agent " + agent + ": " + task;
            case ToolCall.Inner(var tool, _) -> tool;
            case ToolCall.Other(var tool, var input, _) -> tool + " " + input;
        };
    }

    /// Breaks a line at blanks, so that no piece is wider than the width.
    static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String shown(String text) {
        return Shown.line(text).text();
    }
}
