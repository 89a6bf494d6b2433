package dev.cattlegrid.agent.voice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A tool as a model is offered it.
///
/// @param schema of its arguments, in JSON Schema's words
public record Offer(String name, String description, Map<String, Object> schema) {
    public Offer {
        schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
    }
}
