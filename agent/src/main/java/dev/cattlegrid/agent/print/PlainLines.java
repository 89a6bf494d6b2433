package dev.cattlegrid.agent.print;

import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.talk.Made;
import dev.cattlegrid.agent.tool.Done;
import dev.cattlegrid.agent.tool.Todo;
import dev.cattlegrid.screen.Ink;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.session.Granted;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/// What happens, written down line by line for a person, on any terminal and in any pipe.
public final class PlainLines {
    private static final int LONGEST = 160;
    private static final int LONGEST_PROMPT = 4_000;
    private static final int MOST_LINES = 12;
    private static final int FEW_LINES = 4;
    private static final Duration SLOW = Duration.ofMillis(500);

    private final PrintWriter out;
    private final Ink ink;
    private final UnaryOperator<String> where;
    private volatile boolean echoing;
    private boolean inWords;

    /// @param where how a person learns more of an entry of the record
    public PlainLines(PrintWriter out, Ink ink, UnaryOperator<String> where) {
        this.out = out;
        this.where = where;
        this.ink = ink;
    }

    public void show(Happening happening) {
        switch (happening) {
            case Happening.Began(
                            var session,
                            var directory,
                            var model,
                            var mode,
                            var resumed,
                            var sandbox) -> {
                line(
                        ink.faint(
                                "%s · %s · mode %s · session %s%s"
                                        .formatted(
                                                directory,
                                                model,
                                                mode.text(),
                                                session,
                                                resumed ? ", which goes on" : "")));
                sandbox.ifPresent(layers ->
                        line(
                                ink.faint(
                                        "commands are confined by "
                                                + Shown.line(layers)
                                                + ": they write to what the agent works in, network off")));
            }
            case Happening.Heard(var prompt) -> {
                if (echoing) {
                    echoing = false;
                    line(ink.bold("> ") + Shown.lines(prompt, LONGEST_PROMPT));
                }
            }
            case Happening.Proposed _, Happening.Answered _ -> {}
            case Happening.Words(var piece, var agent) -> {
                if (agent.isEmpty()) {
                    words(piece);
                }
            }
            case Happening.Paused(var agent) -> {
                if (agent.isEmpty()) {
                    endWords();
                }
            }
            case Happening.Allowed(var made, var by, var took, _) ->
                    line(
                            ink.green("✓ ")
                                    + call(made)
                                    + (by.equals("person")
                                                    || by.equals("judge")
                                                    || by.equals("sandbox")
                                            ? ink.faint("  (" + by + ")")
                                            : "")
                                    + (took.compareTo(SLOW) > 0
                                            ? ink.faint("  " + took.toMillis() + " ms")
                                            : ""));
            case Happening.Refused(var made, var refusal) -> refused(made, refusal);
            case Happening.Asked(_, var made, var refusal, var always) ->
                    question(made, refusal, always);
            case Happening.Wondered(_, var question, var choices) -> {
                line(ink.bold("? ") + question);
                for (int i = 0; i < choices.size(); i++) {
                    line("  %d. %s".formatted(i + 1, choices.get(i)));
                }
            }
            case Happening.Ran(var made, var done, _) -> ran(made, done);
            case Happening.Used _ -> {}
            case Happening.ModeChanged(var mode) -> line(ink.faint("mode: " + mode.text()));
            case Happening.ModelChanged(var model) -> line(ink.faint("model: " + model));
            case Happening.Compacted(var before, var after) ->
                    line(
                            ink.faint(
                                    "summed up: %d messages are %d now; boundaries and leave hold as before"
                                            .formatted(before, after)));
            case Happening.Retrying(var why, var attempt, var pause) ->
                    line(
                            ink.yellow(
                                    "%s; asking again in %.1f s (%d)"
                                            .formatted(why, pause.toMillis() / 1000.0, attempt)));
            case Happening.Noticed(var what) -> line(ink.yellow("! ") + Shown.line(what));
            case Happening.Over(var ending) -> over(ending);
            case Happening.Closed() -> out.flush();
        }
    }

    /// The next prompt was not typed here, and is shown.
    void echo() {
        echoing = true;
    }

    private void words(String piece) {
        out.print(Shown.lines(piece, Integer.MAX_VALUE));
        inWords = !piece.endsWith("\n");
        out.flush();
    }

    private void endWords() {
        if (inWords) {
            out.println();
            inWords = false;
        }
    }

    private void line(String text) {
        endWords();
        out.println(text);
        out.flush();
    }

    private static String call(Made made) {
        return made.agent().map(name -> "[" + name + "] ").orElse("")
                + made.tool()
                + (made.line().isEmpty() ? "" : " " + Shown.line(made.line(), LONGEST));
    }

    private void refused(Made made, Happening.Refusal refusal) {
        String rule =
                refusal.rule().isEmpty()
                        ? refusal.code().isEmpty() ? "" : " (" + refusal.code() + ")"
                        : " (" + refusal.rule() + ")";
        line(
                ink.red("✗ ")
                        + call(made)
                        + ": "
                        + refusal.reason()
                        + rule
                        + (refusal.entry().isEmpty()
                                ? ""
                                : ink.faint("  " + where.apply(refusal.entry()))));
        if (!refusal.alternative().isEmpty()) {
            line(ink.faint("  instead: " + refusal.alternative()));
        }
    }

    private void question(Made made, Happening.Refusal refusal, List<Granted> always) {
        line("");
        line(ink.yellow("? ") + ink.bold(call(made)));
        line(
                "  "
                        + refusal.reason()
                        + (refusal.rule().isEmpty() ? "" : " (" + refusal.rule() + ")"));
        section("would", refusal.effects());
        section("checked", refusal.facts());
        if (!refusal.clears().isEmpty()) {
            section("clears", List.of(refusal.clears()));
        }
        if (!refusal.alternative().isEmpty()) {
            section("instead", List.of(refusal.alternative()));
        }
        section("always", always.stream().map(Granted::words).toList());
    }

    private void section(String name, List<String> lines) {
        String label = name;
        for (String text : lines) {
            line("  " + ink.cyan("%-8s".formatted(label)) + " " + Shown.line(text));
            label = "";
        }
    }

    private void ran(Made made, Done done) {
        if (done.view().isPresent()) {
            switch (done.view().get()) {
                case Done.View.Diff(_, var lines, var added, var removed) -> {
                    line(ink.faint("  +%d −%d".formatted(added, removed)));
                    lines.stream().limit(MOST_LINES).forEach(this::diffLine);
                    more(lines.size(), MOST_LINES);
                }
                case Done.View.Todos(var todos) -> todos.forEach(this::todo);
            }
            return;
        }
        List<String> lines = done.text().lines().filter(text -> !text.isBlank()).toList();
        boolean wanted = done.failed() || made.tool().equals("Bash");
        int most = done.failed() ? MOST_LINES : FEW_LINES;
        if (wanted) {
            lines.stream()
                    .limit(most)
                    .map(text -> Shown.line(text, LONGEST).text())
                    .forEach(
                            text -> line("  " + (done.failed() ? ink.red(text) : ink.faint(text))));
            more(lines.size(), most);
        }
    }

    private void diffLine(String text) {
        String shown = "  " + Shown.line(text, LONGEST);
        line(
                text.startsWith("+")
                        ? ink.green(shown)
                        : text.startsWith("-") ? ink.red(shown) : ink.faint(shown));
    }

    private void more(int all, int most) {
        if (all > most) {
            line(ink.faint("  … %d more lines".formatted(all - most)));
        }
    }

    private void todo(Todo todo) {
        String mark =
                switch (todo.state()) {
                    case PENDING -> "☐ ";
                    case IN_PROGRESS -> "▶ ";
                    case COMPLETED -> "☑ ";
                };
        line("  " + mark + Shown.line(todo.text()));
    }

    private void over(Happening.Ending ending) {
        endWords();
        switch (ending) {
            case Happening.Ending.Answered _ -> {}
            case Happening.Ending.Interrupted() -> line(ink.yellow("broken off"));
            case Happening.Ending.OutOfTurns(var most) ->
                    line(ink.yellow("not done after %d turns".formatted(most)));
            case Happening.Ending.Refused(var why) -> line(ink.red("stopped: ") + Shown.line(why));
            case Happening.Ending.Unavailable(var why) -> line(ink.red(why));
            case Happening.Ending.Failed(var why) -> line(ink.red(Shown.line(why).text()));
        }
    }
}
