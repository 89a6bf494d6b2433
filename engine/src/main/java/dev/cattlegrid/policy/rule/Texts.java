package dev.cattlegrid.policy.rule;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The texts of a call that people look at before it runs: the command, paths, addresses, arguments.
final class Texts {
    private static final int DEEPEST = 16;

    private Texts() {}

    static List<String> of(ToolCall call) {
        return switch (call) {
            case ToolCall.Shell(var command, _) -> List.of(command);
            case ToolCall.Read(var path, _) -> List.of(path);
            case ToolCall.Write(var path, _, _) -> List.of(path);
            case ToolCall.Edit(var path, _, _) -> List.of(path);
            case ToolCall.Fetch(var url, _, _, _) -> List.of(url);
            case ToolCall.Search(_, var query, var path, _) -> List.of(query, path.orElse(""));
            case ToolCall.Mcp(_, var tool, var arguments, _, _) -> all(tool, arguments);
            case ToolCall.Spawn(_, var task, _) -> List.of(task);
            case ToolCall.Inner _ -> List.of();
            case ToolCall.Other(var tool, var input, _) -> all(tool, input);
        };
    }

    private static List<String> all(String tool, Map<String, Object> values) {
        var texts = new ArrayList<String>();
        texts.add(tool);
        gather(values, texts, 0);
        return texts;
    }

    private static void gather(Object value, List<String> texts, int depth) {
        switch (value) {
            case String text -> texts.add(text);
            case Map<?, ?> map when depth < DEEPEST ->
                    map.values().forEach(inner -> gather(inner, texts, depth + 1));
            case List<?> list when depth < DEEPEST ->
                    list.forEach(inner -> gather(inner, texts, depth + 1));
            default -> {}
        }
    }

    /// What a finding about a text is about: nothing happens but that somebody reads it wrongly.
    static Effect shown(Span span) {
        return new Effect.Administer(
                "text", "read otherwise", "", Effect.Administer.Gravity.CHANGE, span);
    }

    /// The place of a character, where the text is that of a command.
    static Span at(ToolCall call, int at, int length) {
        return call instanceof ToolCall.Shell ? new Span(at, at + length) : Span.NONE;
    }
}
