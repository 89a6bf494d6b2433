package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.code.ScriptLexer.Kind;
import dev.cattlegrid.effect.code.ScriptLexer.Token;
import java.util.ArrayList;
import java.util.List;

/// JavaScript's primary expressions: names, texts, templates, arrays, objects, what is called or taken from.
///
/// Source: ECMAScript 2025, 13.2 and 13.3.
abstract class ScriptAtoms extends ScriptTypes {
    ScriptAtoms(List<Token> tokens) {
        super(tokens);
    }

    /// Comma-parted expressions.
    abstract Node list();

    abstract Node expression();

    /// @param named whether the function's name is seen outside
    abstract Node function(boolean named);

    /// A function's parameters and body, behind its opening bracket.
    abstract Node method(String name);

    /// A class, from its word on.
    abstract Node classes();

    /// What reads a text inside this one, a level deeper.
    abstract ScriptAtoms inside(String text);

    Node postfix() {
        boolean made = accept("new");
        if (made && peek().is("new")) {
            throw new Stuck();
        }
        Node node = atom();
        while (true) {
            if (accept(".")) {
                node = new Node.Attribute(node, take().text());
            } else if (accept("?.")) {
                if (accept("(")) {
                    node = arguments(node);
                } else if (accept("[")) {
                    node = index(node);
                } else {
                    node = new Node.Attribute(node, take().text());
                }
            } else if (accept("(")) {
                node = arguments(node);
            } else if (peek().is("!") && !peek().line() && !ahead(1).is("=")) {
                at++;
            } else if (peek().is("<") && isCalledWithTypes()) {
                at = angles(at);
            } else if (peek().is("[")) {
                at++;
                node = index(node);
            } else if (peek().kind() == Kind.TEMPLATE && !made) {
                node = new Node.Call(node, List.of(template(take().text())), List.of());
            } else {
                return node;
            }
        }
    }

    Node index(Node of) {
        Node key = list();
        expect("]");
        return key instanceof Node.Text(var text)
                ? new Node.Attribute(of, text)
                : new Node.Index(of, key);
    }

    Node arguments(Node function) {
        var all = new ArrayList<Node>();
        while (!peek().is(")")) {
            boolean spread = accept("...");
            Node value = expression();
            all.add(spread ? new Node.Mixed(List.of(value)) : value);
            if (!accept(",")) {
                break;
            }
        }
        expect(")");
        boolean loads =
                function instanceof Node.Name(var name)
                        && (name.equals("require") || name.equals("import"));
        if (loads && all.size() == 1 && all.getFirst() instanceof Node.Text(var module)) {
            return new Node.Import(module(module), "", "required " + module);
        }
        return new Node.Call(function, all, List.of());
    }

    Node atom() {
        Token token = take();
        return switch (token.kind()) {
            case TEXT -> new Node.Text(token.text());
            case TEMPLATE -> template(token.text());
            case NUMBER -> new Node.Constant(token.text());
            case REGEX -> new Node.Mixed(List.of());
            case NAME ->
                    switch (token.text()) {
                        case "true", "false", "null", "undefined" ->
                                new Node.Constant(token.text());
                        case "function" -> function(false);
                        case "class" -> {
                            at--;
                            yield classes();
                        }
                        case "if",
                                "for",
                                "while",
                                "return",
                                "const",
                                "var",
                                "else",
                                "switch",
                                "case",
                                "try",
                                "catch" ->
                                throw new Stuck();
                        default -> new Node.Name(token.text());
                    };
            case SIGN ->
                    switch (token.text()) {
                        case "<" -> {
                            at = angles(at - 1);
                            yield expression();
                        }
                        case "(" -> {
                            Node inner = list();
                            expect(")");
                            yield inner;
                        }
                        case "[" -> {
                            var items = new ArrayList<Node>();
                            while (!peek().is("]") && peek().kind() != Kind.END) {
                                if (accept(",")) {
                                    continue;
                                }
                                boolean spread = accept("...");
                                Node value = expression();
                                items.add(spread ? new Node.Mixed(List.of(value)) : value);
                            }
                            expect("]");
                            yield new Node.Many(items);
                        }
                        case "{" -> object();
                        default -> throw new Stuck();
                    };
            case END, BROKEN -> throw new Stuck();
        };
    }

    Node object() {
        var entries = new ArrayList<Node.Named>();
        while (!peek().is("}")) {
            if (accept("...")) {
                entries.add(new Node.Named("", expression()));
            } else {
                entry(entries);
            }
            if (!accept(",")) {
                break;
            }
        }
        expect("}");
        return new Node.Keyed(entries);
    }

    void entry(List<Node.Named> entries) {
        while ((peek().is("async") || peek().is("get") || peek().is("set") || peek().is("*"))
                && !ahead(1).is(":")
                && !ahead(1).is(",")
                && !ahead(1).is("}")
                && !ahead(1).is("(")) {
            at++;
        }
        String key = "";
        Token token = take();
        if (token.is("[")) {
            expression();
            expect("]");
        } else if (token.kind() == Kind.NAME
                || token.kind() == Kind.TEXT
                || token.kind() == Kind.NUMBER) {
            key = token.text();
        } else {
            throw new Stuck();
        }
        if (accept(":")) {
            entries.add(new Node.Named(key, expression()));
        } else if (peek().is("(") || peek().is("<")) {
            generics();
            expect("(");
            entries.add(new Node.Named(key, method("")));
        } else if (accept("=")) {
            entries.add(
                    new Node.Named(key, new Node.Assign(new Node.Name(key), expression(), false)));
        } else {
            entries.add(new Node.Named(key, new Node.Name(key)));
        }
    }

    Node template(String raw) {
        var parts = new ArrayList<Node>();
        int from = 0;
        int i = 0;
        while (i < raw.length()) {
            if (raw.charAt(i) == '\\') {
                i += 2;
            } else if (raw.startsWith("${", i)) {
                parts.add(new Node.Text(Escapes.plain(raw.substring(from, i))));
                int close = close(raw, i + 2);
                parts.add(inside(raw.substring(i + 2, close)).list());
                i = close + 1;
                from = i;
            } else {
                i++;
            }
        }
        parts.add(new Node.Text(Escapes.plain(raw.substring(Math.min(from, raw.length())))));
        return parts.size() == 1 ? parts.getFirst() : new Node.Joined(parts);
    }

    static int close(String raw, int from) {
        int open = 1;
        for (int i = from; i < raw.length(); i++) {
            open += raw.charAt(i) == '{' ? 1 : raw.charAt(i) == '}' ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        throw new Stuck();
    }

    /// `node:fs/promises` is `fs.promises`.
    static String module(String name) {
        String plain = name.startsWith("node:") ? name.substring(5) : name;
        return plain.equals("fs/promises")
                        || plain.equals("timers/promises")
                        || plain.equals("stream/promises")
                        || plain.startsWith("path/")
                ? plain.replace('/', '.')
                : plain;
    }
}
