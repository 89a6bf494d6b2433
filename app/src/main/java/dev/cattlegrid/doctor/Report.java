package dev.cattlegrid.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All that was found.
///
/// @param parts the gate first, then each client that is installed
record Report(List<Part> parts) {
    Report {
        parts = List.copyOf(parts);
    }

    /// Whether there is a client, and everything of it and of the gate is well.
    boolean isWell() {
        return hasClients() && parts.stream().allMatch(Part::isWell);
    }

    boolean hasClients() {
        return parts.stream().anyMatch(part -> !part.name().equals(Part.GATE));
    }

    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("well", isWell());
        var all = new ArrayList<Object>();
        for (Part part : parts) {
            var each = new LinkedHashMap<String, Object>();
            each.put("name", part.name());
            each.put("title", part.title());
            each.put("protected", isWell(part));
            each.put("looks", part.looks().stream().map(Report::values).toList());
            all.add(each);
        }
        values.put("parts", all);
        return values;
    }

    /// A client is protected where both it and the gate are well.
    boolean isWell(Part part) {
        return part.isWell() && parts.getFirst().isWell();
    }

    private static Map<String, Object> values(Look look) {
        var values = new LinkedHashMap<String, Object>();
        values.put("about", look.about());
        values.put(
                "state",
                switch (look.state()) {
                    case WELL -> "well";
                    case NOTE -> "note";
                    case WRONG -> "wrong";
                });
        values.put("says", look.says());
        values.put("mend", look.mend());
        return values;
    }
}
