package dev.cattlegrid.audit;

import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says whether the record is as it was written.
///
/// @param entries how many decisions it holds
/// @param breaks where it is not: each a sentence with the place
/// @param notes what is worth knowing and no break
public record Verification(long entries, long bytes, List<String> breaks, List<String> notes) {
    private static final int MOST_BREAKS = 20;

    public Verification {
        breaks = List.copyOf(breaks);
        notes = List.copyOf(notes);
    }

    public boolean isWhole() {
        return breaks.isEmpty();
    }

    public static Verification of(Store store) throws IOException {
        // The head first: writers extend the record before they move the head.
        Optional<RecordFile.Head> head = RecordFile.Head.read(store.head());
        var pass = new Pass(head);
        Reading.from(store.record(), 0, pass::visit);
        return pass.finish(Files.exists(store.head()));
    }

    private static final class Pass {
        private final Optional<RecordFile.Head> head;
        private final List<String> breaks = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private String link = Frame.GENESIS;
        private long lines;
        private long entries;
        private long bytes;
        private boolean meetsHead;

        Pass(Optional<RecordFile.Head> head) {
            this.head = head;
        }

        boolean visit(Reading.Line line) {
            if (!line.whole()) {
                notes.add(
                        "the last %d bytes are a torn line that nobody was answered about"
                                .formatted(line.bytes().length));
                return false;
            }
            lines++;
            bytes = line.end();
            Optional<Frame> frame = Frame.parse(line.bytes());
            if (frame.isEmpty()) {
                broken(line, "is not an entry");
            } else if (!frame.get().follows(link)) {
                broken(line, "does not follow from the one before: one of them was changed");
            } else {
                read(line, frame.get());
            }
            link = Frame.link(line.bytes());
            if (head.isPresent() && head.get().length() == line.end()) {
                meetsHead = head.get().hash().equals(link);
            }
            return true;
        }

        private void read(Reading.Line line, Frame frame) {
            Fields fields =
                    Json.parse(frame.text()).members() instanceof Json.Members.Of(var members)
                            ? members
                            : Fields.NONE;
            String size = fields.number("bytes").map(Object::toString).orElse("some");
            switch (fields.text("event").orElse("")) {
                case "decision", "person", "irregular", "look" -> entries++;
                case "torn" ->
                        notes.add(
                                "a torn line of %s bytes was put aside before line %d"
                                        .formatted(size, lines));
                case "shorter" ->
                        broken(line, "notes that " + size + " bytes before it were cut off");
                default -> notes.add("line %d is of an unknown kind".formatted(lines));
            }
        }

        private void broken(Reading.Line line, String what) {
            if (breaks.size() < MOST_BREAKS) {
                breaks.add("line %d (byte %d) %s".formatted(lines, line.offset(), what));
            }
        }

        Verification finish(boolean hasHead) {
            if (head.isPresent() && head.get().length() > bytes) {
                breaks.add(
                        "the last %d bytes are missing: the record was cut off after line %d"
                                .formatted(head.get().length() - bytes, lines));
            } else if (head.isPresent() && !meetsHead && head.get().length() > 0) {
                breaks.add("the line that was written last is not there any more");
            } else if (head.isEmpty() && lines > 0) {
                notes.add(
                        hasHead
                                ? "the head is damaged, so a cut at the end would not be noticed"
                                : "there is no head, so a cut at the end would not be noticed");
            }
            return new Verification(entries, bytes, breaks, notes);
        }
    }
}
