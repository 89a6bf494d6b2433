package dev.cattlegrid.agent.screen;

import dev.cattlegrid.agent.talk.Act;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.talk.Made;
import dev.cattlegrid.agent.tool.Done;
import dev.cattlegrid.agent.tool.Todo;
import dev.cattlegrid.screen.Ink;
import dev.cattlegrid.screen.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What happened, as rows that stay on the screen.
///
/// @param width that no row is wider than
record Story(Ink ink, int width) {
    private static final int MOST_OUTPUT = 4;
    private static final int MOST_WRONG = 8;
    private static final int MOST_DIFF = 24;
    private static final Duration SLOW = Duration.ofMillis(400);

    /// Tools whose output a person wants to see the beginning of.
    private static final Set<String> TELLING = Set.of("Bash", "BashOutput", "Task");

    /// @param number of the refusal, where it is one, by which `/why` knows it
    List<String> of(Happening happening, int number) {
        return switch (happening) {
            case Happening.Began began -> began(began);
            case Happening.Allowed(var made, var by, var took, _) ->
                    List.of(allowed(made, by, took));
            case Happening.Refused(var made, var refusal) -> refused(made, refusal, number);
            case Happening.Answered(_, var kind) -> List.of(ink.faint("  you said: " + word(kind)));
            case Happening.Ran(var made, var done, _) -> ran(made, done);
            case Happening.ModelChanged(var model) -> List.of(fit(ink.faint("model: " + model)));
            case Happening.Compacted(var before, var after) ->
                    List.of(
                            fit(
                                    ink.faint(
                                            "summed up: %d messages are %d now; what you forbade and allowed holds as before"
                                                    .formatted(before, after))));
            case Happening.Retrying(var why, var attempt, var pause) ->
                    List.of(
                            fit(
                                    ink.yellow(
                                            "%s; asking again in %.1f s (%d)"
                                                    .formatted(
                                                            Shown.line(why),
                                                            pause.toMillis() / 1e3,
                                                            attempt))));
            case Happening.Noticed(var what) -> marked(ink.yellow("! "), Shown.line(what).text());
            case Happening.Over(var ending) -> over(ending);
            case Happening.Heard _,
                    Happening.Words _,
                    Happening.Paused _,
                    Happening.Proposed _,
                    Happening.Asked _,
                    Happening.Wondered _,
                    Happening.Used _,
                    Happening.ModeChanged _,
                    Happening.Closed _ ->
                    List.of();
        };
    }

    private List<String> began(Happening.Began began) {
        String head =
                "  %s · %s%s"
                        .formatted(
                                Shown.line(began.directory()),
                                began.model(),
                                began.resumed() ? " · goes on" : "");
        var rows = new ArrayList<>(List.of(fit(ink.bold("cattlegrid") + ink.faint(head))));
        began.sandbox()
                .ifPresent(layers ->
                        rows.add(
                                fit(
                                        ink.faint(
                                                "  commands are confined by %s; network off"
                                                        .formatted(Shown.line(layers))))));
        return rows;
    }

    /// What the person said, as it stands in the story.
    List<String> prompt(String typed) {
        var rows = new ArrayList<String>();
        rows.add("");
        for (String row : Columns.rows(Columns.shown(typed), width - 2)) {
            rows.add(ink.bold((rows.size() == 1 ? "> " : "  ") + row));
        }
        rows.add("");
        return rows;
    }

    private String fit(String row) {
        return Columns.cut(row, width);
    }

    private List<String> marked(String mark, String text) {
        var rows = new ArrayList<String>();
        for (String row : Columns.rows(text, width - 2)) {
            rows.add((rows.isEmpty() ? mark : "  ") + row);
        }
        return rows;
    }

    private String allowed(Made made, String by, Duration took) {
        String who =
                switch (by) {
                    case "person", "judge" -> "  " + by;
                    case "sandbox" -> "  for the sandbox keeps it in";
                    default -> "";
                };
        String time =
                took.compareTo(SLOW) > 0
                        ? "  checked in %.1f s".formatted(took.toMillis() / 1e3)
                        : "";
        String note = who + time;
        return ink.green("● ")
                + Columns.cutPlain(Sections.call(made), width - 2 - Columns.of(note))
                + ink.faint(note);
    }

    /// One row: the rule, the call, why, and the command that says more.
    private List<String> refused(Made made, Happening.Refusal refusal, int number) {
        String rule = refusal.rule().isEmpty() ? refusal.code() : refusal.rule();
        String more = "  /why " + number;
        int room = width - 2 - Columns.of(rule) - 2 - Columns.of(more);
        String reason = ": " + refusal.reason();
        int least = Math.min(Columns.of(reason), room * 3 / 5);
        String call = Columns.cutPlain(Sections.call(made), Math.max(12, room - least));
        String why = Columns.cutPlain(reason, Math.max(4, room - Columns.of(call)));
        var rows = new ArrayList<String>();
        rows.add(fit(ink.red("✗ " + rule) + "  " + call + why + ink.faint(more)));
        if (!refusal.alternative().isEmpty()) {
            rows.add(fit(ink.faint("  instead: " + refusal.alternative())));
        }
        return rows;
    }

    private static String word(Act.Answer.Kind kind) {
        return switch (kind) {
            case ONCE -> "yes, once";
            case ALWAYS -> "yes, and what it does from now on in this session";
            case NO -> "no";
        };
    }

    private List<String> ran(Made made, Done done) {
        if (done.view().isPresent()) {
            return switch (done.view().get()) {
                case Done.View.Diff diff -> diff(diff);
                case Done.View.Todos(var todos) -> todos.stream().map(this::todo).toList();
            };
        }
        List<String> lines = done.text().lines().filter(line -> !line.isBlank()).toList();
        if (done.failed()) {
            return some(lines, MOST_WRONG, true);
        }
        return TELLING.contains(made.tool()) ? some(lines, MOST_OUTPUT, false) : List.of();
    }

    private List<String> some(List<String> lines, int most, boolean wrong) {
        var rows = new ArrayList<String>();
        for (String line : lines.subList(0, Math.min(most, lines.size()))) {
            String row = Columns.cutPlain("  " + Shown.line(line), width);
            rows.add(wrong ? ink.red(row) : ink.faint(row));
        }
        if (lines.size() > most) {
            rows.add(more(lines.size() - most));
        }
        return rows;
    }

    private String more(int lines) {
        return ink.faint(lines == 1 ? "  … 1 more line" : "  … " + lines + " more lines");
    }

    private List<String> diff(Done.View.Diff diff) {
        var rows = new ArrayList<String>();
        rows.add(
                ink.faint("  ")
                        + ink.green("+" + diff.added())
                        + " "
                        + ink.red("−" + diff.removed()));
        List<String> lines = diff.lines();
        lines.stream().limit(MOST_DIFF).map(this::diffRow).forEach(rows::add);
        if (lines.size() > MOST_DIFF) {
            rows.add(more(lines.size() - MOST_DIFF));
        }
        return rows;
    }

    private String diffRow(String line) {
        String row = Columns.cutPlain("  " + Columns.shown(line).replace('\n', ' '), width);
        return line.startsWith("+")
                ? ink.green(row)
                : line.startsWith("-") ? ink.red(row) : ink.faint(row);
    }

    private String todo(Todo todo) {
        String row =
                switch (todo.state()) {
                    case PENDING -> "  ☐ ";
                    case IN_PROGRESS -> "  ▶ ";
                    case COMPLETED -> "  ☑ ";
                };
        String text = Columns.cutPlain(row + Shown.line(todo.text()), width);
        return todo.state() == Todo.State.COMPLETED ? ink.faint(text) : text;
    }

    private List<String> over(Happening.Ending ending) {
        return switch (ending) {
            case Happening.Ending.Answered _ -> List.of();
            case Happening.Ending.Interrupted() ->
                    List.of(ink.yellow("broken off; what was said and done stays"));
            case Happening.Ending.OutOfTurns(var most) ->
                    List.of(ink.yellow("not done after %d turns".formatted(most)));
            case Happening.Ending.Refused(var why) ->
                    marked(ink.red("✗ "), "stopped: " + Shown.line(why));
            case Happening.Ending.Unavailable(var why) ->
                    marked(ink.red("✗ "), Shown.line(why).text());
            case Happening.Ending.Failed(var why) -> marked(ink.red("✗ "), Shown.line(why).text());
        };
    }
}
