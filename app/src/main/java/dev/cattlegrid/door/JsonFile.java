package dev.cattlegrid.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A settings file that belongs to somebody else: read whole, replaced at once or not at all.
record JsonFile(Path path) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    /// The object in it; an empty one if there is no such file or nothing in it.
    ///
    /// @throws IllegalArgumentException in the user's words, if it is no JSON object
    ObjectNode read() throws IOException {
        String text;
        try {
            text = Files.readString(path, UTF_8);
        } catch (NoSuchFileException absent) {
            return JSON.createObjectNode();
        }
        if (text.isBlank()) {
            return JSON.createObjectNode();
        }
        JsonNode value;
        try {
            value = JSON.readTree(text);
        } catch (JacksonException problem) {
            throw new IllegalArgumentException(
                    "`" + path + "` is not JSON: " + problem.getOriginalMessage(), problem);
        }
        if (!(value instanceof ObjectNode object)) {
            throw new IllegalArgumentException("`" + path + "` does not hold a JSON object");
        }
        return object;
    }

    /// Replaces the file as a whole; permissions and a symbolic link to it stay.
    void write(ObjectNode value) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        Path next = Files.createTempFile(target.getParent(), ".settings", ".json");
        try {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                channel.write(UTF_8.encode(print(value) + "\n"));
                channel.force(true);
            }
            Files.setPosixFilePermissions(
                    next,
                    Files.exists(target) ? Files.getPosixFilePermissions(target) : OWNER_ONLY);
            Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    static String print(JsonNode value) {
        var printer =
                new DefaultPrettyPrinter(
                                Separators.createDefaultInstance()
                                        .withObjectNameValueSpacing(Separators.Spacing.AFTER))
                        .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                        .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return JSON.writer().with(printer).writeValueAsString(value);
    }
}
