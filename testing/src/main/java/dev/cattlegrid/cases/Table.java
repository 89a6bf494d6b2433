package dev.cattlegrid.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A file of cases, as text and back; what is not an answer is kept to the letter.
///
/// ```
/// # a comment
/// $ the input
/// > its second line
/// an expected line
/// another one
///
/// % an input with escapes, those of Java: \t \r \0 \\ and `u` with four digits
/// ```
///
/// @param pieces what the file holds, in its order
record Table(List<Piece> pieces) {
    Table {
        pieces = List.copyOf(pieces);
    }

    /// A part of the file.
    sealed interface Piece {
        /// Empty lines and comments.
        record Rest(String line) implements Piece {}

        /// A case and the lines that its input was read from.
        record Asked(Case question, List<String> written) implements Piece {
            public Asked {
                written = List.copyOf(written);
            }
        }
    }

    List<Case> cases() {
        return pieces.stream()
                .flatMap(piece ->
                        piece instanceof Piece.Asked(var question, var _)
                                ? Stream.of(question)
                                : Stream.of())
                .toList();
    }

    /// Reads a table.
    ///
    /// @param file how the cases are named, before `:line`
    /// @throws IllegalArgumentException where a line belongs to no case
    static Table parse(String file, String text) {
        List<String> lines = text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
        if (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines = lines.subList(0, lines.size() - 1);
        }
        List<Piece> pieces = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            if (asks(line)) {
                Piece.Asked asked = asked(file, lines, at, notes);
                pieces.add(asked);
                at += asked.written().size() + asked.question().answer().size();
                notes.clear();
                continue;
            }
            if (line.startsWith("#")) {
                notes.add(line.substring(1).strip());
            } else if (line.isEmpty()) {
                notes.clear();
            } else {
                throw new IllegalArgumentException(
                        "%s:%d: `%s` belongs to no case: a case starts with `$ `"
                                .formatted(file, at + 1, line));
            }
            pieces.add(new Piece.Rest(line));
            at++;
        }
        return new Table(pieces);
    }

    private static Piece.Asked asked(
            String file, List<String> lines, int from, List<String> notes) {
        int answers = from + 1;
        while (answers < lines.size() && continues(lines.get(answers))) {
            answers++;
        }
        int end = answers;
        while (end < lines.size() && !lines.get(end).isEmpty()) {
            if (asks(lines.get(end))) {
                throw new IllegalArgumentException(
                        "%s:%d: an empty line is missing before this case"
                                .formatted(file, end + 1));
            }
            end++;
        }
        List<String> written = lines.subList(from, answers);
        String name = file + ":" + (from + 1);
        return new Piece.Asked(
                new Case(name, from + 1, notes, input(written), lines.subList(answers, end)),
                written);
    }

    private static boolean asks(String line) {
        return line.startsWith("$ ") || line.equals("$") || line.startsWith("% ");
    }

    private static boolean continues(String line) {
        return line.startsWith("> ") || line.equals(">");
    }

    private static String input(List<String> written) {
        String joined =
                String.join(
                        "\n",
                        written.stream()
                                .map(line -> line.length() < 2 ? "" : line.substring(2))
                                .toList());
        return written.getFirst().startsWith("% ") ? unescaped(joined) : joined;
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith("\\u", at)) {
                out.append((char) Integer.parseInt(text, at + 2, at + 6, 16));
                at += 5;
            } else if (text.charAt(at) == '\\') {
                int end = text.startsWith("\\0", at) ? octal(text, at + 1) : at + 2;
                out.append(text.substring(at, end).translateEscapes());
                at = end - 1;
            } else {
                out.append(text.charAt(at));
            }
        }
        return out.toString();
    }

    private static int octal(String text, int from) {
        int end = from;
        while (end < text.length()
                && end < from + 3
                && text.charAt(end) >= '0'
                && text.charAt(end) <= '7') {
            end++;
        }
        return end;
    }

    /// The table with other answers, in the order of [#cases].
    Table answering(List<List<String>> answers) {
        List<Piece> changed = new ArrayList<>();
        int next = 0;
        for (Piece piece : pieces) {
            changed.add(
                    switch (piece) {
                        case Piece.Rest rest -> rest;
                        case Piece.Asked(var question, var written) ->
                                new Piece.Asked(question.answering(answers.get(next++)), written);
                    });
        }
        return new Table(changed);
    }

    String print() {
        StringBuilder out = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Rest(var line) -> out.append(line).append('\n');
                case Piece.Asked(var question, var written) -> {
                    written.forEach(line -> out.append(line).append('\n'));
                    question.answer().forEach(line -> out.append(line).append('\n'));
                }
            }
        }
        return out.toString();
    }
}
