package dev.cattlegrid.effect.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The cards in `commands/`, each read when its program is first asked for.
final class Cards {
    private static final int MOST_MISSES = 4096;
    private static final Map<String, Optional<CardReader>> READ = new ConcurrentHashMap<>();

    private Cards() {}

    /// Other names of a program: `egrep` is `grep`.
    private static final class Aliases {
        static final Map<String, Object> BY_NAME = CardText.read(resource("aliases").orElseThrow());
    }

    static Optional<CardReader> of(String name) {
        Optional<CardReader> known = READ.get(name);
        if (known == null) {
            known = load(name);
            if (known.isPresent() || READ.size() < MOST_MISSES) {
                READ.put(name, known);
            }
        }
        return known;
    }

    /// Names that have been asked for by now.
    static Set<String> read() {
        return Set.copyOf(READ.keySet());
    }

    /// The text of the table of variables by which programs escape.
    static String escapes() {
        return resource("escapes").orElseThrow();
    }

    /// The text of the table of options by which programs escape: examples that tests hold the cards to.
    static String escapesByOption() {
        return resource("escapes-by-option").orElseThrow();
    }

    /// The program that a name stands for: itself, or what it is another name of.
    static String programOf(String name) {
        return Aliases.BY_NAME.get(name) instanceof String program ? program : name;
    }

    private static Optional<CardReader> load(String name) {
        if (!isName(name)) {
            return Optional.empty();
        }
        return resource(programOf(name)).map(text -> new CardReader(Card.read(text)));
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() < 64
                && name.chars().allMatch(c -> c < 128 && c > ' ' && c != '/' && c != '\\')
                && !name.contains("..")
                && !name.equals("aliases")
                && !name.startsWith("escapes");
    }

    private static Optional<String> resource(String name) {
        try (InputStream in = Cards.class.getResourceAsStream("/commands/" + name + ".toml")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
