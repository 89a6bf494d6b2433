package dev.cattlegrid.prose;

import dev.cattlegrid.policy.Layer;
import dev.cattlegrid.policy.Section;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What one file says in words.
///
/// @param from where it stands, for showing
/// @param lists only the sections that it speaks of, as written, `$defaults` among them
public record Spoken(Layer.Level level, String from, Map<Section, List<String>> lists) {
    public Spoken {
        var copy = new EnumMap<Section, List<String>>(Section.class);
        lists.forEach((section, list) -> copy.put(section, List.copyOf(list)));
        lists = Collections.unmodifiableMap(copy);
    }

    /// A file that says nothing in words.
    public static Spoken nothing(Layer.Level level, String from) {
        return new Spoken(level, from, Map.of());
    }

    public boolean isSilent() {
        return lists.isEmpty();
    }
}
