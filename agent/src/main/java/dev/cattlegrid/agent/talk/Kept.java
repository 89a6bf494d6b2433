package dev.cattlegrid.agent.talk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.agent.voice.Message;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A session on the disk: a line a message, only ever added to, so that a process that is killed at any moment loses no more
/// than the line that it was writing.
public final class Kept {
    /// Below the store.
    private static final String IN_STORE = "agent";

    private static final String END = ".jsonl";
    private static final int LARGEST = 256 << 20;

    private final Store store;
    private final String session;

    Kept(Store store, String session) {
        this.store = store;
        this.session = session;
    }

    /// A session that can go on.
    ///
    /// @param directory where it began
    /// @param first words of the person
    public record Known(String session, String directory, String first, Instant last) {}

    /// What a session was, as far as it came.
    ///
    /// @param messages those that count, calls without an end closed
    record Was(String directory, List<Message> messages) {}

    String session() {
        return session;
    }

    /// The first line, of a session that is new.
    void begin(String directory, String model) throws IOException {
        Map<String, Object> line = line("begin");
        line.put("directory", directory);
        line.put("model", model);
        append(line);
    }

    void add(Message message) throws IOException {
        append(of(message));
    }

    /// What came before counts no longer; these do instead.
    void startAgain(List<Message> messages) throws IOException {
        Map<String, Object> line = line("again");
        line.put("messages", messages.stream().map(Kept::of).toList());
        append(line);
    }

    private static Map<String, Object> line(String kind) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", kind);
        line.put("at", Instant.now().toString());
        return line;
    }

    private static Map<String, Object> of(Message message) {
        return switch (message) {
            case Message.User(var text) -> {
                var line = line("user");
                line.put("text", text);
                yield line;
            }
            case Message.Model(var text, var calls) -> {
                var line = line("model");
                line.put("text", text);
                line.put(
                        "calls",
                        calls.stream()
                                .map(call ->
                                        Map.of(
                                                "id",
                                                call.id(),
                                                "tool",
                                                call.tool(),
                                                "input",
                                                call.input().values(),
                                                "broken",
                                                call.broken()))
                                .toList());
                yield line;
            }
            case Message.Results(var results) -> {
                var line = line("results");
                line.put(
                        "results",
                        results.stream()
                                .map(result ->
                                        Map.of(
                                                "id",
                                                result.id(),
                                                "tool",
                                                result.tool(),
                                                "text",
                                                result.text(),
                                                "failed",
                                                result.failed()))
                                .toList());
                yield line;
            }
        };
    }

    private void append(Map<String, Object> line) throws IOException {
        store.prepare();
        Files.createDirectories(directory(store));
        try (FileChannel channel =
                Store.open(file(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer left = ByteBuffer.wrap((Json.print(line) + "\n").getBytes(UTF_8));
            while (left.hasRemaining()) {
                channel.write(left);
            }
        }
    }

    /// A line that was not finished is ended, so that the next one stands by itself.
    void mend() throws IOException {
        try (FileChannel channel =
                Store.open(file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = channel.size();
            ByteBuffer last = ByteBuffer.allocate(1);
            if (size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n') {
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}), size);
            }
        }
    }

    /// What was said in it so far.
    ///
    /// @throws IOException in one sentence, where it cannot be read
    Was read() throws IOException {
        String directory = "";
        var messages = new ArrayList<Message>();
        for (Fields line : lines(file())) {
            switch (line.text("kind").orElse("")) {
                case "begin" -> directory = line.text("directory").orElse("");
                case "again" -> {
                    messages.clear();
                    line.objects("messages").forEach(one -> message(one).ifPresent(messages::add));
                }
                default -> message(line).ifPresent(messages::add);
            }
        }
        return new Was(directory, closed(messages));
    }

    private static Optional<Message> message(Fields line) {
        return switch (line.text("kind").orElse("")) {
            case "user" -> Optional.of(new Message.User(line.text("text").orElse("")));
            case "model" ->
                    Optional.of(
                            new Message.Model(
                                    line.text("text").orElse(""),
                                    line.objects("calls").stream()
                                            .map(call ->
                                                    new Message.Call(
                                                            call.text("id").orElse(""),
                                                            call.text("tool").orElse(""),
                                                            call.object("input")
                                                                    .orElse(Fields.NONE),
                                                            call.text("broken").orElse("")))
                                            .toList()));
            case "results" ->
                    Optional.of(
                            new Message.Results(
                                    line.objects("results").stream()
                                            .map(result ->
                                                    new Message.Result(
                                                            result.text("id").orElse(""),
                                                            result.text("tool").orElse(""),
                                                            result.text("text").orElse(""),
                                                            result.isTrue("failed")))
                                            .toList()));
            default -> Optional.empty();
        };
    }

    /// Each call has a result: of one that was under way when the program ended, nothing is known.
    static List<Message> closed(List<Message> messages) {
        var closed = new ArrayList<Message>();
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            boolean stray =
                    message instanceof Message.Results
                            && !(i > 0
                                    && messages.get(i - 1) instanceof Message.Model(var _, var made)
                                    && !made.isEmpty());
            if (stray) {
                continue;
            }
            closed.add(message);
            boolean answered =
                    i + 1 < messages.size() && messages.get(i + 1) instanceof Message.Results;
            if (message instanceof Message.Model(var _, var calls)
                    && !calls.isEmpty()
                    && !answered) {
                closed.add(
                        new Message.Results(
                                calls.stream()
                                        .map(call ->
                                                new Message.Result(
                                                        call.id(),
                                                        call.tool(),
                                                        "the session ended while this was under way; it is not known whether it ran",
                                                        true))
                                        .toList()));
            }
        }
        return closed;
    }

    /// The sessions that began in a directory, or anywhere, the latest first.
    public static List<Known> all(Store store, Optional<String> directory) throws IOException {
        var all = new ArrayList<Known>();
        try (Stream<Path> files = Files.list(directory(store))) {
            for (Path file : files.filter(file -> file.toString().endsWith(END)).toList()) {
                known(file)
                        .filter(one -> directory.map(one.directory()::equals).orElse(true))
                        .ifPresent(all::add);
            }
        } catch (NoSuchFileException _) {
            return List.of();
        }
        all.sort(Comparator.comparing(Known::last).reversed());
        return all;
    }

    private static Optional<Known> known(Path file) throws IOException {
        String directory = "";
        for (Fields line : lines(file)) {
            String kind = line.text("kind").orElse("");
            if (kind.equals("begin")) {
                directory = line.text("directory").orElse("");
            }
            if (kind.equals("user")) {
                FileTime last = Files.getLastModifiedTime(file);
                String name = String.valueOf(file.getFileName());
                return Optional.of(
                        new Known(
                                name.substring(0, name.length() - END.length()),
                                directory,
                                line.text("text").orElse(""),
                                last.toInstant()));
            }
        }
        return Optional.empty();
    }

    /// A last line that was not finished is left out.
    private static List<Fields> lines(Path file) throws IOException {
        var all = new ArrayList<Fields>();
        try (FileChannel channel = Store.open(file, StandardOpenOption.READ)) {
            byte[] bytes = Channels.newInputStream(channel).readNBytes(LARGEST);
            for (String line : new String(bytes, UTF_8).lines().toList()) {
                if (Json.parse(line).members() instanceof Json.Members.Of(var fields)) {
                    all.add(fields);
                }
            }
        }
        return all;
    }

    private Path file() {
        return directory(store).resolve(session + END);
    }

    private static Path directory(Store store) {
        return store.directory().resolve(IN_STORE);
    }
}
