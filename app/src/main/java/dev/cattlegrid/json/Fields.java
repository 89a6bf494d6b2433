package dev.cattlegrid.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The members of a JSON object, asked for by name and kind; a member of another kind counts as absent.
public record Fields(Map<String, Object> values) {
    public static final Fields NONE = new Fields(Map.of());

    public Fields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static Fields of(Map<?, ?> untyped) {
        return new Fields(typed(untyped));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Optional<String> text(String name) {
        return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /// The first of these members that is a text.
    public Optional<String> text(String... names) {
        for (String name : names) {
            if (values.get(name) instanceof String text) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    public Optional<Number> number(String name) {
        return values.get(name) instanceof Number number ? Optional.of(number) : Optional.empty();
    }

    public Optional<Fields> object(String name) {
        return values.get(name) instanceof Map<?, ?> map
                ? Optional.of(Fields.of(map))
                : Optional.empty();
    }

    public Optional<List<Object>> list(String name) {
        return values.get(name) instanceof List<?> list
                ? Optional.of(List.copyOf(list))
                : Optional.empty();
    }

    /// The objects of a list; elements of another kind are left out.
    public List<Fields> objects(String name) {
        var objects = new ArrayList<Fields>();
        for (Object element : list(name).orElse(List.of())) {
            if (element instanceof Map<?, ?> map) {
                objects.add(Fields.of(map));
            }
        }
        return objects;
    }

    /// The members as they are, with every `null` left out, at any depth.
    public Map<String, Object> withoutNulls() {
        return without(values);
    }

    private static Map<String, Object> typed(Map<?, ?> untyped) {
        var typed = new LinkedHashMap<String, Object>();
        untyped.forEach((name, value) -> typed.put(String.valueOf(name), value));
        return typed;
    }

    private static Map<String, Object> without(Map<?, ?> members) {
        var kept = new LinkedHashMap<String, Object>();
        members.forEach((name, value) -> {
            if (value != Json.Null.NULL) {
                kept.put(String.valueOf(name), withoutIn(value));
            }
        });
        return kept;
    }

    private static Object withoutIn(Object value) {
        return switch (value) {
            case Map<?, ?> map -> without(map);
            case List<?> list ->
                    list.stream()
                            .filter(element -> element != Json.Null.NULL)
                            .map(Fields::withoutIn)
                            .toList();
            default -> value;
        };
    }
}
