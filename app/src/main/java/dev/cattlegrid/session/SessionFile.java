package dev.cattlegrid.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A session on the disk: a line with all that is remembered, and a line for each change since. A last line that does not end
/// was cut off as it was written, so nobody was answered by it: it does not count, and the next writer begins anew.
record SessionFile(Path path) {
    private static final int VERSION = 2;

    /// One without changes in further lines.
    private static final int FIRST_VERSION = 1;

    /// Bytes of changes after which all is written again, or as many as that came to, if they are more.
    private static final int LONGEST_TAIL = 1 << 16;

    /// @param whole bytes of the first line
    /// @param length bytes of all lines that end
    record Text(Sessions.Kept kept, long whole, long length) {
        boolean isLong() {
            return length - whole > Math.max(LONGEST_TAIL, whole);
        }
    }

    /// @throws java.nio.file.NoSuchFileException where it is not there
    /// @throws IOException in one sentence, where it is there and cannot be read
    Text read() throws IOException {
        byte[] bytes = OwnFile.bytes(path);
        List<String> lines = lines(bytes);
        if (lines.isEmpty()) {
            throw OwnFile.unreadable(path, "cut off");
        }
        Fields first = OwnFile.fields(path, lines.getFirst());
        checkVersion(first);
        try {
            Object memory = first.values().getOrDefault("memory", "");
            Fields last = first;
            for (String line : lines.subList(1, lines.size())) {
                last = OwnFile.fields(path, line);
                memory = Changes.applied(memory, last.values().getOrDefault("changes", ""));
            }
            long length = lines.stream().mapToLong(SessionFile::length).sum();
            return new Text(
                    new Sessions.Kept(Plain.read(Memory.class, memory), number(last)),
                    length(lines.getFirst()),
                    length);
        } catch (IllegalArgumentException problem) {
            throw OwnFile.unreadable(path, "no memory of a session: " + problem.getMessage());
        }
    }

    /// Whose it is.
    Sessions.Name name() throws IOException {
        List<String> lines = lines(OwnFile.bytes(path));
        Fields first = lines.isEmpty() ? Fields.NONE : OwnFile.fields(path, lines.getFirst());
        return new Sessions.Name(first.text("host").orElse(""), first.text("session").orElse(""));
    }

    private void checkVersion(Fields first) throws IOException {
        Optional<Integer> version = first.number("version").map(Number::intValue);
        if (version.filter(number -> number >= FIRST_VERSION && number <= VERSION).isEmpty()) {
            throw OwnFile.unreadable(path, "of another version of the gate");
        }
    }

    private static long number(Fields line) {
        return line.number("number").map(Number::longValue).orElse(1L);
    }

    private static List<String> lines(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        int end = text.lastIndexOf('\n');
        return end < 0 ? List.of() : text.substring(0, end).lines().toList();
    }

    private static long length(String line) {
        return line.getBytes(UTF_8).length + 1L;
    }

    /// Writes all of it.
    Text replace(Sessions.Name name, Sessions.Kept kept, boolean durable) throws IOException {
        var values = new LinkedHashMap<String, Object>();
        values.put("version", VERSION);
        values.put("host", name.host());
        values.put("session", name.id());
        values.put("number", kept.number());
        values.put("memory", Plain.of(kept.memory()));
        String line = Json.print(values);
        OwnFile.replace(path, line, durable);
        return new Text(kept, length(line), length(line));
    }

    /// Writes what has changed.
    Text append(Text before, Sessions.Kept kept, boolean durable) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("number", kept.number());
        values.put("changes", Changes.between(before.kept().memory(), kept.memory()));
        String line = Json.print(values);
        try (FileChannel channel = Store.open(path, StandardOpenOption.WRITE)) {
            if (channel.size() > before.length()) {
                channel.truncate(before.length());
            }
            try {
                ByteBuffer left = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
                while (left.hasRemaining()) {
                    channel.write(left, before.length() + left.position());
                }
                if (durable) {
                    channel.force(false);
                }
            } catch (IOException problem) {
                channel.truncate(before.length());
                throw problem;
            }
        }
        return new Text(kept, before.whole(), before.length() + length(line));
    }
}
