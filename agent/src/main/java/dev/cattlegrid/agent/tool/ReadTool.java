package dev.cattlegrid.agent.tool;

import dev.cattlegrid.agent.voice.Offer;
import dev.cattlegrid.agent.voice.Stop;
import dev.cattlegrid.door.Pass;
import dev.cattlegrid.json.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A file's lines, numbered.
public final class ReadTool implements Tool {
    private static final int USUAL = 2_000;
    private static final int LONGEST_LINE = 2_000;

    @Override
    public Offer offer() {
        return new Schema()
                .needs("file_path", "string", "The file, absolute or from the working directory.")
                .may("offset", "integer", "The first line that is wanted, counted from 1.")
                .may("limit", "integer", "How many lines; usually 2000.")
                .of("Read", "Reads a file of text. Lines come with their numbers.");
    }

    @Override
    public Done run(Pass pass, Workshop workshop, Stop stop) throws IOException {
        Fields input = pass.take();
        Path file = Workshop.path(pass.directory(), input.text("file_path").orElse(""));
        String text = OnDisk.read(file);
        workshop.saw(file, text);
        if (text.isEmpty()) {
            return Done.of("(the file is empty)");
        }
        List<String> lines = text.lines().toList();
        int from = Math.max(1, number(input, "offset", 1));
        int most = Math.max(1, number(input, "limit", USUAL));
        var shown = new StringBuilder();
        for (int i = from; i <= lines.size() && i - from < most; i++) {
            String line = lines.get(i - 1);
            shown.append("%6d\t".formatted(i))
                    .append(
                            line.length() > LONGEST_LINE
                                    ? line.substring(0, LONGEST_LINE) + "…"
                                    : line)
                    .append('\n');
        }
        if (shown.isEmpty()) {
            return Done.failed("the file has only %d lines".formatted(lines.size()));
        }
        int last = Math.min(lines.size(), from + most - 1);
        if (last < lines.size()) {
            shown.append("(%d of %d lines)".formatted(last - from + 1, lines.size()));
        }
        return Done.of(shown.toString());
    }

    private static int number(Fields input, String name, int usual) {
        return input.number(name).map(Number::intValue).orElse(usual);
    }
}
