package dev.cattlegrid.wiring;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The text of a JSON file, changed only where its value changes: order, blanks and comments elsewhere stay as they are.
record JsonText(String text, JsonMapper reader) {
    private static final int MOST_STEPS = 200;
    private static final String UNIT = "  ";

    /// The text with another value in it; written anew where it cannot be changed in places.
    String with(ObjectNode value) {
        String now = text;
        try {
            for (int i = 0; i < MOST_STEPS; i++) {
                Optional<String> next = step(now, JsonScan.of(now), reader.readTree(now), value);
                if (next.isEmpty()) {
                    return reader.readTree(now).equals(value) ? now : anew(value);
                }
                now = next.get();
            }
        } catch (JacksonException | IllegalStateException _) {
            // What cannot be followed here is written anew.
        }
        return anew(value);
    }

    private static String anew(ObjectNode value) {
        return JsonFile.print(value) + "\n";
    }

    /// The text after the first change that is still to be made; nothing where there is none.
    private static Optional<String> step(
            String text, JsonScan.Node at, JsonNode now, JsonNode wanted) {
        if (now.equals(wanted)) {
            return Optional.empty();
        }
        if (now instanceof ObjectNode before && wanted instanceof ObjectNode after) {
            return Optional.of(object(text, at, before, after));
        }
        if (now instanceof ArrayNode before && wanted instanceof ArrayNode after) {
            return Optional.of(array(text, at, before, after));
        }
        return Optional.of(replaced(text, at, wanted));
    }

    private static String object(
            String text, JsonScan.Node at, ObjectNode before, ObjectNode after) {
        for (JsonScan.Child child : at.children()) {
            if (!after.has(child.name())) {
                return without(text, at, at.children().indexOf(child));
            }
            Optional<String> changed =
                    step(text, child.value(), before.get(child.name()), after.get(child.name()));
            if (changed.isPresent()) {
                return changed.get();
            }
        }
        for (String name : after.propertyNames()) {
            if (!before.has(name)) {
                String member = JsonFile.print(after.stringNode(name)) + ": ";
                return added(text, at, member, after.get(name));
            }
        }
        throw new IllegalStateException("two members of one name");
    }

    /// An element that goes, one that comes at the end, or else the whole list anew.
    private static String array(String text, JsonScan.Node at, ArrayNode before, ArrayNode after) {
        int same = 0;
        while (same < before.size()
                && same < after.size()
                && before.get(same).equals(after.get(same))) {
            same++;
        }
        if (same == before.size()) {
            return added(text, at, "", after.get(same));
        }
        if (before.size() > after.size()) {
            return without(text, at, same);
        }
        return replaced(text, at, after);
    }

    private static String replaced(String text, JsonScan.Node at, JsonNode value) {
        return text.substring(0, at.start())
                + printed(value, indentOfLine(text, at.start()))
                + text.substring(at.end());
    }

    private static String without(String text, JsonScan.Node at, int index) {
        List<JsonScan.Child> children = at.children();
        int from;
        int to;
        if (children.size() == 1) {
            from = at.start() + 1;
            to = at.end() - 1;
        } else if (index == 0) {
            from = children.getFirst().start();
            to = children.get(1).start();
        } else {
            from = children.get(index - 1).value().end();
            to = children.get(index).value().end();
        }
        return text.substring(0, from) + text.substring(to);
    }

    private static String added(String text, JsonScan.Node at, String name, JsonNode value) {
        if (at.children().isEmpty()) {
            String outer = indentOfLine(text, at.start());
            String inner = outer + UNIT;
            String member = "\n" + inner + name + printed(value, inner) + "\n" + outer;
            return text.substring(0, at.start() + 1) + member + text.substring(at.end() - 1);
        }
        JsonScan.Child first = at.children().getFirst();
        boolean ownLine = text.substring(at.start(), first.start()).contains("\n");
        String indent = ownLine ? indentOfLine(text, first.start()) : "";
        String lead = ownLine ? ",\n" + indent : ", ";
        String inner = ownLine ? indent : indentOfLine(text, at.start());
        int end = at.children().getLast().value().end();
        return text.substring(0, end) + lead + name + printed(value, inner) + text.substring(end);
    }

    private static String printed(JsonNode value, String indent) {
        return JsonFile.print(value).replace("\n", "\n" + indent);
    }

    private static String indentOfLine(String text, int at) {
        int line = text.lastIndexOf('\n', at - 1) + 1;
        int end = line;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(line, end);
    }
}
