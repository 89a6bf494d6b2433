package dev.cattlegrid.agent.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.audit.Audit;
import dev.cattlegrid.audit.Store;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Which servers of projects a person has trusted, once each: a line a server below the store, where no tool call may write.
public record Trusted(Store store, Path root) {
    private static final String FILE = "agent/trusted-servers";
    private static final int LARGEST = 1 << 20;

    /// Whether a server may be started without a question.
    public boolean holds(Server server) throws IOException {
        Path file = store.directory().resolve(FILE);
        if (!server.ofProject()) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = Store.open(file, StandardOpenOption.READ)) {
            byte[] bytes = Channels.newInputStream(channel).readNBytes(LARGEST);
            return new String(bytes, UTF_8).lines().anyMatch(server.mark(root)::equals);
        }
    }

    /// The person trusts a server.
    public void trust(Server server) throws IOException {
        new Audit(store).person("trust", server.name(), String.join(" ", server.command()));
        store.prepare();
        Path file = store.directory().resolve(FILE);
        Files.createDirectories(file.getParent());
        try (FileChannel channel =
                Store.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap((server.mark(root) + "\n").getBytes(UTF_8)));
        }
    }
}
