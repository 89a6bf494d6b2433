package dev.cattlegrid.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The end of what Claude Code writes down of a session, read for the calls that ran. Of the other clients' transcripts nothing
/// is read: they do not say of a call whether it ran.
final class Transcript {
    /// The host whose transcripts are read.
    static final String HOST = "claude-code";

    private static final int READ = 512 << 10;

    /// Fewer than a session remembers the ends of.
    private static final int CALLS = 32;

    private Transcript() {}

    /// The ids of the calls that ran without an error since then, the latest of them.
    static List<String> ran(Path file, Instant since) {
        try {
            return ran(end(file), since);
        } catch (IOException | IllegalArgumentException _) {
            return List.of();
        }
    }

    static List<String> ran(String lines, Instant since) {
        var ran = new ArrayList<String>();
        for (String line : lines.split("\n")) {
            if (line.contains("tool_result")
                    && Json.parse(line).members() instanceof Json.Members.Of(var entry)
                    && at(entry).filter(at -> at.isAfter(since)).isPresent()) {
                ran.addAll(results(entry));
            }
        }
        return List.copyOf(ran.subList(Math.max(0, ran.size() - CALLS), ran.size()));
    }

    private static List<String> results(Fields entry) {
        return entry
                .object("message")
                .map(message -> message.objects("content"))
                .orElse(List.of())
                .stream()
                .filter(block -> block.text("type").orElse("").equals("tool_result"))
                .filter(block -> !block.isTrue("is_error"))
                .flatMap(block -> block.text("tool_use_id").stream())
                .toList();
    }

    private static Optional<Instant> at(Fields entry) {
        try {
            return entry.text("timestamp").map(Instant::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static String end(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(READ, size));
            channel.read(bytes, size - bytes.capacity());
            return new String(bytes.array(), 0, bytes.position(), UTF_8);
        }
    }
}
