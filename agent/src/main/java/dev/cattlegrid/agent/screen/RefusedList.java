package dev.cattlegrid.agent.screen;

import dev.cattlegrid.agent.talk.Act;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.screen.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was refused lately, the latest first, and what a key does about one of it.
///
/// @param message about the last key; may be empty
record RefusedList(List<Happening.Refused> refused, int chosen, String message) implements Panel {
    private static final String KEYS =
            "↑↓ choose · r let pass and retry · a let pass once · w why · Esc back";

    RefusedList {
        refused = List.copyOf(refused);
    }

    /// @param all in the order in which they were refused
    static RefusedList of(List<Happening.Refused> all) {
        return new RefusedList(all.reversed(), 0, "");
    }

    @Override
    public Next after(Key key) {
        return switch (key) {
            case Key.Letter(var text) -> afterLetter(text);
            case Key.Paste _ -> Next.stays(this);
            case Key.Named.UP -> Next.stays(moved(-1));
            case Key.Named.DOWN, Key.Named.TAB -> Next.stays(moved(1));
            case Key.Named.ESCAPE, Key.Named.BREAK, Key.Named.LEAVE, Key.Named.GONE -> Next.gone();
            case Key.Named.ENTER -> why();
            case Key.Named _ -> Next.stays(this);
        };
    }

    private Next afterLetter(String text) {
        if (refused.isEmpty()) {
            return Next.gone();
        }
        return switch (text) {
            case "k" -> Next.stays(moved(-1));
            case "j" -> Next.stays(moved(1));
            case "w" -> why();
            case "a" -> cleared(false);
            case "r" -> cleared(true);
            case "q" -> Next.gone();
            default -> Next.stays(this);
        };
    }

    private Next why() {
        return refused.isEmpty()
                ? Next.gone()
                : new Next(Optional.of(this), List.of(new Wish.Explain(refused.get(chosen))));
    }

    /// The words to the model name no call: what it is that passes, the gate knows by what it was shown.
    private Next cleared(boolean retry) {
        Happening.Refusal refusal = refused.get(chosen).refusal();
        if (!refusal.clearable()) {
            return Next.stays(
                    new RefusedList(
                            refused, chosen, "nothing lets this pass: " + refusal.reason()));
        }
        var wishes = new ArrayList<Wish>();
        wishes.add(new Wish.Perform(new Act.Allow(refusal)));
        if (retry) {
            String which = refusal.entry().isEmpty() ? "last" : "as " + refusal.entry();
            wishes.add(
                    new Wish.Perform(
                            new Act.Prompt(
                                    "The call that was refused "
                                            + which
                                            + " may pass now, once; make it again.")));
        }
        return new Next(Optional.empty(), wishes);
    }

    private RefusedList moved(int by) {
        int to = refused.isEmpty() ? 0 : Math.clamp(chosen + by, 0, refused.size() - 1);
        return new RefusedList(refused, to, "");
    }

    @Override
    public Live live(Ink ink, int width, int height) {
        var rows = new ArrayList<String>();
        rows.add("");
        rows.add(ink.bold("refused lately"));
        if (refused.isEmpty()) {
            rows.add("  nothing");
        }
        int room = Math.max(1, (height - 4) / 2);
        int from = Math.max(0, Math.min(chosen - room / 2, refused.size() - room));
        for (int i = from; i < Math.min(refused.size(), from + room); i++) {
            Happening.Refused one = refused.get(i);
            rows.add(
                    Panel.option(
                            ink,
                            i == chosen,
                            refused.size() - i,
                            Sections.call(one.made()),
                            width));
            String rule = one.refusal().rule();
            rows.add(
                    ink.faint(
                            Columns.cutPlain(
                                    "     "
                                            + (rule.isEmpty() ? "" : rule + ": ")
                                            + one.refusal().reason(),
                                    width)));
        }
        rows.add(ink.faint(Columns.cutPlain(message.isEmpty() ? KEYS : message, width)));
        return new Live(rows, rows.size() - 1, 0);
    }
}
