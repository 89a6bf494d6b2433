package dev.cattlegrid.agent.screen;

import dev.cattlegrid.agent.talk.Act;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.screen.Ink;
import java.util.ArrayList;
import java.util.List;

/// The agent itself asks: one of its choices, or words of the person's own.
///
/// @param chosen one of the choices; their number where the person writes
record Wondering(Happening.Wondered wondered, int chosen, Edit edit) implements Panel {
    static Wondering of(Happening.Wondered wondered) {
        return new Wondering(wondered, 0, Edit.EMPTY);
    }

    private boolean isWriting() {
        return chosen >= wondered.choices().size();
    }

    @Override
    public Next after(Key key) {
        return switch (key) {
            case Key.Letter(var text) -> afterLetter(text);
            case Key.Paste(var text) ->
                    Next.stays(writing(edit.with(Pastes.cleaned(text).replace('\n', ' '))));
            case Key.Named named -> afterNamed(named);
        };
    }

    private Next afterLetter(String text) {
        int number = text.charAt(0) - '1';
        boolean isChoice = edit.isEmpty() && number >= 0 && number < wondered.choices().size();
        return isChoice
                ? replied(wondered.choices().get(number))
                : Next.stays(writing(edit.with(text)));
    }

    private Next afterNamed(Key.Named key) {
        return switch (key) {
            case UP -> Next.stays(moved(-1));
            case DOWN, TAB -> Next.stays(moved(1));
            case ENTER ->
                    isWriting()
                            ? edit.text().isBlank() ? Next.stays(this) : replied(edit.text())
                            : replied(wondered.choices().get(chosen));
            case ESCAPE, BREAK, LEAVE, GONE -> Next.gone(new Wish.Perform(new Act.Interrupt()));
            default -> Next.stays(writing(Writing.after(edit, key)));
        };
    }

    private Next replied(String text) {
        return Next.gone(new Wish.Perform(new Act.Reply(wondered.number(), text)));
    }

    private Wondering moved(int by) {
        int all = wondered.choices().size() + 1;
        return new Wondering(wondered, Math.floorMod(chosen + by, all), edit);
    }

    private Wondering writing(Edit other) {
        return new Wondering(wondered, wondered.choices().size(), other);
    }

    @Override
    public Live live(Ink ink, int width, int height) {
        var rows = new ArrayList<String>();
        rows.add("");
        List<String> question = Columns.rows(wondered.question(), width - 2);
        String mark = ink.cyan("? ");
        for (String row : question.subList(0, Math.min(question.size(), Math.max(2, height / 2)))) {
            rows.add(mark + ink.bold(row));
            mark = "  ";
        }
        for (int i = 0; i < wondered.choices().size(); i++) {
            rows.add(Panel.option(ink, i == chosen, i + 1, wondered.choices().get(i), width));
        }
        rows.add(ink.faint("Enter answers, or write your own · Esc breaks off"));
        rows.add(
                (isWriting() ? ink.bold("> ") : ink.faint("> "))
                        + Columns.cutPlain(Columns.shown(edit.text()), width - 3));
        int column = 2 + Columns.of(Columns.shown(edit.before()));
        return new Live(rows, rows.size() - 1, Math.min(column, width - 1));
    }
}
