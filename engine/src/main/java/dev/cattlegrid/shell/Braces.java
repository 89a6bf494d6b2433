package dev.cattlegrid.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Brace expansion: `{a,b}` and `{1..9}` where bash expands them; other braces stay plain.
final class Braces {
    private static final int NONE = -1;

    private final Reading reading;
    /// The word, character by character; what is no plain character stands as a whole.
    private final List<Part> items = new ArrayList<>();

    private int[] closes = {};
    private boolean[] separates = {};

    Braces(Reading reading) {
        this.reading = reading;
    }

    List<Part> in(List<Part> parts) {
        for (Part part : parts) {
            if (part instanceof Part.Literal literal) {
                characters(literal);
            } else {
                items.add(part);
            }
        }
        match();
        return expanded(0, items.size());
    }

    private void characters(Part.Literal literal) {
        String text = literal.text();
        boolean exact = text.length() == literal.span().length();
        for (int i = 0; i < text.length(); i++) {
            var span =
                    exact
                            ? new Span(literal.span().start() + i, literal.span().start() + i + 1)
                            : literal.span();
            items.add(new Part.Literal(text.substring(i, i + 1), span));
        }
    }

    /// Finds each brace's partner, and the commas that separate alternatives.
    private void match() {
        closes = new int[items.size()];
        separates = new boolean[items.size()];
        List<Integer> open = new ArrayList<>();
        List<List<Integer>> commas = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            closes[i] = NONE;
            if (is(i, "{")) {
                open.add(i);
                commas.add(new ArrayList<>(2));
            } else if (is(i, ",") && !open.isEmpty()) {
                commas.getLast().add(i);
            } else if (is(i, "}") && !open.isEmpty()) {
                closes[open.removeLast()] = i;
                for (int comma : commas.removeLast()) {
                    separates[comma] = true;
                }
            }
        }
    }

    private boolean is(int index, String character) {
        return items.get(index) instanceof Part.Literal literal && literal.text().equals(character);
    }

    private List<Part> expanded(int from, int to) {
        List<Part> found = new ArrayList<>();
        int plain = from;
        int i = from;
        while (i < to) {
            var braces = closes[i] == NONE ? Optional.<Part>empty() : braces(i, closes[i]);
            if (braces.isPresent()) {
                plain(found, plain, i);
                found.add(braces.get());
                i = closes[i] + 1;
                plain = i;
            } else {
                i++;
            }
        }
        plain(found, plain, to);
        return found;
    }

    private void plain(List<Part> found, int from, int to) {
        int i = from;
        while (i < to) {
            if (!(items.get(i) instanceof Part.Literal first)) {
                found.add(items.get(i++));
                continue;
            }
            var text = new StringBuilder();
            var span = first.span();
            while (i < to && items.get(i) instanceof Part.Literal literal) {
                text.append(literal.text());
                span = span.to(literal.span());
                i++;
            }
            found.add(new Part.Literal(text.toString(), span));
        }
    }

    private Optional<Part> braces(int open, int close) {
        var span = items.get(open).span().to(items.get(close).span());
        List<Integer> edges = new ArrayList<>();
        edges.add(open);
        int depthEnd = open;
        for (int i = open + 1; i < close; i++) {
            if (closes[i] != NONE) {
                i = closes[i];
            } else if (separates[i]) {
                edges.add(i);
            }
            depthEnd = i;
        }
        if (edges.size() == 1) {
            return depthEnd == open ? Optional.empty() : range(open, close, span);
        }
        edges.add(close);
        boolean ends = close + 1 == items.size() || is(close + 1, "/");
        reading.enter(span.start());
        List<Word> alternatives = new ArrayList<>(edges.size() - 1);
        for (int i = 0; i + 1 < edges.size(); i++) {
            alternatives.add(alternative(edges.get(i), edges.get(i + 1), open == 0, ends));
        }
        reading.leave();
        return Optional.of(new Part.BraceList(alternatives, span));
    }

    private Word alternative(int before, int behind, boolean beginsWord, boolean ends) {
        var span =
                new Span(
                        items.get(before).span().end(),
                        Math.max(items.get(before).span().end(), items.get(behind).span().start()));
        var parts = expanded(before + 1, behind);
        return new Word(beginsWord ? Tildes.inAlternative(parts, ends) : parts, span);
    }

    private Optional<Part> range(int open, int close, Span span) {
        var text = new StringBuilder();
        for (int i = open + 1; i < close; i++) {
            if (!(items.get(i) instanceof Part.Literal literal)) {
                return Optional.empty();
            }
            text.append(literal.text());
        }
        String[] limits = text.toString().split("\\.\\.", -1);
        boolean valid =
                (limits.length == 2 || limits.length == 3 && isNumber(limits[2]))
                        && (isNumber(limits[0]) && isNumber(limits[1])
                                || isLetter(limits[0]) && isLetter(limits[1]));
        if (!valid) {
            return Optional.empty();
        }
        Optional<String> step = limits.length == 3 ? Optional.of(limits[2]) : Optional.empty();
        return Optional.of(new Part.BraceRange(limits[0], limits[1], step, span));
    }

    private static boolean isLetter(String text) {
        return text.length() == 1 && Chars.beginsName(text.charAt(0)) && text.charAt(0) != '_';
    }

    private static boolean isNumber(String text) {
        int digits = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        return text.length() > digits && text.substring(digits).chars().allMatch(Chars::isDigit);
    }
}
