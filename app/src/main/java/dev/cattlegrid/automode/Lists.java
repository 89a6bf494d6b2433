package dev.cattlegrid.automode;

import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The four lists as one JSON object, in the order and by the names that users of the reference system know.
final class Lists {
    private Lists() {}

    static String json(Function<Section, ? extends List<?>> lists) {
        return Json.pretty(values(lists));
    }

    static Map<String, Object> values(Function<Section, ? extends List<?>> lists) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Section section : Section.values()) {
            values.put(section.key(), lists.apply(section));
        }
        return values;
    }
}
