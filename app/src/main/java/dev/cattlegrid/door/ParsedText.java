package dev.cattlegrid.door;

import dev.cattlegrid.json.Json;
import dev.cattlegrid.shell.Commands;
import dev.cattlegrid.shell.Dialect;
import dev.cattlegrid.shell.Parsed;
import dev.cattlegrid.shell.Parser;
import dev.cattlegrid.shell.Problem;
import dev.cattlegrid.shell.Script;
import dev.cattlegrid.shell.Span;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a text was read.
///
/// @param valid whether `bash -n` takes it
/// @param script what was read: all of it, or what comes before the problem
/// @param problem why bash will not take it, or will stumble over it as it runs
record ParsedText(String text, boolean valid, Script script, Optional<Problem> problem) {
    /// Deeper in a tree the text stands for itself.
    private static final int DEEPEST_VALUE = 300;

    static ParsedText of(String text) {
        var syntax = Parser.parse(text, Dialect.SYNTAX_ONLY);
        return switch (syntax) {
            case Parsed.Broken(var problem, var upToThere) ->
                    new ParsedText(text, false, upToThere, Optional.of(problem));
            case Parsed.Tree(var script) ->
                    switch (Parser.parse(text, Dialect.USUAL)) {
                        case Parsed.Tree(var whole) ->
                                new ParsedText(text, true, whole, Optional.empty());
                        case Parsed.Broken(var problem, _) ->
                                new ParsedText(text, true, script, Optional.of(problem));
                    };
        };
    }

    List<List<String>> commands() {
        return Commands.of(script, text);
    }

    Map<String, Object> brief() {
        var values = new LinkedHashMap<String, Object>();
        values.put("valid", valid);
        values.put("problem", problem.filter(_ -> !valid).map(Problem::what));
        values.put("commands", commands());
        return values;
    }

    Map<String, Object> full() {
        var values = new LinkedHashMap<String, Object>();
        values.put("valid", valid);
        values.put("problem", problem.<Object>map(this::values));
        values.put("commands", commands());
        values.put("tree", value(script, 0));
        return values;
    }

    private Map<String, Object> values(Problem problem) {
        var values = new LinkedHashMap<String, Object>();
        values.put("what", problem.what());
        values.put("span", value(problem.span(), 0));
        values.put("help", problem.help());
        return values;
    }

    private Object value(Object node, int depth) {
        return switch (node) {
            case Span span -> List.of(span.start(), span.end());
            case List<?> list -> list.stream().map(element -> value(element, depth + 1)).toList();
            case Optional<?> optional ->
                    optional.map(there -> value(there, depth)).orElse(Json.Null.NULL);
            case Record parts -> record(parts, depth);
            case Boolean truth -> truth;
            case Integer number -> number;
            default -> node.toString();
        };
    }

    private Object record(Record node, int depth) {
        if (depth > DEEPEST_VALUE) {
            return "…";
        }
        var values = new LinkedHashMap<String, Object>();
        values.put("type", node.getClass().getSimpleName());
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            try {
                Object there = component.getAccessor().invoke(node);
                values.put(component.getName(), value(there, depth + 1));
            } catch (ReflectiveOperationException problem) {
                throw new IllegalStateException(problem);
            }
        }
        return values;
    }
}
