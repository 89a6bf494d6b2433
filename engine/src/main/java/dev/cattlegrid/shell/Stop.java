package dev.cattlegrid.shell;

import java.util.Optional;

/// Unwinds the descent when the text cannot be read further; caught where a text is begun, never seen outside.
final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final Kind kind;

    private enum Kind {
        ERROR,
        LIMIT,
        SILENT
    }

    private Stop(Problem problem, Kind kind) {
        super(problem.what(), null, false, false);
        this.problem = problem;
        this.kind = kind;
    }

    static Stop at(Span span, String what) {
        return new Stop(Problem.of(what, span), Kind.ERROR);
    }

    static Stop at(Span span, String what, String help) {
        return new Stop(new Problem(what, span, Optional.of(help)), Kind.ERROR);
    }

    /// The text may be fine, but it is more than we read.
    static Stop beyond(Span span, String what) {
        return new Stop(Problem.of(what, span), Kind.LIMIT);
    }

    /// A mistake at which bash stops to read without a word.
    static Stop silent(Span span, String what) {
        return new Stop(Problem.of(what, span), Kind.SILENT);
    }

    Problem problem() {
        return problem;
    }

    boolean isLimit() {
        return kind == Kind.LIMIT;
    }

    boolean isSilent() {
        return kind == Kind.SILENT;
    }
}
