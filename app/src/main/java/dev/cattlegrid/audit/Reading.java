package dev.cattlegrid.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Goes through the lines of the record.
final class Reading {
    private Reading() {}

    /// @param offset of the line's first byte
    /// @param bytes without the line end
    /// @param whole whether a line end stands behind it
    record Line(long offset, byte[] bytes, boolean whole) {
        long end() {
            return offset + bytes.length + (whole ? 1 : 0);
        }
    }

    @FunctionalInterface
    interface Visitor {
        /// @return whether to go on
        boolean visit(Line line) throws IOException;
    }

    /// Visits the lines from an offset on; nothing where there is no record.
    static void from(Path record, long offset, Visitor visitor) throws IOException {
        if (!Files.exists(record)) {
            return;
        }
        try (FileChannel channel = Store.open(record, StandardOpenOption.READ)) {
            channel.position(offset);
            InputStream in = Channels.newInputStream(channel);
            var kept = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            long start = offset;
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                int from = 0;
                for (int at = 0; at < read; at++) {
                    if (buffer[at] != '\n') {
                        continue;
                    }
                    kept.write(buffer, from, at - from);
                    var line = new Line(start, kept.toByteArray(), true);
                    if (!visitor.visit(line)) {
                        return;
                    }
                    start = line.end();
                    kept.reset();
                    from = at + 1;
                }
                kept.write(buffer, from, read - from);
            }
            if (kept.size() > 0) {
                visitor.visit(new Line(start, kept.toByteArray(), false));
            }
        }
    }
}
