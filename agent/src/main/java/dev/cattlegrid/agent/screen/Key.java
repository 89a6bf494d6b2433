package dev.cattlegrid.agent.screen;

/// What a person does at the keyboard.
sealed interface Key {
    /// A character that stands for itself, with the marks that belong to it.
    record Letter(String text) implements Key {}

    /// Text that was put in at once.
    record Paste(String text) implements Key {}

    /// A key that does something.
    enum Named implements Key {
        ENTER,
        NEW_LINE,
        TAB,
        SHIFT_TAB,
        ESCAPE,
        BACKSPACE,
        DELETE,
        LEFT,
        RIGHT,
        UP,
        DOWN,
        HOME,
        END,
        WORD_LEFT,
        WORD_RIGHT,
        ERASE_WORD,
        ERASE_BEFORE,
        ERASE_AFTER,
        SEARCH,
        REDRAW,
        BREAK,
        LEAVE,
        /// One that nothing is bound to.
        OTHER,
        /// The terminal is gone.
        GONE
    }
}
