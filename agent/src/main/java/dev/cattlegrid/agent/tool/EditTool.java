package dev.cattlegrid.agent.tool;

import dev.cattlegrid.agent.voice.Offer;
import dev.cattlegrid.agent.voice.Stop;
import dev.cattlegrid.door.Pass;
import dev.cattlegrid.json.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A file that is changed in places: in one (`Edit`) or in several at once (`MultiEdit`).
///
/// @param several whether it takes a list of changes
public record EditTool(boolean several) implements Tool {
    private static final String PATH = "The file, absolute or from the working directory.";

    @Override
    public Offer offer() {
        return several
                ? new Schema()
                        .needs("file_path", "string", PATH)
                        .needs(
                                "edits",
                                Map.of(
                                        "type",
                                        "array",
                                        "description",
                                        "Changes, one after the other; all of them or none.",
                                        "items",
                                        change(new Schema()).object()))
                        .of("MultiEdit", "Replaces several pieces of a file that has been read.")
                : change(new Schema().needs("file_path", "string", PATH))
                        .of("Edit", "Replaces a piece of a file that has been read.");
    }

    private static Schema change(Schema schema) {
        return schema.needs("old_string", "string", "What stands there, exactly, with its blanks.")
                .needs("new_string", "string", "What is to stand there.")
                .may(
                        "replace_all",
                        "boolean",
                        "Replace it wherever it stands; without this it has to stand there once.");
    }

    @Override
    public Done run(Pass pass, Workshop workshop, Stop stop) throws IOException {
        Fields input = pass.take();
        Path file = Workshop.path(pass.directory(), input.text("file_path").orElse(""));
        String before = OnDisk.read(file);
        if (!workshop.knows(file, before)) {
            return Done.failed(unread(file, workshop));
        }
        String after = before;
        for (Fields edit : several ? input.objects("edits") : List.of(input)) {
            String old = edit.text("old_string").orElse("");
            String fresh = edit.text("new_string").orElse("");
            int times = count(after, old);
            if (times == 0) {
                return Done.failed(
                        "nothing was changed: this does not stand in `%s`: %s"
                                .formatted(file, first(old)));
            }
            if (times > 1 && !edit.isTrue("replace_all")) {
                return Done.failed(
                        "nothing was changed: this stands in `%s` %d times; take more of what is around it, or `replace_all`: %s"
                                .formatted(file, times, first(old)));
            }
            after = after.replace(old, fresh);
        }
        if (after.equals(before)) {
            return Done.failed("nothing was changed: it is the same as before");
        }
        workshop.mayChange(file);
        OnDisk.write(file, after);
        workshop.saw(file, after);
        return Done.of("changed: " + file).with(Changes.between(file, before, after));
    }

    static String unread(Path file, Workshop workshop) {
        return workshop.hasSeen(file)
                ? "`" + file + "` has changed since it was read; read it again"
                : "`" + file + "` is there and was not read; read it before it is changed";
    }

    private static int count(String text, String piece) {
        if (piece.isEmpty()) {
            return 0;
        }
        int times = 0;
        for (int at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length())) {
            times++;
        }
        return times;
    }

    private static String first(String piece) {
        String line = piece.lines().findFirst().orElse("");
        return "`" + (line.length() > 80 ? line.substring(0, 80) + "…" : line) + "`";
    }
}
