package dev.cattlegrid.agent.screen;

import java.util.List;
import java.util.Optional;

/// What a person is writing, and what a key makes of it.
///
/// @param recalled which of what was sent before is shown, counted from the latest; 0: none of it
/// @param kept what was being written before that
/// @param offered ways to complete it
/// @param chosen of those
record Prompt(
        Edit edit, Pastes pastes, int recalled, Edit kept, List<Candidate> offered, int chosen) {
    static final Prompt EMPTY = new Prompt(Edit.EMPTY, Pastes.NONE, 0, Edit.EMPTY, List.of(), 0);

    Prompt {
        offered = List.copyOf(offered);
    }

    /// @param sent what the person is done with, with pasted text in its place
    /// @param typed the same as it stood there
    record Next(Prompt prompt, Optional<String> sent, String typed) {}

    Next after(Key key, Completer completer, List<String> history) {
        return switch (key) {
            case Key.Letter(var text) -> still(writing(edit.with(text), completer));
            case Key.Paste(var text) -> still(pasted(Pastes.cleaned(text)));
            case Key.Named named -> after(named, completer, history);
        };
    }

    private Next after(Key.Named key, Completer completer, List<String> history) {
        return switch (key) {
            case ENTER -> entered(completer);
            case NEW_LINE -> still(written(edit.with("\n")));
            case TAB -> still(completed(completer));
            case BACKSPACE -> still(writing(erased(), completer));
            case DELETE -> still(writing(edit.withoutCharAfter(), completer));
            case ERASE_WORD -> still(writing(edit.withoutWordBefore(), completer));
            case ERASE_BEFORE -> still(writing(edit.withoutLineBefore(), completer));
            case ERASE_AFTER -> still(writing(edit.withoutLineAfter(), completer));
            case LEFT -> still(moved(edit.left()));
            case RIGHT -> still(moved(edit.right()));
            case WORD_LEFT -> still(moved(edit.wordLeft()));
            case WORD_RIGHT -> still(moved(edit.wordRight()));
            case HOME -> still(moved(edit.home()));
            case END -> still(moved(edit.end()));
            case UP -> still(offered.isEmpty() ? up(history) : choosing(-1));
            case DOWN -> still(offered.isEmpty() ? down(history) : choosing(1));
            case ESCAPE -> still(moved(edit));
            case SEARCH -> still(found(history));
            case SHIFT_TAB, REDRAW, BREAK, LEAVE, OTHER, GONE -> still(this);
        };
    }

    private static Next still(Prompt prompt) {
        return new Next(prompt, Optional.empty(), "");
    }

    private Prompt moved(Edit other) {
        return new Prompt(other, pastes, recalled, kept, List.of(), 0);
    }

    private Prompt written(Edit other) {
        return new Prompt(other, pastes, 0, Edit.EMPTY, List.of(), 0);
    }

    private Prompt writing(Edit other, Completer completer) {
        return new Prompt(other, pastes, 0, Edit.EMPTY, completer.of(other, false), 0);
    }

    private Prompt pasted(String text) {
        if (!Pastes.isLong(text)) {
            return written(edit.with(text));
        }
        Pastes more = pastes.with(text);
        return new Prompt(edit.with(more.lastMark()), more, 0, Edit.EMPTY, List.of(), 0);
    }

    /// The mark of a pasted text goes as a whole.
    private Edit erased() {
        int mark = pastes.markBefore(edit.before());
        return mark > 0 ? edit.without(edit.at() - mark, edit.at()) : edit.withoutCharBefore();
    }

    private Next entered(Completer completer) {
        if (!offered.isEmpty() && edit.text().startsWith("/")) {
            Edit whole = offered.get(chosen).in(edit);
            return sent(whole.text().strip());
        }
        if (!offered.isEmpty()) {
            return still(taken(completer));
        }
        if (edit.before().endsWith("\\") && edit.at() == edit.text().length()) {
            return still(written(edit.withoutCharBefore().with("\n")));
        }
        return edit.text().isBlank() ? still(EMPTY) : sent(edit.text());
    }

    private Next sent(String text) {
        return new Next(EMPTY, Optional.of(pastes.opened(text)), text);
    }

    /// A single way is taken at once; of several, as much as they share, then the chosen one.
    private Prompt completed(Completer completer) {
        if (!offered.isEmpty()) {
            return taken(completer);
        }
        List<Candidate> all = completer.of(edit, true);
        if (all.size() == 1) {
            return written(all.getFirst().in(edit));
        }
        if (all.isEmpty()) {
            return this;
        }
        String shared = shared(all);
        String there = edit.before().substring(all.getFirst().from());
        Edit longer =
                shared.length() > there.length()
                        ? edit.with(shared.substring(there.length()))
                        : edit;
        return new Prompt(longer, pastes, 0, Edit.EMPTY, all, 0);
    }

    private Prompt taken(Completer completer) {
        Edit whole = offered.get(chosen).in(edit);
        boolean goesOn = offered.get(chosen).text().endsWith("/");
        return new Prompt(
                whole, pastes, 0, Edit.EMPTY, goesOn ? completer.of(whole, true) : List.of(), 0);
    }

    private static String shared(List<Candidate> all) {
        String shared = all.getFirst().text();
        for (Candidate one : all) {
            while (!one.text().startsWith(shared)) {
                shared = shared.substring(0, shared.length() - 1);
            }
        }
        return shared;
    }

    private Prompt choosing(int by) {
        int to = Math.floorMod(chosen + by, offered.size());
        return new Prompt(edit, pastes, recalled, kept, offered, to);
    }

    private Prompt up(List<String> history) {
        return edit.up().map(this::moved).orElseGet(() -> recalling(recalled + 1, history));
    }

    private Prompt down(List<String> history) {
        return edit.down().map(this::moved).orElseGet(() -> recalling(recalled - 1, history));
    }

    private Prompt recalling(int back, List<String> history) {
        if (back < 0 || back > history.size()) {
            return this;
        }
        Edit before = recalled == 0 ? edit : kept;
        Edit shown = back == 0 ? before : Edit.of(history.get(history.size() - back));
        return new Prompt(shown, pastes, back, before, List.of(), 0);
    }

    /// The latest of what was sent that holds what is written; again, the one before.
    private Prompt found(List<String> history) {
        String wanted = recalled == 0 ? edit.text() : kept.text();
        for (int back = recalled + 1; back <= history.size(); back++) {
            if (history.get(history.size() - back).contains(wanted)) {
                return recalling(back, history);
            }
        }
        return this;
    }
}
