package dev.cattlegrid.agent.tool;

import java.util.Arrays;
import java.util.Optional;

/// One thing on the agent's list.
public record Todo(String text, State state) {
    public enum State {
        PENDING("pending"),
        IN_PROGRESS("in_progress"),
        COMPLETED("completed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static Optional<State> named(String word) {
            return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
        }
    }
}
