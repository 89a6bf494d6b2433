package dev.cattlegrid.wiring;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Where the values of a text stand.
final class JsonScan {
    /// @param end behind its last character
    record Node(int start, int end, List<Child> children) {}

    /// @param name of a member; empty for an element
    /// @param start of the name, or of the element
    record Child(String name, int start, Node value) {}

    private final String text;
    private int at;

    private JsonScan(String text) {
        this.text = text;
    }

    static Node of(String text) {
        var scan = new JsonScan(text);
        scan.blanks();
        return scan.value();
    }

    private Node value() {
        int start = at;
        char first = peek();
        if (first == '{' || first == '[') {
            List<Child> children = children(first == '{');
            return new Node(start, at, children);
        }
        if (first == '"') {
            string();
        } else {
            while (at < text.length() && ",]} \t\r\n/".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
        return new Node(start, at, List.of());
    }

    private List<Child> children(boolean members) {
        var children = new ArrayList<Child>();
        at++;
        blanks();
        while (peek() != '}' && peek() != ']') {
            int start = at;
            String name = "";
            if (members) {
                name = JsonMapper.shared().readTree(string()).asString("");
                blanks();
                expect(':');
                blanks();
            }
            children.add(new Child(name, start, value()));
            blanks();
            if (peek() == ',') {
                at++;
                blanks();
            }
        }
        at++;
        return List.copyOf(children);
    }

    private String string() {
        int start = at;
        expect('"');
        while (peek() != '"') {
            at += peek() == '\\' ? 2 : 1;
        }
        at++;
        return text.substring(start, at);
    }

    private void blanks() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\ufeff') {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return;
            }
        }
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new IllegalStateException("no `" + c + "` at " + at);
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw new IllegalStateException("the text ends too early");
        }
        return text.charAt(at);
    }
}
