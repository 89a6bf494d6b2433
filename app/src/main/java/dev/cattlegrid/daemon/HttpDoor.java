package dev.cattlegrid.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cattlegrid.door.Hooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// The door of launchers: HTTP on the loopback, for verdicts and nothing else.
///
/// A request needs the token of the door plate, in `Authorization`; it must name the loopback in `Host`, so that no page of a
/// browser gets here by a name of its own, and come from no page at all, so `Origin` is refused. `GET /hello` shows the proof
/// that this is the daemon; `POST /hook/HOST` answers a payload.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750, bearer tokens</a>
final class HttpDoor implements AutoCloseable {
    static final String PROOF = "Cattlegrid-Proof";
    static final String STAMP = "Cattlegrid-Stamp";

    private static final String LOOPBACK = "127.0.0.1";
    private static final String HOOK = "/hook/";

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int BAD_METHOD = 405;
    private static final int TOO_LARGE = 413;
    private static final int OLDER_THAN_YOU = 426;
    private static final int OWN_FAILURE = 500;

    private final HttpServer server;
    private final Plate plate;
    private final Work work;
    private final AtomicInteger underWay = new AtomicInteger();

    private record Reply(int status, String text) {}

    static {
        // Read by the JDK's server as it is first used. Small answers go out at once; who never
        // ends a request is let go.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        System.setProperty("sun.net.httpserver.maxRspTime", "30");
        System.setProperty("sun.net.httpserver.idleInterval", "60");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "512");
    }

    HttpDoor(Stamp stamp, Work work) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(LOOPBACK), 0), 1024);
        plate = Plate.fresh(server.getAddress().getPort(), stamp);
        this.work = work;
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
    }

    Plate plate() {
        return plate;
    }

    void open() {
        server.start();
    }

    /// Waits for answers that are under way, and no longer: the server's own wait can miss the end of the last one.
    void close(Duration most) {
        long until = System.nanoTime() + most.toNanos();
        while (underWay.get() > 0 && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
        server.stop(0);
    }

    @Override
    public void close() {
        close(Duration.ZERO);
    }

    private void answer(HttpExchange exchange) throws IOException {
        underWay.incrementAndGet();
        try {
            told(exchange);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void told(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Reply> stranger = stranger(exchange);
            if (stranger.isPresent()) {
                send(exchange, stranger.get());
                return;
            }
            exchange.getResponseHeaders().set(PROOF, plate.proof());
            send(exchange, reply(exchange));
        }
    }

    /// What somebody is told who does not belong here; nothing for those who do.
    private Optional<Reply> stranger(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        if (headers.containsKey("Origin") || !hosts().contains(only(headers, "Host"))) {
            return Optional.of(new Reply(FORBIDDEN, "this door is not for browsers"));
        }
        byte[] shown = only(headers, "Authorization").getBytes(UTF_8);
        byte[] wanted = ("Bearer " + plate.token()).getBytes(UTF_8);
        return MessageDigest.isEqual(shown, wanted)
                ? Optional.empty()
                : Optional.of(new Reply(UNAUTHORIZED, "this door needs a token"));
    }

    private List<String> hosts() {
        return List.of(LOOPBACK + ":" + plate.port(), "localhost:" + plate.port());
    }

    /// A header that is there once; empty where it is not, or more than once.
    private static String only(Headers headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : "";
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/hello")) {
            return hello(Stamp.of(only(exchange.getRequestHeaders(), STAMP)));
        }
        if (!path.startsWith(HOOK)) {
            return new Reply(NOT_FOUND, "there is only `/hello` and `/hook/HOST` here");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return new Reply(BAD_METHOD, "a payload comes by POST");
        }
        byte[] payload = exchange.getRequestBody().readNBytes(Hooks.LARGEST_PAYLOAD + 1);
        if (payload.length > Hooks.LARGEST_PAYLOAD) {
            return new Reply(TOO_LARGE, "the hook's input is larger than 32 MiB");
        }
        boolean headless = "headless".equals(exchange.getRequestURI().getQuery());
        return hook(path.substring(HOOK.length()), headless, payload);
    }

    private Reply hello(Stamp theirs) {
        if (plate.stamp().isBefore(theirs)) {
            work.handOver();
            return new Reply(OLDER_THAN_YOU, "a newer program takes over");
        }
        return new Reply(OK, "");
    }

    private Reply hook(String host, boolean headless, byte[] payload) {
        try {
            return new Reply(OK, work.answer(host, headless, payload));
        } catch (IOException | RuntimeException | Error problem) {
            return new Reply(OWN_FAILURE, Failure.sentence(problem));
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.text().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
