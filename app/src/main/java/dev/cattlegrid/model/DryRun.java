package dev.cattlegrid.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// A request that goes nowhere but to this process, so that all that speaks to a provider is loaded before somebody waits
/// for an answer. Neither the key nor anything of a session is in it.
final class DryRun {
    private static final Duration MOST = Duration.ofSeconds(30);
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String LENGTH = "content-length:";

    private DryRun() {}

    /// What goes wrong here goes wrong again, and is said, when a model is really asked.
    static void of(Connection connection) {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout((int) MOST.toMillis());
            Thread.ofVirtual().start(() -> answer(server, body(connection.provider())));
            URI here = URI.create("http://127.0.0.1:" + server.getLocalPort());
            var prompt = new Prompt("a", "b", "c", Optional.empty(), 16);
            Patience.ask(Chat.of(connection.at(here), Key.NONE, MOST), prompt, MOST);
        } catch (IOException | RuntimeException _) {
            // Nothing depends on it.
        }
    }

    private static void answer(ServerSocket server, String body) {
        try (Socket client = server.accept()) {
            client.setSoTimeout((int) MOST.toMillis());
            readThrough(new BufferedInputStream(client.getInputStream()));
            String answer =
                    "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n"
                            + LENGTH
                            + " "
                            + body.length()
                            + END_OF_HEAD
                            + body;
            client.getOutputStream().write(answer.getBytes(UTF_8));
        } catch (IOException _) {
            // Whoever asks notices.
        }
    }

    private static void readThrough(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf(END_OF_HEAD, Math.max(0, head.length() - END_OF_HEAD.length())) < 0) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            head.append((char) next);
        }
        long length =
                head.toString()
                        .lines()
                        .filter(line -> line.regionMatches(true, 0, LENGTH, 0, LENGTH.length()))
                        .mapToLong(line -> Long.parseLong(line.substring(LENGTH.length()).strip()))
                        .findFirst()
                        .orElse(0);
        in.skipNBytes(length);
    }

    /// The least that a provider answers.
    private static String body(Provider provider) {
        return switch (provider) {
            case ANTHROPIC ->
                    """
                    {"id":"m","type":"message","role":"assistant","model":"m","content":[{"type":"text","text":"a"}],
                    "stop_reason":"end_turn","usage":{"input_tokens":1,"output_tokens":1}}\
                    """;
            case OPENAI, COMPATIBLE ->
                    """
                    {"id":"m","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"a"},
                    "finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}\
                    """;
            case OPENAI_RESPONSES ->
                    """
                    {"id":"m","model":"m","status":"completed","output":[{"type":"message","id":"m","status":"completed",
                    "role":"assistant","content":[{"type":"output_text","text":"a","annotations":[]}]}],
                    "usage":{"input_tokens":1,"output_tokens":1,"total_tokens":2}}\
                    """;
            case GEMINI ->
                    """
                    {"candidates":[{"content":{"role":"model","parts":[{"text":"a"}]},"finishReason":"STOP"}],
                    "usageMetadata":{"promptTokenCount":1,"candidatesTokenCount":1,"totalTokenCount":2}}\
                    """;
            case OLLAMA ->
                    """
                    {"model":"m","message":{"role":"assistant","content":"a"},"done":true,"done_reason":"stop",
                    "prompt_eval_count":1,"eval_count":1}\
                    """;
        };
    }
}
