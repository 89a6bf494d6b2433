package dev.cattlegrid.agent.screen;

/// One way to complete what is being written.
///
/// @param from where what it replaces begins
/// @param text that stands there afterwards
/// @param note what it is, for the list; may be empty
record Candidate(int from, String text, String note) {
    Edit in(Edit edit) {
        return new Edit(edit.before().substring(0, from), from)
                .with(text)
                .with(text.endsWith("/") ? "" : " ")
                .with(edit.text().substring(edit.at()))
                .movedTo(from + text.length() + (text.endsWith("/") ? 0 : 1));
    }
}
