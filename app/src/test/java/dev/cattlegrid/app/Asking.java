package dev.cattlegrid.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.door.Streams;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/// Runs the program inside the test.
public record Asking(int exit, String out, String err) {
    public static Asking of(String... arguments) {
        return with(new byte[0], arguments);
    }

    public static Asking with(String in, String... arguments) {
        return with(in.getBytes(UTF_8), arguments);
    }

    public static Asking with(byte[] in, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var streams =
                new Streams(
                        new ByteArrayInputStream(in),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        false,
                        false,
                        Map.of());
        int exit = Main.run(arguments, streams);
        return new Asking(exit, out.toString(), err.toString());
    }
}
