package dev.cattlegrid.agent.screen;

import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.voice.Usage;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.screen.Ink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The row at the bottom: how the session stands.
///
/// @param sandboxed whether commands run in a sandbox
/// @param full how much of what the model can take is used, from 0 to 1
record StatusLine(
        Origin.Mode mode,
        String model,
        Optional<String> branch,
        boolean sandboxed,
        Usage usage,
        double full,
        Tally tally) {

    StatusLine after(Happening happening, Path root) {
        Tally counted = tally.after(happening);
        return switch (happening) {
            case Happening.Began(_, _, var name, var begins, _, var sandbox) ->
                    new StatusLine(begins, name, branch, sandbox.isPresent(), usage, full, counted);
            case Happening.ModeChanged(var other) ->
                    new StatusLine(other, model, branch, sandboxed, usage, full, counted);
            case Happening.ModelChanged(var other) ->
                    new StatusLine(mode, other, branch, sandboxed, usage, full, counted);
            case Happening.Used(_, var all, var share) ->
                    new StatusLine(
                            mode, model, branch, sandboxed, all, share > 0 ? share : full, counted);
            case Happening.Ran _, Happening.Over _ ->
                    new StatusLine(mode, model, Branch.of(root), sandboxed, usage, full, counted);
            default -> new StatusLine(mode, model, branch, sandboxed, usage, full, counted);
        };
    }

    /// @param slow how long the gate has been looking at a call, as far as a person would notice
    String row(Ink ink, int width, Slow slow) {
        String name = ink.bold(inColour(ink, mode, mode.text()));
        List<String> rest = rest(width - mode.text().length() - (sandboxed ? 13 : 0));
        String shelter = sandboxed ? ink.green(" in a sandbox") : "";
        return name
                + shelter
                + slow.in(ink, rest.isEmpty() ? "" : " · " + String.join(" · ", rest));
    }

    /// What fits, the least important left out first.
    private List<String> rest(int width) {
        var parts = new ArrayList<String>();
        parts.add(model);
        parts.add(branch.orElse(""));
        parts.add(tokens());
        parts.add(tally.words());
        parts.add(tally.byWhom());
        for (int leftOut : new int[] {4, 2, 1, 0}) {
            if (width(parts) <= width) {
                break;
            }
            parts.set(leftOut, "");
        }
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }

    private static int width(List<String> parts) {
        return parts.stream()
                .filter(part -> !part.isEmpty())
                .mapToInt(part -> Columns.of(part) + 3)
                .sum();
    }

    private String tokens() {
        String all = counted(usage.prompt() + usage.answer()) + " tokens";
        return full < 0.01 ? all : all + ", %.0f %% full".formatted(100 * full);
    }

    static String counted(long number) {
        return number < 1_000
                ? Long.toString(number)
                : number < 1_000_000
                        ? String.format(Locale.ROOT, "%.1fk", number / 1e3)
                        : String.format(Locale.ROOT, "%.1fM", number / 1e6);
    }

    static String inColour(Ink ink, Origin.Mode mode, String text) {
        return switch (mode) {
            case DEFAULT -> text;
            case ACCEPT_EDITS -> ink.cyan(text);
            case PLAN -> ink.yellow(text);
            case AUTO -> ink.green(text);
            case DONT_ASK -> ink.yellow(text);
            case BYPASS_PERMISSIONS -> ink.red(text);
        };
    }

    /// How long a check takes, as its colour.
    enum Slow {
        NO,
        A_LITTLE,
        VERY;

        static Slow after(long millis) {
            return millis < 400 ? NO : millis < 3_000 ? A_LITTLE : VERY;
        }

        String in(Ink ink, String text) {
            return switch (this) {
                case NO -> ink.faint(text);
                case A_LITTLE -> ink.yellow(text);
                case VERY -> ink.red(text);
            };
        }
    }
}
