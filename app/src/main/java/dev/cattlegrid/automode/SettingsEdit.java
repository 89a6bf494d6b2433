package dev.cattlegrid.automode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/// Changes lists under `[auto-mode]` in the text of a file of settings, and nothing else in it.
final class SettingsEdit {
    private static final String HEADER = "[auto-mode]";

    private SettingsEdit() {}

    /// The text without some keys under `[auto-mode]`.
    static String without(String text, List<String> keys) {
        TomlParseResult toml = Toml.parse(text);
        List<String> lines = new ArrayList<>(text.lines().toList());
        var gone = new ArrayList<int[]>();
        for (String key : keys) {
            var position = toml.inputPositionOf(List.of("auto-mode", key));
            if (position != null) {
                int from = position.line() - 1;
                gone.add(new int[] {from, end(lines, from)});
            }
        }
        gone.sort((one, other) -> Integer.compare(other[0], one[0]));
        for (int[] span : gone) {
            lines.subList(span[0], span[1]).clear();
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /// The line behind a value that begins in a line: the first at which what lies between can be read.
    private static int end(List<String> lines, int from) {
        for (int end = from + 1; end <= lines.size(); end++) {
            String piece = String.join("\n", lines.subList(from, end));
            if (!Toml.parse(piece).hasErrors()) {
                return end;
            }
        }
        return lines.size();
    }

    /// The text with a list under `[auto-mode]` in the place of the one that stood there.
    static String with(String text, String key, List<String> texts) {
        List<String> lines = new ArrayList<>(without(text, List.of(key)).lines().toList());
        List<String> list = new ArrayList<>();
        list.add(key + " = [");
        texts.forEach(each -> list.add("  " + quoted(each) + ","));
        list.add("]");
        int header = header(lines);
        if (header < 0) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(HEADER);
            lines.addAll(list);
        } else {
            lines.addAll(header + 1, list);
        }
        return String.join("\n", lines) + "\n";
    }

    private static int header(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.equals(HEADER)
                    || line.startsWith(HEADER + " ")
                    || line.startsWith(HEADER + "#")) {
                return i;
            }
        }
        return -1;
    }

    /// A text as TOML writes it on one line.
    static String quoted(String text) {
        String inside =
                text.codePoints()
                        .mapToObj(c ->
                                switch (c) {
                                    case '"' -> "\\\"";
                                    case '\\' -> "\\\\";
                                    default ->
                                            c < ' ' || c == 0x7f
                                                    ? "\\u%04x".formatted(c)
                                                    : Character.toString(c);
                                })
                        .collect(Collectors.joining());
        return '"' + inside + '"';
    }
}
