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

    private static final Set<String> MODIFIERS =
            Set.of(
                    "public",
                    "private",
                    "protected",
                    "readonly",
                    "override",
                    "declare",
                    "abstract",
                    "accessor",
                    "static",
                    "async",
                    "get",
                    "set");

    /// Whether the middle of `a ? b : c` is read, in which a colon ends it.
    private boolean choosing;

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

    /// `@Decorator(arguments)` and words like `private`, before a member or a parameter.
    ///
    /// @return whether there was such a word
    final boolean modifiers(List<Node> decorators) {
        int words = 0;
        while (accept("@")) {
            decorators.add(postfix());
        }
        while (MODIFIERS.contains(peek().text()) && isName(ahead(1)) && !ahead(1).line()) {
            at++;
            words++;
        }
        return words > 0;
    }

    private static boolean isName(Token token) {
        return token.kind() == Kind.NAME
                || token.kind() == Kind.TEXT
                || token.is("[")
                || token.is("*")
                || token.is("...");
    }

    private Node assignment() {
        if (peek().is("async")
                && (ahead(1).is("(")
                        || ahead(1).is("<")
                        || ahead(1).is("function")
                        || ahead(2).is("=>"))
                && !ahead(1).line()) {
            if (ahead(1).is("function")) {
                at += 2;
                return function(false);
            }
            if (ahead(1).is("<") || ahead(2).is("=>") || arrowBehind(at + 1)) {
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
            annotation();
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

    private Node arrow(Parameters parameters) {
        if (peek().is("{")) {
            return body("", parameters);
        }
        var all = new ArrayList<>(parameters.first());
        all.add(new Node.Return(expression()));
        return new Node.Function("", parameters.names(), List.of(), all, false);
    }

    private boolean arrowBehind(int from) {
        int open = 0;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(") || token.is("[") || token.is("{")) {
                open++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                open--;
                if (open == 0) {
                    return i + 1 < tokens.size()
                            && (tokens.get(i + 1).is("=>")
                                    || tokens.get(i + 1).is(":")
                                            && !choosing
                                            && arrowBehindType(i));
                }
            }
        }
        return false;
    }

    /// `(x): TYPE =>`
    private boolean arrowBehindType(int close) {
        int before = at;
        int deep = depth;
        try {
            at = close + 1;
            annotation();
            return peek().is("=>");
        } catch (Stuck _) {
            return false;
        } finally {
            at = before;
            depth = deep;
        }
    }

    private Node ternary() {
        Node test = binary();
        if (accept("?")) {
            boolean before = choosing;
            choosing = true;
            Node left = expression();
            choosing = before;
            expect(":");
            return new Node.Choice(test, left, expression());
        }
        return test;
    }

    /// All binary operators at one level: only `+` and the choosing ones matter, and those keep their sides.
    private Node binary() {
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
            } else if ((token.is("as") || token.is("satisfies")) && !token.line()) {
                at++;
                type();
            } else if ((token.kind() == Kind.SIGN || token.kind() == Kind.NAME)
                    && OPERATORS.contains(token.text())) {
                at++;
                left = new Node.Binary("<", left, unary());
            } else {
                return left;
            }
        }
    }

    private Node unary() {
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
        generics();
        expect("(");
        return body(named ? name : "", parameters());
    }

    record Parameters(List<String> names, List<Node> first) {}

    Parameters parameters() {
        var names = new ArrayList<String>();
        var first = new ArrayList<Node>();
        while (!peek().is(")")) {
            boolean member = modifiers(first);
            accept("...");
            Node target = postfix();
            String name =
                    target instanceof Node.Name(var text) ? text : "parameter " + names.size();
            names.add(name);
            if (!(target instanceof Node.Name)) {
                first.add(new Node.Assign(target, new Node.Name(name), false));
            }
            if (member) {
                var place = new Node.Attribute(new Node.Name("this"), name);
                first.add(new Node.Assign(place, target, false));
            }
            accept("?");
            annotation();
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
        annotation();
        var all = new ArrayList<>(parameters.first());
        if (peek().is("{")) {
            all.addAll(block());
        } else {
            end();
        }
        return new Node.Function(name, parameters.names(), List.of(), all, false);
    }
}
