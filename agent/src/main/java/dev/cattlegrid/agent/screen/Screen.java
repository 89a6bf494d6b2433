package dev.cattlegrid.agent.screen;

import dev.cattlegrid.agent.talk.Act;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.voice.Usage;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.screen.Ink;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What stands on the screen, what a key makes of it, and what happens makes of it. One thread has it.
final class Screen {
    /// Keys that come before a person can have read a question were meant for the prompt.
    static final long READING = 350;

    private static final long TWICE = 2_000;

    private final Ink ink;
    private final Path root;
    private final Near near;
    private final Completer completer;
    private final History history;
    private final UnaryOperator<String> more;
    private final Consumer<Act> acts;
    private final Supplier<List<String>> said;
    private final Commands commands;
    private final Stream words = new Stream();
    private final List<String> above = new ArrayList<>();
    private final Deque<Sent> waiting = new ArrayDeque<>();
    private final List<Happening.Refused> refused = new ArrayList<>();

    private Prompt prompt = Prompt.EMPTY;
    private Optional<Panel> panel = Optional.empty();
    private Activity activity = Activity.nothing(0);
    private StatusLine status;
    private String hint = "";
    private long panelSince;
    private long lastBreak = -TWICE;
    private int width = 79;
    private boolean over;

    /// A prompt that was sent, and how it stood there.
    private record Sent(String text, String typed) {}

    /// @param said what the person said that still stands, a line each
    Screen(
            Ink ink,
            Path root,
            History history,
            Modes modes,
            UnaryOperator<String> more,
            Consumer<Act> acts,
            Consumer<List<String>> asides,
            Supplier<List<String>> said) {
        this.ink = ink;
        this.root = root;
        this.history = history;
        this.more = more;
        this.acts = acts;
        this.said = said;
        near = new Near(root);
        completer = new Completer(root);
        commands = new Commands(this, modes, acts, asides);
        status =
                new StatusLine(
                        Origin.Mode.DEFAULT,
                        "",
                        Branch.of(root),
                        false,
                        Usage.NONE,
                        0,
                        Tally.NOTHING);
    }

    Ink ink() {
        return ink;
    }

    int width() {
        return width;
    }

    StatusLine status() {
        return status;
    }

    List<Happening.Refused> refused() {
        return List.copyOf(refused);
    }

    boolean isOver() {
        return over;
    }

    /// Whether something on it changes by itself.
    boolean isMoving() {
        return activity.isBusy() || panel.isPresent();
    }

    void resized(int columns) {
        width = Math.max(20, columns - 1);
    }

    void show(Panel other, long now) {
        panel = Optional.of(other);
        panelSince = now;
    }

    /// Adds rows to what stays.
    void say(List<String> rows) {
        rows.forEach(row -> above.add(Columns.cut(row, width)));
    }

    /// The rows that stay, each handed out once.
    List<String> above() {
        List<String> rows = List.copyOf(above);
        above.clear();
        return rows;
    }

    void pressed(Key key, long now) {
        hint = "";
        if (panel.isPresent() && isRead(now)) {
            Panel.Next next = panel.get().after(key);
            panel = next.panel();
            next.wishes().forEach(this::wish);
            return;
        }
        if (key instanceof Key.Named named) {
            switch (named) {
                case ESCAPE -> {
                    if (prompt.offered().isEmpty() && activity.isBusy()) {
                        acts.accept(new Act.Interrupt());
                        return;
                    }
                }
                case BREAK -> {
                    broken(now);
                    return;
                }
                case LEAVE -> {
                    if (prompt.edit().isEmpty()) {
                        acts.accept(new Act.Quit());
                    }
                    return;
                }
                case GONE -> {
                    acts.accept(new Act.Quit());
                    return;
                }
                case SHIFT_TAB -> {
                    commands.nextMode();
                    return;
                }
                default -> {}
            }
        }
        written(prompt.after(key, completer, history.all()), now);
    }

    private void written(Prompt.Next next, long now) {
        prompt = next.prompt();
        next.sent().ifPresent(text -> sent(text, next.typed(), now));
    }

    private void sent(String text, String typed, long now) {
        history.add(text);
        if (commands.run(text, now)) {
            return;
        }
        send(text, typed);
    }

    /// Words for the model.
    void send(String text, String typed) {
        waiting.add(new Sent(text, typed));
        acts.accept(new Act.Prompt(text));
    }

    /// Ctrl-C: what is under way, then what is written, then, said twice, the session.
    private void broken(long now) {
        if (activity.isBusy()) {
            acts.accept(new Act.Interrupt());
        } else if (!prompt.edit().isEmpty()) {
            prompt = Prompt.EMPTY;
        } else if (now - lastBreak < TWICE) {
            acts.accept(new Act.Quit());
        } else {
            lastBreak = now;
            hint = "Ctrl-C once more ends the session; so does Ctrl-D";
        }
    }

    private void wish(Panel.Wish wish) {
        switch (wish) {
            case Panel.Wish.Perform(Act.Prompt(var text)) -> send(text, text);
            case Panel.Wish.Perform(var act) -> acts.accept(act);
            case Panel.Wish.Explain(var one) -> explain(one);
        }
    }

    /// Shows a refusal in full.
    void explain(Happening.Refused one) {
        String entry = one.refusal().entry();
        String rest = entry.isEmpty() ? "" : more.apply(entry);
        say(Sections.refusal(one.made(), one.refusal(), rest, near, ink, width));
    }

    private boolean isRead(long now) {
        boolean asks = panel.filter(there -> !(there instanceof RefusedList)).isPresent();
        return !asks || now - panelSince >= READING;
    }

    void happened(Happening told, long now) {
        Happening happening = near.of(told);
        activity = activity.after(happening, now);
        status = status.after(happening, root);
        endWords(happening);
        switch (happening) {
            case Happening.Heard(var text) -> heard(text);
            case Happening.Words(var piece, var agent) -> {
                if (agent.isEmpty()) {
                    say(words.add(piece, width));
                }
            }
            case Happening.Refused one -> refused.add(one);
            case Happening.Asked asked -> show(Question.of(asked, said.get(), near), now);
            case Happening.Wondered wondered -> show(Wondering.of(wondered), now);
            case Happening.Over _ -> panel = panel.filter(RefusedList.class::isInstance);
            case Happening.Closed _ -> over = true;
            default -> {}
        }
        say(new Story(ink, width).of(happening, refused.size()));
    }

    private void endWords(Happening happening) {
        if (!(happening instanceof Happening.Words) && !(happening instanceof Happening.Used)) {
            say(words.end(width));
        }
    }

    private void heard(String text) {
        Sent first = waiting.peek();
        boolean own = first != null && first.text().equals(text);
        if (own) {
            waiting.remove();
        }
        say(new Story(ink, width).prompt(own && first != null ? first.typed() : text));
    }

    /// What stands at the bottom now.
    Live live(int columns, int height, long now) {
        resized(columns);
        var rows = new ArrayList<>(words.rest(width));
        String busy = activity.row(ink, width, now);
        if (!busy.isEmpty()) {
            rows.add("");
            rows.add(busy);
        }
        int room = Math.max(4, height - rows.size() - 2);
        Live middle =
                panel.map(there -> there.live(ink, width, room)).orElseGet(() -> prompting(room));
        if (panel.isPresent() && !isRead(now)) {
            middle = middle.withLast(ink.faint("  …"));
        }
        int top = rows.size();
        rows.addAll(middle.rows());
        rows.add(
                hint.isEmpty()
                        ? status.row(ink, width, activity.slow(now))
                        : ink.yellow(Columns.cutPlain(hint, width)));
        return new Live(rows, top + middle.row(), middle.column()).within(Math.max(4, height - 1));
    }

    private Live prompting(int room) {
        var rows = new ArrayList<String>();
        rows.add("");
        for (Sent one : waiting) {
            rows.add(
                    ink.faint(
                            Columns.cutPlain(
                                    "  waits: " + Columns.shown(one.typed()).replace('\n', ' '),
                                    width)));
        }
        Live writing = Page.prompt(prompt, ink, width).within(room);
        int row = rows.size() + writing.row();
        rows.addAll(writing.rows());
        rows.addAll(Page.offered(prompt, ink, width));
        return new Live(rows, row, writing.column());
    }
}
