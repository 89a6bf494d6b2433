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
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;

/// The door of the user's own programs: a unix socket in a directory of the user's, whose peer has to be the user.
///
/// A request is one line of JSON, and so is its answer: `{"do": "status"}`, `{"do": "stop"}`,
/// `{"do": "hook", "host": "claude-code", "headless": false, "payload": "…"}`.
///
/// @see <a href="https://man7.org/linux/man-pages/man7/unix.7.html">unix(7), SO_PEERCRED</a>
final class SocketDoor implements AutoCloseable {
    /// The most bytes of a path that a socket can be bound to, on every system.
    private static final int LONGEST_PATH = 100;

    private final Path path;
    private final Work work;
    private final UserPrincipal owner;
    private final ServerSocketChannel server;

    private SocketDoor(Path path, Work work, ServerSocketChannel server) throws IOException {
        this.path = path;
        this.work = work;
        this.server = server;
        Path parent = path.toAbsolutePath().getParent();
        owner = Files.getOwner(parent == null ? path : parent);
    }

    /// A door at a path; one that nobody comes through where the path is too long for a socket.
    static SocketDoor at(Path path, Work work) throws IOException {
        Files.deleteIfExists(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        if (path.toString().getBytes(UTF_8).length <= LONGEST_PATH) {
            server.bind(UnixDomainSocketAddress.of(path), 1024);
        } else {
            server.close();
        }
        return new SocketDoor(path, work, server);
    }

    void open() {
        Thread.ofPlatform().daemon().name("socket").start(this::accept);
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel peer = server.accept();
                Thread.ofPlatform().daemon().start(() -> serve(peer));
            } catch (IOException _) {
                // Closed, or a peer that went away: the next one counts.
            }
        }
    }

    private void serve(SocketChannel peer) {
        try (peer) {
            if (!peer.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(owner)) {
                return;
            }
            var lines = new Lines(Channels.newInputStream(peer));
            for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                send(peer, reply(line.get()));
            }
        } catch (IOException | RuntimeException _) {
            // The peer went away in the middle of a line.
        }
    }

    private Map<String, Object> reply(Lines.Line line) {
        try {
            return switch (line) {
                case Lines.Line.TooLong _ -> failure("the line is too long");
                case Lines.Line.Text(var bytes) ->
                        switch (Json.parse(bytes).members()) {
                            case Json.Members.None(var what) -> failure("the line is " + what);
                            case Json.Members.Of(var fields) -> reply(fields);
                        };
            };
        } catch (IOException | RuntimeException | Error problem) {
            return failure(Failure.sentence(problem));
        }
    }

    private Map<String, Object> reply(Fields asked) throws IOException {
        return switch (asked.text("do").orElse("")) {
            case "status" -> work.status();
            case "stop" -> {
                work.handOver();
                yield work.status();
            }
            case "hook" ->
                    Map.of(
                            "answer",
                            work.answer(
                                    asked.text("host").orElse(""),
                                    asked.isTrue("headless"),
                                    asked.text("payload").orElse("").getBytes(UTF_8)));
            default -> failure("there is only `status`, `stop` and `hook` here");
        };
    }

    private static Map<String, Object> failure(String why) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("error", why);
        return values;
    }

    private static void send(SocketChannel peer, Map<String, Object> reply) throws IOException {
        ByteBuffer left = ByteBuffer.wrap((Json.print(reply) + "\n").getBytes(UTF_8));
        while (left.hasRemaining()) {
            peer.write(left);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(path);
    }
}
