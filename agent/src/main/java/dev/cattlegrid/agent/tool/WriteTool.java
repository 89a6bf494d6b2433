package dev.cattlegrid.agent.tool;

import dev.cattlegrid.agent.voice.Offer;
import dev.cattlegrid.agent.voice.Stop;
import dev.cattlegrid.door.Pass;
import dev.cattlegrid.json.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that is written whole.
public final class WriteTool implements Tool {
    @Override
    public Offer offer() {
        return new Schema()
                .needs("file_path", "string", "The file, absolute or from the working directory.")
                .needs("content", "string", "All that it is to hold.")
                .of(
                        "Write",
                        "Writes a file, with the directories above it. One that is there has to be read before.");
    }

    @Override
    public Done run(Pass pass, Workshop workshop, Stop stop) throws IOException {
        Fields input = pass.take();
        Path file = Workshop.path(pass.directory(), input.text("file_path").orElse(""));
        String after = input.text("content").orElse("");
        boolean there = Files.exists(file);
        String before = there ? OnDisk.read(file) : "";
        if (there && !workshop.knows(file, before)) {
            return Done.failed(EditTool.unread(file, workshop));
        }
        workshop.mayChange(file);
        OnDisk.write(file, after);
        workshop.saw(file, after);
        return Done.of((there ? "written: " : "made: ") + file)
                .with(Changes.between(file, before, after));
    }
}
