package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.code.PythonLexer.Kind;
import dev.cattlegrid.effect.code.PythonLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Python's operators, conditions, lambdas and lists of expressions.
///
/// Source: The Python Language Reference 3.13, 6.4 to 6.17.
abstract class PythonExpressions extends PythonAtoms {
    private static final Set<String> COMPARES =
            Set.of("<", ">", "<=", ">=", "==", "!=", "in", "is", "not");

    private static final String[][] LEVELS = {
        {"|"}, {"^"}, {"&"}, {"<<", ">>"}, {"+", "-"}, {"*", "/", "//", "%", "@"}
    };

    PythonExpressions(List<Token> tokens) {
        super(tokens);
    }

    @Override
    final Node expressions() {
        Node first = starred();
        if (!peek().is(",")) {
            return first;
        }
        var all = new ArrayList<Node>();
        all.add(first);
        while (accept(",")) {
            if (ended() || peek().is("=") || peek().is(":") || peek().is("]") || peek().is("}")) {
                break;
            }
            all.add(starred());
        }
        return new Node.Many(all);
    }

    @Override
    final Node starred() {
        return accept("*") || accept("**") ? new Node.Mixed(List.of(expression())) : expression();
    }

    @Override
    final Node targets() {
        Node first = target();
        if (!peek().is(",")) {
            return first;
        }
        var all = new ArrayList<Node>();
        all.add(first);
        while (accept(",") && !peek().is("in")) {
            all.add(target());
        }
        return new Node.Many(all);
    }

    Node target() {
        accept("*");
        return postfix();
    }

    @Override
    final Node expression() {
        deeper();
        Node node = ternary();
        depth--;
        return node;
    }

    Node ternary() {
        if (peek().is("lambda")) {
            at++;
            var names = new ArrayList<String>();
            var defaults = new ArrayList<Node.Named>();
            parameters(names, defaults, ":");
            expect(":");
            return new Node.Function(
                    "lambda", names, defaults, List.of(new Node.Return(expression())), false);
        }
        if (accept("yield")) {
            accept("from");
            return ended() ? new Node.Mixed(List.of()) : new Node.Mixed(List.of(expressions()));
        }
        Node value = or();
        if (accept(":=")) {
            return new Node.Assign(value, expression(), false);
        }
        if (accept("if")) {
            Node test = or();
            expect("else");
            return new Node.Choice(test, value, expression());
        }
        return value;
    }

    @Override
    final Node or() {
        Node left = and();
        while (accept("or")) {
            left = new Node.Choice(new Node.Constant("True"), left, and());
        }
        return left;
    }

    Node and() {
        Node left = not();
        while (accept("and")) {
            left = new Node.Mixed(List.of(left, not()));
        }
        return left;
    }

    Node not() {
        if (accept("not")) {
            deeper();
            Node node = new Node.Mixed(List.of(not()));
            depth--;
            return node;
        }
        Node left = arithmetic(0);
        while (COMPARES.contains(peek().text())
                && (peek().kind() == Kind.SIGN || peek().kind() == Kind.NAME)) {
            at++;
            accept("not");
            accept("in");
            left = new Node.Binary("<", left, arithmetic(0));
        }
        return left;
    }

    Node arithmetic(int level) {
        if (level == LEVELS.length) {
            return unary();
        }
        Node left = arithmetic(level + 1);
        while (peek().kind() == Kind.SIGN && List.of(LEVELS[level]).contains(peek().text())) {
            String operator = take().text();
            left = new Node.Binary(operator, left, arithmetic(level + 1));
        }
        return left;
    }

    Node unary() {
        if (peek().is("-") || peek().is("+") || peek().is("~")) {
            String sign = take().text();
            deeper();
            Node inner = unary();
            depth--;
            return inner instanceof Node.Constant(var text)
                    ? new Node.Constant(sign + text)
                    : new Node.Mixed(List.of(inner));
        }
        accept("await");
        Node base = postfix();
        return accept("**") ? new Node.Mixed(List.of(base, unary())) : base;
    }

    void parameters(List<String> names, List<Node.Named> defaults, String end) {
        while (!peek().is(end) && peek().kind() != Kind.END) {
            String name = "";
            accept("*");
            accept("**");
            if (peek().kind() == Kind.NAME) {
                name = take().text();
                names.add(name);
            } else if (!accept("/") && !peek().is(",")) {
                throw new Stuck();
            }
            if (end.equals(")") && accept(":")) {
                defaults.add(new Node.Named("", starred()));
            }
            if (accept("=")) {
                defaults.add(new Node.Named(name, expression()));
            }
            if (!accept(",")) {
                break;
            }
        }
    }

    boolean ended() {
        return peek().kind() == Kind.LINE
                || peek().kind() == Kind.END
                || peek().is(";")
                || peek().is(")");
    }
}
