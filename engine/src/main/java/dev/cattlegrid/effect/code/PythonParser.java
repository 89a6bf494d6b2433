package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.code.PythonLexer.Kind;
import dev.cattlegrid.effect.code.PythonLexer.Token;
import java.util.ArrayList;
import java.util.List;

/// Reads Python text into a tree; a statement that is not understood becomes [Node.Broken].
///
/// Source: The Python Language Reference 3.13, 8; the layers below it have the rest.
final class PythonParser extends PythonStatements {
    private PythonParser(List<Token> tokens) {
        super(tokens);
    }

    static List<Node> parse(String text) {
        return new PythonParser(PythonLexer.tokens(text)).file();
    }

    @Override
    PythonAtoms inside(String text) {
        var inner = new PythonParser(PythonLexer.tokens(text));
        inner.depth = depth + 1;
        return inner;
    }

    private List<Node> file() {
        var body = new ArrayList<Node>();
        while (peek().kind() != Kind.END) {
            if (peek().kind() == Kind.LINE
                    || peek().kind() == Kind.IN
                    || peek().kind() == Kind.OUT) {
                at++;
                continue;
            }
            statement(body);
        }
        return body;
    }

    private void statement(List<Node> into) {
        int from = at;
        int before = depth;
        try {
            deeper();
            compound(into);
        } catch (Stuck _) {
            into.add(new Node.Broken(shown(from)));
            at = Math.max(at, from);
            while (peek().kind() != Kind.LINE && peek().kind() != Kind.END) {
                at++;
            }
            if (at == from) {
                at++;
            }
        } finally {
            depth = before;
        }
    }

    private void compound(List<Node> into) {
        Token token = peek();
        if (token.kind() != Kind.NAME) {
            if (token.is("@")) {
                decorated(into);
            } else {
                simple(into);
            }
            return;
        }
        switch (token.text()) {
            case "if" -> into.add(branch());
            case "while" -> {
                at++;
                Node test = expression();
                List<Node> body = block();
                into.add(new Node.Loop(new Node.Constant("None"), test, body));
                elseInto(into);
            }
            case "for" -> loop(into);
            case "try" -> guarded(into);
            case "with" -> with(into);
            case "def" -> into.add(function(false));
            case "class" -> into.add(type());
            case "async" -> {
                at++;
                compound(into);
            }
            case "match" -> match(into);
            default -> simple(into);
        }
    }

    private List<Node> block() {
        expect(":");
        return suite();
    }

    private List<Node> suite() {
        var body = new ArrayList<Node>();
        if (peek().kind() != Kind.LINE) {
            simple(body);
            return body;
        }
        at++;
        if (peek().kind() != Kind.IN) {
            throw new Stuck();
        }
        at++;
        while (peek().kind() != Kind.OUT && peek().kind() != Kind.END) {
            if (peek().kind() == Kind.LINE) {
                at++;
            } else if (peek().kind() == Kind.IN) {
                at++;
                body.addAll(nested());
            } else {
                statement(body);
            }
        }
        at++;
        return body;
    }

    /// An indent that belongs to a statement which was not understood.
    private List<Node> nested() {
        var body = new ArrayList<Node>();
        while (peek().kind() != Kind.OUT && peek().kind() != Kind.END) {
            if (peek().kind() == Kind.LINE) {
                at++;
            } else if (peek().kind() == Kind.IN) {
                at++;
                deeper();
                body.addAll(nested());
            } else {
                statement(body);
            }
        }
        at++;
        return body;
    }

    private Node branch() {
        at++;
        Node test = expression();
        List<Node> then = block();
        var otherwise = new ArrayList<Node>();
        if (peek().is("elif")) {
            deeper();
            otherwise.add(branch());
        } else {
            elseInto(otherwise);
        }
        return new Node.If(test, then, otherwise);
    }

    private void elseInto(List<Node> into) {
        if (peek().is("else")) {
            at++;
            into.addAll(block());
        }
    }

    private void loop(List<Node> into) {
        at++;
        Node target = targets();
        expect("in");
        Node over = expressions();
        into.add(new Node.Loop(target, over, block()));
        elseInto(into);
    }

    private void guarded(List<Node> into) {
        at++;
        List<Node> body = block();
        var handlers = new ArrayList<Node>();
        var last = new ArrayList<Node>();
        while (true) {
            if (accept("except")) {
                accept("*");
                if (!peek().is(":")) {
                    Node type = expressions();
                    handlers.add(type);
                    if (accept("as")) {
                        handlers.add(
                                new Node.Assign(
                                        new Node.Name(take().text()),
                                        new Node.Mixed(List.of()),
                                        false));
                    }
                }
                handlers.addAll(block());
            } else if (accept("finally")) {
                last.addAll(block());
            } else if (peek().is("else")) {
                at++;
                body.addAll(block());
            } else {
                break;
            }
        }
        into.add(new Node.Guarded(body, handlers));
        into.addAll(last);
    }

    private void with(List<Node> into) {
        at++;
        boolean round = peek().is("(") && parenthesised();
        if (round) {
            at++;
        }
        do {
            if (round && peek().is(")")) {
                break;
            }
            Node value = expression();
            into.add(accept("as") ? new Node.Assign(target(), value, false) : value);
        } while (accept(","));
        if (round) {
            expect(")");
        }
        into.addAll(block());
    }

    /// Whether the bracket that opens here closes right before the colon.
    private boolean parenthesised() {
        int depth = 0;
        for (int i = at; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(") || token.is("[") || token.is("{")) {
                depth++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                depth--;
                if (depth == 0) {
                    return i + 1 < tokens.size() && tokens.get(i + 1).is(":");
                }
            } else if (token.kind() == Kind.END || token.kind() == Kind.LINE) {
                return false;
            }
        }
        return false;
    }

    private void match(List<Node> into) {
        boolean statement = ahead(1).kind() != Kind.SIGN || ahead(1).is("(") || ahead(1).is("[");
        int colon = at;
        while (statement
                && !tokens.get(colon).is(":")
                && tokens.get(colon).kind() != Kind.LINE
                && tokens.get(colon).kind() != Kind.END) {
            colon++;
        }
        if (!statement
                || !tokens.get(colon).is(":")
                || tokens.get(Math.min(colon + 1, tokens.size() - 1)).kind() != Kind.LINE) {
            simple(into);
            return;
        }
        at++;
        into.add(expressions());
        expect(":");
        at += 2;
        while (peek().is("case")) {
            while (!peek().is(":") && peek().kind() != Kind.END) {
                at++;
            }
            into.add(new Node.If(new Node.Constant("case"), block(), List.of()));
        }
        if (peek().kind() == Kind.OUT) {
            at++;
        }
    }

    private void decorated(List<Node> into) {
        var decorators = new ArrayList<Node>();
        while (accept("@")) {
            decorators.add(expression());
            while (peek().kind() == Kind.LINE) {
                at++;
            }
        }
        accept("async");
        Node made;
        if (peek().is("class")) {
            made = type();
        } else if (peek().is("def")) {
            made = function(true);
        } else {
            throw new Stuck();
        }
        into.add(made);
        for (Node decorator : decorators.reversed()) {
            into.add(new Node.Call(decorator, List.of(new Node.Name(name(made))), List.of()));
        }
    }

    private static String name(Node made) {
        return made instanceof Node.Function function
                ? function.name()
                : made instanceof Node.Type type ? type.name() : "";
    }

    private Node function(boolean called) {
        at++;
        String name = take().text();
        if (peek().is("[")) {
            skipBrackets();
        }
        expect("(");
        var names = new ArrayList<String>();
        var defaults = new ArrayList<Node.Named>();
        parameters(names, defaults, ")");
        expect(")");
        if (accept("->")) {
            defaults.add(new Node.Named("", expression()));
        }
        return new Node.Function(name, names, defaults, block(), called);
    }

    private void skipBrackets() {
        int open = 0;
        do {
            Token token = take();
            open += token.is("[") ? 1 : token.is("]") ? -1 : 0;
        } while (open > 0 && peek().kind() != Kind.END);
    }

    private Node type() {
        at++;
        String name = take().text();
        var bases = new ArrayList<Node>();
        if (accept("(")) {
            Node.Call call = arguments(new Node.Name(name));
            bases.addAll(call.arguments());
        }
        return new Node.Type(name, bases, block());
    }
}
