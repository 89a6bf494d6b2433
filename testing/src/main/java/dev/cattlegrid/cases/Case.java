package dev.cattlegrid.cases;

import java.util.List;

/// One case of a table.
///
/// @param name file and line, as in `redirects.txt:12`
/// @param line the line of its `$`, from 1
/// @param notes the comment lines right above it, without their `#`
/// @param input what stands after `$`, with the lines after `>` below it
/// @param answer the lines that are expected
public record Case(String name, int line, List<String> notes, String input, List<String> answer) {
    public Case {
        notes = List.copyOf(notes);
        answer = List.copyOf(answer);
    }

    Case answering(List<String> lines) {
        return new Case(name, line, notes, input, lines);
    }
}
