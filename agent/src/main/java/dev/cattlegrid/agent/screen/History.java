package dev.cattlegrid.agent.screen;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.audit.Store;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// What a person sent before, in this session and in others: a line a prompt, which only its owner reads.
final class History {
    private static final String FILE = "agent-history";
    private static final int MOST = 1_000;
    private static final int LARGEST = 4 << 20;

    private final Store store;
    private final List<String> all = new ArrayList<>();

    private History(Store store) {
        this.store = store;
    }

    /// What cannot be read is not there.
    static History of(Store store) {
        var history = new History(store);
        try (FileChannel channel = Store.open(history.file(), StandardOpenOption.READ)) {
            long size = channel.size();
            channel.position(Math.max(0, size - LARGEST));
            byte[] bytes = Channels.newInputStream(channel).readNBytes(LARGEST);
            List<String> lines = new String(bytes, UTF_8).lines().map(History::read).toList();
            history.all.addAll(lines.subList(Math.max(0, lines.size() - MOST), lines.size()));
        } catch (IOException _) {
            return history;
        }
        return history;
    }

    List<String> all() {
        return List.copyOf(all);
    }

    /// The same twice in a row is kept once. Where it cannot be written it counts until the session ends.
    void add(String text) {
        if (!all.isEmpty() && all.getLast().equals(text)) {
            return;
        }
        all.add(text);
        try {
            store.prepare();
            try (FileChannel channel =
                    Store.open(file(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                channel.write(ByteBuffer.wrap((written(text) + "\n").getBytes(UTF_8)));
            }
        } catch (IOException _) {
            return;
        }
    }

    private Path file() {
        return store.directory().resolve(FILE);
    }

    private static String written(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "");
    }

    private static String read(String line) {
        var text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean escape = c == '\\' && i + 1 < line.length();
            text.append(escape ? line.charAt(++i) == 'n' ? '\n' : line.charAt(i) : c);
        }
        return text.toString();
    }
}
