package dev.cattlegrid.model;

import java.util.Map;
import java.util.Optional;

/// What is said to a model, in the order in which caches of providers want it: what is always the same first.
///
/// @param system what it is to do
/// @param material what it is about, the same for all that is asked about it
/// @param task what is asked now
/// @param shape of the answer, as far as the provider can be told; the task tells it too
/// @param most tokens that the answer may have
public record Prompt(String system, String material, String task, Optional<Shape> shape, int most) {
    /// What of it is said, by its part.
    public Map<String, Object> said() {
        return Map.of("system", system, "material", material, "task", task);
    }
}
