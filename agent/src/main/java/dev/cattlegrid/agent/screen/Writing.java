package dev.cattlegrid.agent.screen;

/// What a key does to one line that is being written.
final class Writing {
    private Writing() {}

    static Edit after(Edit edit, Key.Named key) {
        return switch (key) {
            case BACKSPACE -> edit.withoutCharBefore();
            case DELETE -> edit.withoutCharAfter();
            case ERASE_WORD -> edit.withoutWordBefore();
            case ERASE_BEFORE -> edit.withoutLineBefore();
            case ERASE_AFTER -> edit.withoutLineAfter();
            case LEFT -> edit.left();
            case RIGHT -> edit.right();
            case WORD_LEFT -> edit.wordLeft();
            case WORD_RIGHT -> edit.wordRight();
            case HOME -> edit.home();
            case END -> edit.end();
            case ENTER,
                    NEW_LINE,
                    TAB,
                    SHIFT_TAB,
                    ESCAPE,
                    UP,
                    DOWN,
                    SEARCH,
                    REDRAW,
                    BREAK,
                    LEAVE,
                    OTHER,
                    GONE ->
                    edit;
        };
    }
}
