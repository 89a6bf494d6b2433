package dev.cattlegrid.agent.screen;

import dev.cattlegrid.agent.talk.Act;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.screen.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The gate asks: what a call would do, and the four answers.
///
/// @param said what the person said before that bears on it
/// @param near by which files of the project are named
/// @param chosen answer
/// @param word to the model that is being written, with a no
/// @param sure whether the person looks at what `always` would cover
record Question(
        Happening.Asked asked,
        List<String> said,
        Near near,
        Answer chosen,
        Optional<Edit> word,
        boolean sure)
        implements Panel {
    Question {
        said = List.copyOf(said);
    }

    static Question of(Happening.Asked asked, List<String> said, Near near) {
        return new Question(asked, said, near, Answer.ONCE, Optional.empty(), false);
    }

    enum Answer {
        ONCE("yes, once: exactly what is shown"),
        ALWAYS("yes, and what it does from now on in this session"),
        NO("no"),
        WORD("no, and tell the agent why");

        private final String text;

        Answer(String text) {
            this.text = text;
        }
    }

    private List<Answer> answers() {
        return asked.always().isEmpty()
                ? List.of(Answer.ONCE, Answer.NO, Answer.WORD)
                : List.of(Answer.values());
    }

    @Override
    public Next after(Key key) {
        if (word.isPresent()) {
            return afterWriting(word.get(), key);
        }
        return switch (key) {
            case Key.Letter(var text) -> afterLetter(text);
            case Key.Paste _ -> Next.stays(this);
            case Key.Named named -> afterNamed(named);
        };
    }

    private Next afterLetter(String text) {
        List<Answer> answers = answers();
        int number = text.charAt(0) - '1';
        if (number >= 0 && number < answers.size()) {
            return taken(answers.get(number));
        }
        return switch (text) {
            case "y" -> taken(Answer.ONCE);
            case "a" -> answers.contains(Answer.ALWAYS) ? taken(Answer.ALWAYS) : Next.stays(this);
            case "n" -> taken(Answer.NO);
            case "w" -> taken(Answer.WORD);
            default -> Next.stays(this);
        };
    }

    private Next afterNamed(Key.Named key) {
        return switch (key) {
            case UP -> Next.stays(moved(-1));
            case DOWN, TAB -> Next.stays(moved(1));
            case ENTER -> taken(chosen);
            case ESCAPE, BREAK, LEAVE, GONE ->
                    sure
                            ? Next.stays(of(asked, said, near))
                            : Next.gone(new Wish.Perform(new Act.Interrupt()));
            case NEW_LINE,
                    SHIFT_TAB,
                    BACKSPACE,
                    DELETE,
                    LEFT,
                    RIGHT,
                    HOME,
                    END,
                    WORD_LEFT,
                    WORD_RIGHT,
                    ERASE_WORD,
                    ERASE_BEFORE,
                    ERASE_AFTER,
                    SEARCH,
                    REDRAW,
                    OTHER ->
                    Next.stays(this);
        };
    }

    private Question moved(int by) {
        List<Answer> answers = answers();
        int to = Math.floorMod(answers.indexOf(chosen) + by, answers.size());
        return new Question(asked, said, near, answers.get(to), word, false);
    }

    private Next taken(Answer answer) {
        return switch (answer) {
            case ONCE -> answered(Act.Answer.Kind.ONCE, Optional.empty());
            case ALWAYS ->
                    sure
                            ? answered(Act.Answer.Kind.ALWAYS, Optional.empty())
                            : Next.stays(new Question(asked, said, near, answer, word, true));
            case NO -> answered(Act.Answer.Kind.NO, Optional.empty());
            case WORD ->
                    Next.stays(
                            new Question(
                                    asked, said, near, answer, Optional.of(Edit.EMPTY), false));
        };
    }

    private Next answered(Act.Answer.Kind kind, Optional<String> text) {
        return Next.gone(new Wish.Perform(new Act.Answer(asked.number(), kind, text)));
    }

    private Next afterWriting(Edit edit, Key key) {
        return switch (key) {
            case Key.Letter(var text) -> Next.stays(writing(edit.with(text)));
            case Key.Paste(var text) ->
                    Next.stays(writing(edit.with(Pastes.cleaned(text).replace('\n', ' '))));
            case Key.Named named -> afterWriting(edit, named);
        };
    }

    private Next afterWriting(Edit edit, Key.Named key) {
        return switch (key) {
            case ENTER ->
                    answered(
                            Act.Answer.Kind.NO,
                            Optional.of(edit.text()).filter(text -> !text.isBlank()));
            case ESCAPE, BREAK, LEAVE, GONE -> Next.stays(of(asked, said, near));
            default -> Next.stays(writing(Writing.after(edit, key)));
        };
    }

    private Question writing(Edit edit) {
        return new Question(asked, said, near, chosen, Optional.of(edit), false);
    }

    @Override
    public Live live(Ink ink, int width, int height) {
        var rows = new ArrayList<String>();
        List<String> below = below(ink, width);
        List<String> head = head(ink, width);
        int room = Math.max(3, height - below.size());
        rows.addAll(head.size() > room ? head.subList(0, room) : head);
        rows.addAll(below);
        int row = rows.size() - 1;
        int column = word.map(edit -> 2 + Columns.of(Columns.shown(edit.before()))).orElse(0);
        return new Live(rows, row, Math.min(column, width - 1));
    }

    private List<String> head(Ink ink, int width) {
        Happening.Refusal refusal = asked.refusal();
        var sections =
                new Sections(ink, width)
                        .row("")
                        .row(ink.yellow("? ") + ink.bold(Sections.call(asked.made())))
                        .add("why", refusal.reason())
                        .add("rule", refusal.rule().isEmpty() ? refusal.code() : refusal.rule());
        if (sure) {
            return sections.add("always", Granting.preview(asked.always(), near)).rows();
        }
        return sections.add("would", refusal.effects())
                .add("undo", Undo.lines(refusal.held().decision().steps(), near))
                .add("checked", refusal.facts())
                .add("you said", said)
                .add("clears", refusal.clears())
                .add("instead", refusal.alternative())
                .add("always", Granting.words(asked.always(), near))
                .rows();
    }

    private List<String> below(Ink ink, int width) {
        var rows = new ArrayList<String>();
        rows.add("");
        if (word.isPresent()) {
            rows.add(
                    ink.faint(
                            "what is the agent told? Enter sends it with your no, Esc goes back"));
            rows.add(
                    ink.bold("> ") + Columns.cutPlain(Columns.shown(word.get().text()), width - 3));
            return rows;
        }
        List<Answer> answers = answers();
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            String text = answer == Answer.ALWAYS && sure ? "yes, keep this grant" : answer.text;
            rows.add(Panel.option(ink, answer == chosen, i + 1, text, width));
        }
        rows.add(
                ink.faint(
                        Columns.cutPlain(
                                "↑↓ and Enter, or a number · Esc "
                                        + (sure ? "goes back" : "breaks off"),
                                width)));
        return rows;
    }
}
