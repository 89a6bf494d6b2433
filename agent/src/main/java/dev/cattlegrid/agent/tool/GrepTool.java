package dev.cattlegrid.agent.tool;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cattlegrid.agent.voice.Offer;
import dev.cattlegrid.agent.voice.Stop;
import dev.cattlegrid.door.Pass;
import dev.cattlegrid.json.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/// Files by what is in them. The pattern is the model's and the lines are the project's, so the
/// search is one of linear time ([RE2's syntax](https://github.com/google/re2/wiki/Syntax): neither
/// back references nor look-around).
public final class GrepTool implements Tool {
    private static final int MOST = 300;
    private static final int LONGEST_LINE = 400;
    private static final long LARGEST = 4L << 20;

    @Override
    public Offer offer() {
        return new Schema()
                .needs("pattern", "string", "A regular expression, as RE2 reads it.")
                .may("path", "string", "A file or directory; without it, the working directory.")
                .may("glob", "string", "Only files of such names: `*.py`.")
                .may("-i", "boolean", "Upper and lower case are the same.")
                .may(
                        "output_mode",
                        "string",
                        "`content`: lines with numbers (usual); `files_with_matches`: names alone.")
                .of("Grep", "Finds lines in files.");
    }

    @Override
    public Done run(Pass pass, Workshop workshop, Stop stop) throws IOException {
        Fields input = pass.take();
        Path top = Workshop.path(pass.directory(), input.text("path").orElse("."));
        Pattern pattern = pattern(input);
        boolean names = input.text("output_mode").orElse("content").equals("files_with_matches");
        String glob = input.text("glob").orElse("");
        PathMatcher matcher =
                glob.isEmpty()
                        ? _ -> true
                        : GlobTool.matcher(glob.contains("/") ? glob : "**/" + glob);
        var lines = new ArrayList<String>();
        Walk.of(
                top,
                stop,
                (file, attributes) -> {
                    boolean wanted =
                            lines.size() <= MOST
                                    && attributes.size() <= LARGEST
                                    && matcher.matches(
                                            file.equals(top)
                                                    ? file.getFileName()
                                                    : top.relativize(file));
                    if (wanted) {
                        lines.addAll(found(file, pattern, names));
                    }
                });
        if (lines.isEmpty()) {
            return Done.of("nothing found");
        }
        List<String> shown = lines.stream().limit(MOST).toList();
        return Done.of(
                Text.middleOut(String.join("\n", shown))
                        + (lines.size() > MOST ? "\n(there is more)" : ""));
    }

    private static List<String> found(Path file, Pattern pattern, boolean names) {
        String text;
        try {
            text = OnDisk.read(file);
        } catch (IOException _) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (pattern.matcher(line).find()) {
                if (names) {
                    return List.of(file.toString());
                }
                String shown =
                        line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
                lines.add(file + ":" + number + ":" + shown);
            }
        }
        return lines;
    }

    private static Pattern pattern(Fields input) throws IOException {
        String text = input.text("pattern").orElse("");
        try {
            return Pattern.compile(text, input.isTrue("-i") ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException problem) {
            throw new IOException(
                    "`" + text + "` is no regular expression: " + problem.getDescription(),
                    problem);
        }
    }
}
