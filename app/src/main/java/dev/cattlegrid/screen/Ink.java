package dev.cattlegrid.screen;

import dev.cattlegrid.policy.Verdict;

/// Colours for a terminal, or none.
public record Ink(boolean on) {
    public static final Ink NONE = new Ink(false);

    public String bold(String text) {
        return in("1", text);
    }

    public String faint(String text) {
        return in("2", text);
    }

    public String red(String text) {
        return in("31", text);
    }

    public String green(String text) {
        return in("32", text);
    }

    public String yellow(String text) {
        return in("33", text);
    }

    public String cyan(String text) {
        return in("36", text);
    }

    /// A text in the colour of a verdict.
    public String as(Verdict verdict, String text) {
        return switch (verdict) {
            case ALLOW -> green(text);
            case ASK -> yellow(text);
            case DENY -> red(text);
        };
    }

    private String in(String code, String text) {
        return on ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
