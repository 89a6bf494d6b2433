package dev.cattlegrid.effect.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the part of TOML that cards use, without the 120 ms that a full reader needs to start.
///
/// Tables, arrays of tables, dotted and quoted keys, the four kinds of strings, arrays, inline tables, booleans,
/// whole numbers, comments. Anything else is a problem; a test reads each card with a full TOML reader as well.
final class CardText {
    private final String text;
    private int at;

    private CardText(String text) {
        this.text = text;
    }

    /// The table at the top; values are String, Boolean, Long, List or Map.
    ///
    /// @throws IllegalArgumentException where the text is not in this part of TOML
    static Map<String, Object> read(String text) {
        return new CardText(text).top();
    }

    private Map<String, Object> top() {
        Map<String, Object> top = new LinkedHashMap<>();
        Map<String, Object> table = top;
        for (skip(true); at < text.length(); skip(true)) {
            if (text.startsWith("[[", at)) {
                at += 2;
                table = newElement(top, key());
                expect("]]");
            } else if (text.charAt(at) == '[') {
                at++;
                table = inside(top, key());
                expect("]");
            } else {
                entry(table);
            }
            endOfLine();
        }
        return top;
    }

    private void entry(Map<String, Object> table) {
        List<String> key = key();
        expect("=");
        skip(false);
        Object value = value();
        Map<String, Object> target = inside(table, key.subList(0, key.size() - 1));
        if (target.putIfAbsent(key.getLast(), value) != null) {
            throw problem("the key `" + key.getLast() + "` stands twice");
        }
    }

    private Map<String, Object> inside(Map<String, Object> table, List<String> key) {
        Map<String, Object> inner = table;
        for (String name : key) {
            Object next = inner.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>());
            inner = asTable(next instanceof List<?> list ? list.getLast() : next);
        }
        return inner;
    }

    private Map<String, Object> newElement(Map<String, Object> top, List<String> key) {
        Map<String, Object> parent = inside(top, key.subList(0, key.size() - 1));
        Map<String, Object> element = new LinkedHashMap<>();
        Object list = parent.computeIfAbsent(key.getLast(), _ -> new ArrayList<>());
        if (!(list instanceof List<?>)) {
            throw problem("`" + key.getLast() + "` is not an array of tables");
        }
        @SuppressWarnings("unchecked")
        List<Object> elements = (List<Object>) list;
        elements.add(element);
        return element;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> asTable(Object value) {
        if (value instanceof Map<?, ?>) {
            return (Map<String, Object>) value;
        }
        throw problem("a value stands where a table is needed");
    }

    private List<String> key() {
        List<String> key = new ArrayList<>();
        do {
            skip(false);
            key.add(part());
            skip(false);
        } while (take("."));
        return key;
    }

    private String part() {
        char c = peek();
        if (c == '"' || c == '\'') {
            return string(c);
        }
        int start = at;
        while (at < text.length() && isBare(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw problem("a key is missing");
        }
        return text.substring(start, at);
    }

    private static boolean isBare(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == '-';
    }

    private Object value() {
        char c = peek();
        if (c == '"' || c == '\'') {
            String three = String.valueOf(c).repeat(3);
            return text.startsWith(three, at) ? longString(three) : string(c);
        }
        if (c == '[') {
            return array();
        }
        if (c == '{') {
            return inlineTable();
        }
        String word = part();
        if (word.equals("true") || word.equals("false")) {
            return word.equals("true");
        }
        try {
            return Long.valueOf(word);
        } catch (NumberFormatException _) {
            throw problem("`" + word + "` is no value");
        }
    }

    private List<Object> array() {
        expect("[");
        List<Object> values = new ArrayList<>();
        for (skip(true); !take("]"); skip(true)) {
            values.add(value());
            skip(true);
            if (!take(",") && peek() != ']') {
                throw problem("a comma or `]` is missing");
            }
        }
        return values;
    }

    private Map<String, Object> inlineTable() {
        expect("{");
        Map<String, Object> table = new LinkedHashMap<>();
        for (skip(false); !take("}"); skip(false)) {
            entry(table);
            skip(false);
            if (!take(",") && peek() != '}') {
                throw problem("a comma or `}` is missing");
            }
        }
        return table;
    }

    private String string(char quote) {
        at++;
        var value = new StringBuilder();
        for (; peek() != quote; at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                throw problem("an unclosed string");
            }
            value.append(c == '\\' && quote == '"' ? escape() : String.valueOf(c));
        }
        at++;
        return value.toString();
    }

    private String longString(String quotes) {
        at += 3;
        take("\n");
        var value = new StringBuilder();
        while (!text.startsWith(quotes, at)) {
            char c = peek();
            value.append(c == '\\' && quotes.equals("\"\"\"") ? escape() : String.valueOf(c));
            at++;
        }
        at += 3;
        return value.toString();
    }

    private String escape() {
        at++;
        return switch (peek()) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case '"' -> "\"";
            case '\\' -> "\\";
            default -> throw problem("an escape that cards do not use");
        };
    }

    private void endOfLine() {
        skip(false);
        if (at < text.length() && text.charAt(at) != '\n') {
            throw problem("the line goes on");
        }
    }

    private void skip(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == ' ' || c == '\t' || lines && c == '\n') {
                at++;
            } else {
                return;
            }
        }
    }

    private boolean take(String piece) {
        if (!text.startsWith(piece, at)) {
            return false;
        }
        at += piece.length();
        return true;
    }

    private void expect(String piece) {
        skip(false);
        if (!take(piece)) {
            throw problem("`" + piece + "` is missing");
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw problem("the text ends too early");
        }
        return text.charAt(at);
    }

    private IllegalArgumentException problem(String what) {
        int stop = Math.min(at, text.length());
        long line = text.substring(0, stop).chars().filter(c -> c == '\n').count() + 1;
        return new IllegalArgumentException(what + ", line " + line);
    }
}
