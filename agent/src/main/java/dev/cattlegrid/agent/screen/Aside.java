package dev.cattlegrid.agent.screen;

import dev.cattlegrid.app.Main;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.screen.Shown;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// A subcommand of the program, run beside the session: it says the same here as in a shell.
record Aside(Streams streams, Store store, Consumer<List<String>> told) {
    private static final int LONGEST = 20_000;

    /// Those that are told where the gate keeps its files.
    private static final Set<String> OF_STORE = Set.of("boundaries", "grants");

    void run(List<String> words) {
        Thread.ofPlatform().daemon().name("aside").start(() -> told.accept(said(words)));
    }

    private List<String> said(List<String> words) {
        var text = new StringWriter();
        var writer = new PrintWriter(text);
        var there =
                new Streams(
                        InputStream.nullInputStream(),
                        writer,
                        writer,
                        false,
                        false,
                        streams.environment());
        var arguments = new ArrayList<>(words);
        if (OF_STORE.contains(words.getFirst())) {
            arguments.addAll(List.of("--state", store.directory().toString()));
        }
        Main.run(arguments.toArray(String[]::new), there);
        writer.flush();
        var rows = new ArrayList<String>();
        Shown.lines(text.toString().stripTrailing(), LONGEST)
                .text()
                .lines()
                .map(line -> "  " + line)
                .forEach(rows::add);
        return rows;
    }
}
