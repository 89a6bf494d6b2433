package dev.cattlegrid.shell;

import java.util.Optional;

/// Unwinds the descent when the text cannot be read further; caught where a text is begun, never seen outside.
final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final boolean limit;

    private Stop(Problem problem, boolean limit) {
        super(problem.what(), null, false, false);
        this.problem = problem;
        this.limit = limit;
    }

    static Stop at(Span span, String what) {
        return new Stop(Problem.of(what, span), false);
    }

    static Stop at(Span span, String what, String help) {
        return new Stop(new Problem(what, span, Optional.of(help)), false);
    }

    /// The text may be fine, but it is more than we read.
    static Stop beyond(Span span, String what) {
        return new Stop(Problem.of(what, span), true);
    }

    Problem problem() {
        return problem;
    }

    boolean isLimit() {
        return limit;
    }
}
