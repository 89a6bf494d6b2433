package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.code.ScriptLexer.Kind;
import dev.cattlegrid.effect.code.ScriptLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// JavaScript's operators, assignments and functions.
///
/// Source: ECMAScript 2025, 13.4 to 13.16 and 15.
abstract class ScriptExpressions extends ScriptAtoms {
    private static final Set<String> ASSIGNS =
            Set.of(
                    "=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=",
                    "^=", "&&=", "||=", "??=");
    private static final Set<String> OPERATORS =
            Set.of(
                    "==",
                    "!=",
                    "===",
                    "!==",
                    "<",
                    ">",
                    "<=",
                    ">=",
                    "&",
                    "|",
                    "^",
                    "<<",
                    ">>",
                    ">>>",
                    "-",
                    "*",
                    "/",
                    "%",
                    "**",
                    "instanceof",
                    "in");

    ScriptExpressions(List<Token> tokens) {
        super(tokens);
    }

    @Override
    final Node list() {
        Node first = expression();
        while (accept(",")) {
            first = new Node.Mixed(List.of(first, expression()));
        }
        return first;
    }

    @Override
    final Node expression() {
        deeper();
        Node node = assignment();
        depth--;
        return node;
    }

    Node assignment() {
        if (peek().is("async")
                && (ahead(1).is("(") || ahead(1).is("function") || ahead(2).is("=>"))
                && !ahead(1).line()) {
            if (ahead(1).is("function")) {
                at += 2;
                return function(false);
            }
            if (ahead(2).is("=>") || arrowBehind(at + 1)) {
                at++;
            }
        }
        if (peek().kind() == Kind.NAME && ahead(1).is("=>")) {
            String name = take().text();
            at++;
            return arrow(new Parameters(List.of(name), List.of()));
        }
        if (peek().is("(") && arrowBehind(at)) {
            at++;
            Parameters parameters = parameters();
            expect("=>");
            return arrow(parameters);
        }
        if (accept("yield")) {
            accept("*");
            return peek().is(")") || peek().is(";") || peek().is("}")
                    ? new Node.Mixed(List.of())
                    : new Node.Mixed(List.of(expression()));
        }
        Node left = ternary();
        if (peek().kind() == Kind.SIGN && ASSIGNS.contains(peek().text())) {
            boolean added = take().text().length() > 1;
            return new Node.Assign(left, expression(), added);
        }
        return left;
    }

    @Override
    final Node method(String name) {
        return body(name, parameters());
    }

    abstract List<Node> block();

    abstract void end();

    Node arrow(Parameters parameters) {
        if (peek().is("{")) {
            return body("", parameters);
        }
        var all = new ArrayList<>(parameters.first());
        all.add(new Node.Return(expression()));
        return new Node.Function("", parameters.names(), List.of(), all, false);
    }

    boolean arrowBehind(int from) {
        int open = 0;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(") || token.is("[") || token.is("{")) {
                open++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                open--;
                if (open == 0) {
                    return i + 1 < tokens.size() && tokens.get(i + 1).is("=>");
                }
            }
        }
        return false;
    }

    Node ternary() {
        Node test = binary();
        if (accept("?")) {
            Node left = expression();
            expect(":");
            return new Node.Choice(test, left, expression());
        }
        return test;
    }

    /// All binary operators at one level: only `+` and the choosing ones matter, and those keep their sides.
    Node binary() {
        Node left = unary();
        while (true) {
            Token token = peek();
            if (token.is("+")) {
                at++;
                left = new Node.Binary("+", left, unary());
            } else if (token.is("||") || token.is("??")) {
                at++;
                left = new Node.Choice(new Node.Constant("true"), left, unary());
            } else if (token.is("&&")) {
                at++;
                left = new Node.Mixed(List.of(left, unary()));
            } else if ((token.kind() == Kind.SIGN || token.kind() == Kind.NAME)
                    && OPERATORS.contains(token.text())) {
                at++;
                left = new Node.Binary("<", left, unary());
            } else {
                return left;
            }
        }
    }

    Node unary() {
        Token token = peek();
        boolean sign =
                token.kind() == Kind.SIGN
                        && Set.of("!", "-", "+", "~", "++", "--").contains(token.text());
        boolean word =
                token.kind() == Kind.NAME
                        && Set.of("typeof", "void", "delete").contains(token.text());
        if (sign || word) {
            at++;
            deeper();
            Node inner = unary();
            depth--;
            return inner instanceof Node.Constant(var text) && token.is("-")
                    ? new Node.Constant("-" + text)
                    : new Node.Mixed(List.of(inner));
        }
        if (token.is("await")) {
            at++;
            return unary();
        }
        Node node = postfix();
        if ((peek().is("++") || peek().is("--")) && !peek().line()) {
            at++;
            return new Node.Mixed(List.of(node));
        }
        return node;
    }

    @Override
    final Node function(boolean named) {
        accept("*");
        String name = peek().kind() == Kind.NAME ? take().text() : "";
        expect("(");
        return body(named ? name : "", parameters());
    }

    record Parameters(List<String> names, List<Node> first) {}

    Parameters parameters() {
        var names = new ArrayList<String>();
        var first = new ArrayList<Node>();
        while (!peek().is(")")) {
            accept("...");
            Node target = postfix();
            String name =
                    target instanceof Node.Name(var text) ? text : "parameter " + names.size();
            names.add(name);
            if (!(target instanceof Node.Name)) {
                first.add(new Node.Assign(target, new Node.Name(name), false));
            }
            if (accept("=")) {
                expression();
            }
            if (!accept(",")) {
                break;
            }
        }
        expect(")");
        return new Parameters(names, first);
    }

    Node body(String name, Parameters parameters) {
        var all = new ArrayList<>(parameters.first());
        all.addAll(block());
        return new Node.Function(name, parameters.names(), List.of(), all, false);
    }

    @Override
    final Node type() {
        at++;
        String name = peek().kind() == Kind.NAME && !peek().is("extends") ? take().text() : "";
        var bases = new ArrayList<Node>();
        if (accept("extends")) {
            bases.add(postfix());
        }
        expect("{");
        var body = new ArrayList<Node>();
        while (!peek().is("}") && peek().kind() != Kind.END) {
            if (accept(";")) {
                continue;
            }
            while ((peek().is("static")
                            || peek().is("async")
                            || peek().is("get")
                            || peek().is("set")
                            || peek().is("*"))
                    && !ahead(1).is("(")
                    && !ahead(1).is("=")) {
                at++;
            }
            String member = take().text();
            if (accept("(")) {
                body.add(body(member, parameters()));
            } else if (accept("=")) {
                body.add(
                        new Node.Assign(
                                new Node.Attribute(new Node.Name("this"), member),
                                expression(),
                                false));
                end();
            } else {
                end();
            }
        }
        expect("}");
        return new Node.Type(name, bases, body);
    }
}
