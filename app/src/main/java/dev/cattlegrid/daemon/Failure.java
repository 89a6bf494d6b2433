package dev.cattlegrid.daemon;

import java.util.Objects;

/// A problem of the gate's own, in the words that a launcher passes on.
final class Failure {
    private Failure() {}

    static String sentence(Throwable problem) {
        String kind = problem.getClass().getSimpleName();
        String message = Objects.requireNonNullElse(problem.getMessage(), kind).strip();
        return message.isEmpty() ? kind : message.replaceAll("\\s*\\R\\s*", "; ");
    }
}
