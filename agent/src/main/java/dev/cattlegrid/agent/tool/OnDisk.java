package dev.cattlegrid.agent.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of text, read and written whole.
final class OnDisk {
    private static final long LARGEST = 10L << 20;

    private OnDisk() {}

    static String read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(
                    "`" + file + "` is a directory; Glob or `ls` shows what is in it");
        }
        if (!Files.exists(file)) {
            throw new IOException("there is no file `" + file + "`");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("`" + file + "` is no regular file");
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException("`" + file + "` is larger than 10 MiB; use Grep, or `head`");
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
        } catch (CharacterCodingException _) {
            throw new IOException("`" + file + "` is no text in UTF-8");
        }
    }

    static void write(Path file, String text) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, text);
    }
}
