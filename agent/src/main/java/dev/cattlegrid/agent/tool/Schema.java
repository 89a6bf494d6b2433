package dev.cattlegrid.agent.tool;

import dev.cattlegrid.agent.voice.Offer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The arguments of a tool, put together for a model.
final class Schema {
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new java.util.ArrayList<>();

    Schema needs(String name, String type, String description) {
        required.add(name);
        return may(name, type, description);
    }

    Schema may(String name, String type, String description) {
        return may(name, Map.of("type", type, "description", description));
    }

    Schema may(String name, Map<String, Object> value) {
        properties.put(name, new java.util.TreeMap<>(value));
        return this;
    }

    Schema needs(String name, Map<String, Object> value) {
        required.add(name);
        return may(name, value);
    }

    Map<String, Object> object() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", new LinkedHashMap<>(properties));
        schema.put("required", List.copyOf(required));
        return schema;
    }

    Offer of(String tool, String description) {
        return new Offer(tool, description.strip(), object());
    }
}
