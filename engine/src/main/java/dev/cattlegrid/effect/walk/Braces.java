package dev.cattlegrid.effect.walk;

import dev.cattlegrid.shell.Part;
import dev.cattlegrid.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Brace expansion: one word to many, before anything else is expanded.
final class Braces {
    private static final int MOST = Fields.MOST;

    private Braces() {}

    /// @return the parts of each word; empty where there would be too many
    static Optional<List<List<Part>>> expand(List<Part> parts, Meter meter) {
        List<List<Part>> all = List.of(List.of());
        for (Part part : parts) {
            Optional<List<List<Part>>> choices = choices(part, meter);
            if (choices.isEmpty() || (long) choices.get().size() * all.size() > MOST) {
                return Optional.empty();
            }
            if (!meter.pieces(choices.get().size() * all.size())) {
                return Optional.empty();
            }
            all = product(all, choices.get());
        }
        return Optional.of(all);
    }

    private static List<List<Part>> product(List<List<Part>> left, List<List<Part>> right) {
        if (right.size() == 1 && left.size() == 1) {
            return List.of(joined(left.getFirst(), right.getFirst()));
        }
        var all = new ArrayList<List<Part>>(left.size() * right.size());
        for (List<Part> one : left) {
            for (List<Part> other : right) {
                all.add(joined(one, other));
            }
        }
        return all;
    }

    private static List<Part> joined(List<Part> one, List<Part> other) {
        var both = new ArrayList<Part>(one.size() + other.size());
        both.addAll(one);
        both.addAll(other);
        return both;
    }

    private static Optional<List<List<Part>>> choices(Part part, Meter meter) {
        if (part instanceof Part.BraceList(var alternatives, _)) {
            var all = new ArrayList<List<Part>>();
            for (Word alternative : alternatives) {
                Optional<List<List<Part>>> inner = expand(alternative.parts(), meter);
                if (inner.isEmpty() || all.size() + inner.get().size() > MOST) {
                    return Optional.empty();
                }
                all.addAll(inner.get());
            }
            return Optional.of(all);
        }
        if (part instanceof Part.BraceRange range) {
            return range(range);
        }
        return Optional.of(List.of(List.of(part)));
    }

    private static Optional<List<List<Part>>> range(Part.BraceRange range) {
        Optional<Long> first = Numbers.decimal(range.first());
        Optional<Long> last = Numbers.decimal(range.last());
        boolean letters = first.isEmpty() || last.isEmpty();
        if (letters && (range.first().length() != 1 || range.last().length() != 1)) {
            return Optional.empty();
        }
        long from = letters ? range.first().charAt(0) : first.orElse(0L);
        long to = letters ? range.last().charAt(0) : last.orElse(0L);
        long by = Math.abs(range.step().flatMap(Numbers::decimal).orElse(1L));
        by = by == 0 ? 1 : by;
        if (Math.abs(to - from) / by >= MOST) {
            return Optional.empty();
        }
        int width = letters ? 0 : width(range);
        var all = new ArrayList<List<Part>>();
        long step = from <= to ? by : -by;
        for (long i = from; step > 0 ? i <= to : i >= to; i += step) {
            all.add(
                    List.of(
                            new Part.Escaped(
                                    letters ? Character.toString((char) i) : padded(i, width),
                                    range.span())));
        }
        return Optional.of(all);
    }

    private static int width(Part.BraceRange range) {
        boolean padded = padded(range.first()) || padded(range.last());
        return padded ? Math.max(range.first().length(), range.last().length()) : 0;
    }

    private static boolean padded(String limit) {
        String digits = limit.startsWith("-") ? limit.substring(1) : limit;
        return digits.length() > 1 && digits.startsWith("0");
    }

    private static String padded(long number, int width) {
        String digits = Long.toString(Math.abs(number));
        String sign = number < 0 ? "-" : "";
        return sign + "0".repeat(Math.max(0, width - digits.length() - sign.length())) + digits;
    }
}
