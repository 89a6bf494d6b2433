package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.code.PythonLexer.Kind;
import dev.cattlegrid.effect.code.PythonLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Python's atoms and primaries: names, texts, brackets, what is called, indexed or taken from.
///
/// Source: The Python Language Reference 3.13, 6.2 and 6.3.
abstract class PythonAtoms extends Cursor<Token> {
    private static final Set<String> WORDS =
            Set.of(
                    "and", "or", "not", "in", "is", "if", "else", "for", "lambda", "await", "yield",
                    "async", "from");

    PythonAtoms(List<Token> tokens) {
        super(tokens);
    }

    abstract Node expression();

    /// Comma-parted expressions: one, or a tuple.
    abstract Node expressions();

    abstract Node starred();

    abstract Node targets();

    abstract Node or();

    /// What reads a text inside this one, a level deeper.
    abstract PythonAtoms inside(String text);

    Node postfix() {
        Node node = atom();
        while (true) {
            if (accept(".")) {
                if (peek().kind() != Kind.NAME) {
                    throw new Stuck();
                }
                node = new Node.Attribute(node, take().text());
            } else if (accept("(")) {
                node = arguments(node);
            } else if (accept("[")) {
                node = index(node);
            } else {
                return node;
            }
        }
    }

    Node index(Node of) {
        var parts = new ArrayList<Node>();
        boolean slice = false;
        while (!peek().is("]") && peek().kind() != Kind.END) {
            if (accept(":") || accept(",")) {
                slice = true;
            } else {
                parts.add(starred());
            }
        }
        expect("]");
        if (slice || parts.size() != 1) {
            parts.addFirst(of);
            return new Node.Mixed(parts);
        }
        return new Node.Index(of, parts.getFirst());
    }

    Node.Call arguments(Node function) {
        var arguments = new ArrayList<Node>();
        var named = new ArrayList<Node.Named>();
        while (!peek().is(")") && peek().kind() != Kind.END) {
            if (peek().kind() == Kind.NAME && ahead(1).is("=")) {
                String name = take().text();
                at++;
                named.add(new Node.Named(name, expression()));
            } else if (accept("**")) {
                named.add(new Node.Named("", expression()));
            } else {
                Node value = starred();
                arguments.add(
                        peek().is("for") || peek().is("async") ? comprehension(value) : value);
            }
            if (!accept(",")) {
                break;
            }
        }
        expect(")");
        return new Node.Call(function, arguments, named);
    }

    /// `value for x in xs if test`: a loop whose body is the value.
    Node comprehension(Node value) {
        accept("async");
        expect("for");
        Node target = targets();
        expect("in");
        Node over = or();
        Node inner = value;
        var tests = new ArrayList<Node>();
        while (accept("if")) {
            tests.add(or());
        }
        if (peek().is("for") || peek().is("async")) {
            deeper();
            inner = comprehension(value);
        }
        tests.add(inner);
        return new Node.Loop(target, over, tests);
    }

    Node atom() {
        Token token = take();
        return switch (token.kind()) {
            case NAME -> {
                if (WORDS.contains(token.text())) {
                    throw new Stuck();
                }
                yield switch (token.text()) {
                    case "None", "True", "False" -> new Node.Constant(token.text());
                    default -> new Node.Name(token.text());
                };
            }
            case NUMBER -> new Node.Constant(token.text());
            case TEXT, FORMAT -> {
                at--;
                yield text();
            }
            case SIGN -> bracket(token.text());
            case LINE, IN, OUT, END, BROKEN -> throw new Stuck();
        };
    }

    Node text() {
        var parts = new ArrayList<Node>();
        while (peek().kind() == Kind.TEXT || peek().kind() == Kind.FORMAT) {
            Token token = take();
            if (token.kind() == Kind.TEXT) {
                parts.add(new Node.Text(token.text()));
            } else {
                fields(token.text(), parts);
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new Node.Joined(parts);
    }

    void fields(String text, List<Node> parts) {
        var plain = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if ((c == '{' || c == '}') && i + 1 < text.length() && text.charAt(i + 1) == c) {
                plain.append(c);
                i += 2;
            } else if (c == '{') {
                int close = close(text, i);
                parts.add(new Node.Text(plain.toString()));
                plain.setLength(0);
                parts.add(field(text.substring(i + 1, close)));
                i = close + 1;
            } else {
                plain.append(c);
                i++;
            }
        }
        parts.add(new Node.Text(plain.toString()));
    }

    static int close(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '(' || c == '[') {
                depth++;
            } else if (c == '}' || c == ')' || c == ']') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        throw new Stuck();
    }

    /// `value`, `value!r`, `value:format`, `value=`.
    private Node field(String text) {
        return inside(text).expressions();
    }

    Node bracket(String sign) {
        return switch (sign) {
            case "(" -> {
                if (accept(")")) {
                    yield new Node.Many(List.of());
                }
                Node value = starred();
                if (peek().is("for") || peek().is("async")) {
                    value = comprehension(value);
                } else if (peek().is(",")) {
                    value = rest(value, ")");
                }
                expect(")");
                yield value;
            }
            case "[" -> {
                if (accept("]")) {
                    yield new Node.Many(List.of());
                }
                Node value = starred();
                Node list =
                        peek().is("for") || peek().is("async")
                                ? comprehension(value)
                                : rest(value, "]");
                expect("]");
                yield list;
            }
            case "{" -> braces();
            case "..." -> new Node.Constant("...");
            default -> throw new Stuck();
        };
    }

    Node rest(Node first, String end) {
        var all = new ArrayList<Node>();
        all.add(first);
        while (accept(",") && !peek().is(end)) {
            all.add(starred());
        }
        return new Node.Many(all);
    }

    Node braces() {
        var entries = new ArrayList<Node.Named>();
        while (!peek().is("}") && peek().kind() != Kind.END) {
            Node key = starred();
            Node value = accept(":") ? expression() : key;
            if (peek().is("for") || peek().is("async")) {
                Node loop = comprehension(new Node.Mixed(List.of(key, value)));
                expect("}");
                return loop;
            }
            entries.add(new Node.Named(key instanceof Node.Text(var text) ? text : "", value));
            if (!accept(",")) {
                break;
            }
        }
        expect("}");
        return new Node.Keyed(entries);
    }
}
