package dev.cattlegrid.effect.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A table of a card, which knows what was asked of it: a key that nobody reads is a spelling mistake.
final class Table {
    private final Map<String, Object> values;
    private final Set<String> asked = new HashSet<>();

    Table(Map<String, Object> values) {
        this.values = values;
    }

    /// A table that only says what happens.
    static Table doing(List<String> phrases) {
        return new Table(Map.of("does", phrases));
    }

    /// The same table for one more name of it.
    Table again() {
        asked.addAll(values.keySet());
        var copy = new Table(values);
        copy.asked.add("commands");
        copy.asked.add("operands");
        return copy;
    }

    List<String> names() {
        return List.copyOf(values.keySet());
    }

    boolean isTable(String name) {
        return values.get(name) instanceof Map<?, ?>;
    }

    /// A text; empty where there is none.
    String text(String name) {
        asked.add(name);
        return values.get(name) instanceof String text ? text : "";
    }

    /// Whether a switch is on.
    boolean is(String name) {
        asked.add(name);
        return Boolean.TRUE.equals(values.get(name));
    }

    /// A text, or several.
    List<String> list(String name) {
        asked.add(name);
        List<String> texts = new ArrayList<>();
        if (values.get(name) instanceof String text) {
            texts.add(text);
        } else if (values.get(name) instanceof List<?> list) {
            list.forEach(each -> texts.add(String.valueOf(each)));
        }
        return texts;
    }

    List<Phrase> phrases(String name) {
        List<Phrase> phrases = new ArrayList<>();
        list(name).forEach(text -> phrases.addAll(Phrase.list(text)));
        return phrases;
    }

    /// The table of that name; empty where there is none.
    Table table(String name) {
        asked.add(name);
        return values.get(name) instanceof Map<?, ?> map ? of(map) : new Table(Map.of());
    }

    /// The tables of an array of them.
    List<Table> tables(String name) {
        asked.add(name);
        List<Table> tables = new ArrayList<>();
        if (values.get(name) instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> map) {
                    tables.add(of(map));
                }
            }
        }
        return tables;
    }

    @SuppressWarnings("unchecked")
    private static Table of(Map<?, ?> map) {
        return new Table((Map<String, Object>) map);
    }

    void checkAllUsed(String where) {
        for (String name : values.keySet()) {
            if (!asked.contains(name)) {
                throw new IllegalArgumentException("`" + where + "` has no use for `" + name + "`");
            }
        }
    }
}
