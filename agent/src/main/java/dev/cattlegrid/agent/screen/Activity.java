package dev.cattlegrid.agent.screen;

import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.talk.Made;
import dev.cattlegrid.screen.Ink;
import java.util.Optional;

/// What is under way.
///
/// @param since in milliseconds
/// @param made the call that it is about
record Activity(Kind kind, long since, Optional<Made> made) {
    private static final String[] WHEEL = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
    private static final long TURN = 120;

    enum Kind {
        NOTHING(""),
        THINKING("thinking"),
        CHECKING("the gate looks at"),
        ASKING(""),
        RUNNING("running");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    static Activity nothing(long now) {
        return new Activity(Kind.NOTHING, now, Optional.empty());
    }

    boolean isBusy() {
        return kind != Kind.NOTHING;
    }

    Activity after(Happening happening, long now) {
        return switch (happening) {
            case Happening.Heard _, Happening.Ran _, Happening.Retrying _, Happening.Refused _ ->
                    new Activity(Kind.THINKING, now, Optional.empty());
            case Happening.Proposed(var of) -> new Activity(Kind.CHECKING, now, Optional.of(of));
            case Happening.Allowed allowed ->
                    new Activity(Kind.RUNNING, now, Optional.of(allowed.made()));
            case Happening.Asked asked -> new Activity(Kind.ASKING, now, Optional.of(asked.made()));
            case Happening.Wondered _ -> new Activity(Kind.ASKING, now, made);
            case Happening.Answered _ -> new Activity(Kind.CHECKING, now, made);
            case Happening.Over _, Happening.Closed _ -> nothing(now);
            case Happening.Began _,
                    Happening.Words _,
                    Happening.Paused _,
                    Happening.Used _,
                    Happening.ModeChanged _,
                    Happening.ModelChanged _,
                    Happening.Compacted _,
                    Happening.Noticed _ ->
                    this;
        };
    }

    /// How slow the gate is just now.
    StatusLine.Slow slow(long now) {
        return kind == Kind.CHECKING ? StatusLine.Slow.after(now - since) : StatusLine.Slow.NO;
    }

    /// One row; empty where nothing is under way that a person waits for.
    String row(Ink ink, int width, long now) {
        if (kind == Kind.NOTHING || kind == Kind.ASKING) {
            return "";
        }
        long seconds = (now - since) / 1_000;
        String end = (seconds > 0 ? " · " + seconds + " s" : "") + " · Esc breaks off";
        String call = made.map(of -> " " + Sections.call(of)).orElse("");
        String text = Columns.cutPlain(kind.words + call, Math.max(8, width - 2 - Columns.of(end)));
        String wheel = WHEEL[(int) (now / TURN % WHEEL.length)];
        return slow(now).in(ink, wheel + " " + text + end);
    }
}
