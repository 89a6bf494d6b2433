package dev.cattlegrid.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.door.Lines;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A connection to the daemon of the user, by its socket.
public final class DaemonClient implements AutoCloseable {
    private final SocketChannel channel;
    private final Lines lines;

    private DaemonClient(SocketChannel channel) {
        this.channel = channel;
        lines = new Lines(Channels.newInputStream(channel));
    }

    /// Nothing where there is no daemon.
    static Optional<DaemonClient> to(Path socket) {
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(socket));
                return Optional.of(new DaemonClient(channel));
            } catch (IOException problem) {
                channel.close();
                throw problem;
            }
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// What it answers to a request.
    ///
    /// @throws IOException where it went away, or says that it failed
    public Fields ask(Map<String, Object> request) throws IOException {
        ByteBuffer left = ByteBuffer.wrap((Json.print(request) + "\n").getBytes(UTF_8));
        while (left.hasRemaining()) {
            channel.write(left);
        }
        return lines.next()
                .filter(Lines.Line.Text.class::isInstance)
                .map(Lines.Line.Text.class::cast)
                .map(line -> Json.parse(line.bytes()).members())
                .map(members -> members instanceof Json.Members.Of(var fields) ? fields : null)
                .orElseThrow(() -> new IOException("the daemon went away before it answered"));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
