package dev.cattlegrid.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a stream line by line, each of bounded length, as bytes.
public final class Lines {
    /// The most bytes of a line that are kept.
    public static final int LONGEST = 16 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    public Lines(InputStream in) {
        this.in = in;
    }

    public sealed interface Line {
        record Text(byte[] bytes) implements Line {}

        record TooLong() implements Line {}
    }

    /// The next line without its end; nothing at the end of the stream.
    public Optional<Line> next() throws IOException {
        @Nullable ByteArrayOutputStream kept = null;
        long length = 0;
        while (true) {
            if (at == end && !fill()) {
                return kept == null ? Optional.empty() : Optional.of(line(kept, length));
            }
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            length += at - from;
            boolean complete = at < end;
            if (complete && kept == null && length <= LONGEST) {
                byte[] bytes = Arrays.copyOfRange(buffer, from, at++);
                return Optional.of(new Line.Text(bytes));
            }
            kept = kept == null ? new ByteArrayOutputStream() : kept;
            if (length <= LONGEST) {
                kept.write(buffer, from, at - from);
            }
            if (complete) {
                at++;
                return Optional.of(line(kept, length));
            }
        }
    }

    private static Line line(@Nullable ByteArrayOutputStream kept, long length) {
        if (length > LONGEST) {
            return new Line.TooLong();
        }
        return new Line.Text(kept == null ? new byte[0] : kept.toByteArray());
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
