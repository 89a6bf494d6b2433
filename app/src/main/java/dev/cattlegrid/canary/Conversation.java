package dev.cattlegrid.canary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// How far a conversation has got, as one request of a client tells it.
///
/// @param opening all that was said before the model's first answer
/// @param made for each call so far, the id that stands in the request
/// @param told what each call came to, by the same id
/// @param withTools whether the model is offered tools; without any it is one of the client's own small questions
record Conversation(String opening, List<String> made, Map<String, Told> told, boolean withTools) {
    /// How many turns of a script's part have been played.
    int played(int part) {
        return made.stream()
                .flatMap(id -> Step.in(id).stream())
                .filter(step -> step.part() == part)
                .mapToInt(step -> step.turn() + 1)
                .max()
                .orElse(0);
    }

    /// Collected while a request is read.
    static final class Draft {
        private final StringBuilder opening = new StringBuilder();
        private final List<String> made = new ArrayList<>();
        private final Map<String, Told> told = new LinkedHashMap<>();

        void said(JsonNode content) {
            if (made.isEmpty()) {
                opening.append(text(content)).append('\n');
            }
        }

        void made(String id) {
            made.add(id);
        }

        void told(String id, Told what) {
            told.put(id, what);
        }

        Conversation done(boolean withTools) {
            return new Conversation(
                    opening.toString(), List.copyOf(made), Map.copyOf(told), withTools);
        }
    }

    /// All the text in a value, without the names of its kinds.
    static String text(JsonNode value) {
        if (value.isString()) {
            return value.asString();
        }
        var text = new StringBuilder();
        if (value.isArray()) {
            value.forEach(inner -> text.append(text(inner)).append('\n'));
        }
        for (var member : value.properties()) {
            if (!member.getKey().equals("type")) {
                text.append(text(member.getValue())).append('\n');
            }
        }
        return text.toString().strip();
    }
}
