package dev.cattlegrid.prose;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.policy.Section;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// The texts that come with the gate: `prose/*.toml`, a file a section.
public final class Defaults {
    /// Stands in a list for the texts that come with the gate.
    public static final String MARK = "$defaults";

    /// Read once, and only where somebody wants them.
    private static final class Texts {
        static final Map<Section, List<Entry>> ALL = all();
    }

    private Defaults() {}

    public static List<Entry> of(Section section) {
        return Texts.ALL.getOrDefault(section, List.of());
    }

    /// As a judge reads them.
    public static List<String> sentences(Section section) {
        return of(section).stream().map(Entry::sentence).toList();
    }

    private static Map<Section, List<Entry>> all() {
        var all = new EnumMap<Section, List<Entry>>(Section.class);
        for (Section section : Section.values()) {
            all.put(section, read(section));
        }
        return Collections.unmodifiableMap(all);
    }

    private static List<Entry> read(Section section) {
        TomlParseResult toml = Toml.parse(text("/prose/" + section.key() + ".toml"));
        TomlArray array = toml.getArrayOrEmpty("entry");
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < array.size(); i++) {
            entries.add(entry(section, array.getTable(i)));
        }
        if (toml.hasErrors() || entries.isEmpty()) {
            throw new IllegalStateException("prose/" + section.key() + ".toml: " + toml.errors());
        }
        return List.copyOf(entries);
    }

    private static Entry entry(Section section, TomlTable table) {
        return new Entry(
                section,
                needed(table, "label"),
                needed(table, "text"),
                said(table, "named"),
                needed(table, "covers"),
                needed(table, "spares"),
                said(table, "rule"),
                said(table, "setting"));
    }

    private static Optional<String> said(TomlTable table, String key) {
        return Optional.ofNullable(table.getString(key));
    }

    private static String needed(TomlTable table, String key) {
        return said(table, key)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "an entry has no `" + key + "`: " + table.toJson()));
    }

    private static String text(String resource) {
        try (InputStream in = Defaults.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks `" + resource + "`");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
