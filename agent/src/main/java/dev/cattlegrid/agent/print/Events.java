package dev.cattlegrid.agent.print;

import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.talk.Made;
import dev.cattlegrid.agent.voice.Usage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What happens, as plain values for JSON.
final class Events {
    private Events() {}

    /// Empty where a program has no use for it.
    static Map<String, Object> of(Happening happening) {
        return switch (happening) {
            case Happening.Began(
                            var session,
                            var directory,
                            var model,
                            var mode,
                            var resumed,
                            var sandbox) ->
                    event(
                            "system",
                            "session_id",
                            session,
                            "cwd",
                            directory,
                            "model",
                            model,
                            "permissionMode",
                            mode.text(),
                            "resumed",
                            resumed,
                            "sandbox",
                            sandbox);
            case Happening.Heard(var prompt) -> event("user", "text", prompt);
            case Happening.Words(var piece, var agent) ->
                    event("text_delta", "text", piece, "agent", agent);
            case Happening.Proposed(var made) -> event("tool_use", made);
            case Happening.Allowed(var made, var by, var took, var entry) -> {
                var event = event("allowed", made);
                event.put("by", by);
                event.put("micros", took.toNanos() / 1000);
                event.put("id", entry);
                yield event;
            }
            case Happening.Refused(var made, var refusal) -> {
                var event = event("refused", made);
                event.putAll(of(refusal));
                yield event;
            }
            case Happening.Asked(var number, var made, var refusal, var always) -> {
                var event = event("asked", made);
                event.put("number", number);
                event.putAll(of(refusal));
                event.put("always", always.stream().map(grant -> grant.words()).toList());
                yield event;
            }
            case Happening.Answered(var number, var kind) ->
                    event(
                            "answered",
                            "number",
                            number,
                            "kind",
                            kind.name().toLowerCase(java.util.Locale.ROOT));
            case Happening.Wondered(var number, var question, var choices) ->
                    event("question", "number", number, "question", question, "choices", choices);
            case Happening.Ran(var made, var done, var took) -> {
                var event = event("tool_result", made);
                event.put("is_error", done.failed());
                event.put("content", done.text());
                event.put("millis", took.toMillis());
                yield event;
            }
            case Happening.Used(var answer, var all, var full) -> {
                var event = event("usage");
                event.put("answer", of(answer));
                event.put("session", of(all));
                event.put("full", full);
                yield event;
            }
            case Happening.ModeChanged(var mode) -> event("mode", "mode", mode.text());
            case Happening.ModelChanged(var model) -> event("model", "model", model);
            case Happening.Compacted(var before, var after) ->
                    event("compacted", "before", before, "after", after);
            case Happening.Retrying(var why, var attempt, var pause) ->
                    event("retrying", "why", why, "attempt", attempt, "millis", pause.toMillis());
            case Happening.Noticed(var what) -> event("notice", "text", what);
            case Happening.Paused _, Happening.Over _, Happening.Closed() -> Map.of();
        };
    }

    static Map<String, Object> of(Usage usage) {
        return pairs(
                "input_tokens",
                usage.prompt(),
                "cache_read_input_tokens",
                usage.cached(),
                "output_tokens",
                usage.answer());
    }

    static Map<String, Object> of(Happening.Refusal refusal) {
        return pairs(
                "reason",
                refusal.reason(),
                "rule",
                refusal.rule(),
                "code",
                refusal.code(),
                "effects",
                refusal.effects(),
                "facts",
                refusal.facts(),
                "clears",
                refusal.clears(),
                "alternative",
                refusal.alternative(),
                "ticket",
                refusal.ticket(),
                "id",
                refusal.entry());
    }

    private static Map<String, Object> event(String type, Made made) {
        var event = event(type, "tool_use_id", made.id(), "tool_name", made.tool());
        event.put("call", made.line());
        made.agent().ifPresent(agent -> event.put("agent", agent));
        return event;
    }

    private static Map<String, Object> event(String type, Object... rest) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.putAll(pairs(rest));
        return event;
    }

    private static Map<String, Object> pairs(Object... all) {
        Map<String, Object> pairs = new LinkedHashMap<>();
        List<Object> list = List.of(all);
        for (int i = 0; i + 1 < list.size(); i += 2) {
            pairs.put(String.valueOf(list.get(i)), list.get(i + 1));
        }
        return pairs;
    }
}
