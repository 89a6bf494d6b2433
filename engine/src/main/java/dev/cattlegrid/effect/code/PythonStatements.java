package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.code.PythonLexer.Kind;
import dev.cattlegrid.effect.code.PythonLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Python's simple statements.
///
/// Source: The Python Language Reference 3.13, 7.
abstract class PythonStatements extends PythonExpressions {
    private static final Set<String> AUGMENTED =
            Set.of(
                    "+=", "-=", "*=", "/=", "//=", "%=", "**=", "&=", "|=", "^=", ">>=", "<<=",
                    "@=");

    PythonStatements(List<Token> tokens) {
        super(tokens);
    }

    void simple(List<Node> into) {
        do {
            if (peek().kind() == Kind.LINE || peek().kind() == Kind.END) {
                break;
            }
            small(into);
        } while (accept(";"));
        if (peek().kind() == Kind.LINE) {
            at++;
        } else if (peek().kind() != Kind.END && peek().kind() != Kind.OUT) {
            throw new Stuck();
        }
    }

    void small(List<Node> into) {
        Token token = peek();
        String word = token.kind() == Kind.NAME ? token.text() : "";
        switch (word) {
            case "pass", "break", "continue" -> at++;
            case "import" -> {
                at++;
                do {
                    String module = dotted();
                    into.add(new Node.Import(module, "", accept("as") ? take().text() : ""));
                } while (accept(","));
            }
            case "from" -> imported(into);
            case "return" -> {
                at++;
                into.add(new Node.Return(ended() ? new Node.Constant("None") : expressions()));
            }
            case "global", "nonlocal" -> {
                at++;
                do {
                    at++;
                } while (accept(","));
            }
            case "del" -> {
                at++;
                into.add(new Node.Delete(List.of(expressions())));
            }
            case "raise", "assert", "yield" -> {
                at++;
                if (!ended()) {
                    accept("from");
                    into.add(expressions());
                    if (accept("from")) {
                        into.add(expression());
                    }
                }
            }
            default -> assignment(into);
        }
    }

    String dotted() {
        var name = new StringBuilder();
        while (peek().is(".") || peek().is("...")) {
            name.append(take().text());
        }
        while (peek().kind() == Kind.NAME && !peek().text().equals("import")) {
            name.append(take().text());
            if (!peek().is(".")) {
                break;
            }
            name.append(take().text());
        }
        return name.toString();
    }

    void imported(List<Node> into) {
        at++;
        String module = dotted();
        expect("import");
        boolean round = accept("(");
        do {
            if (round && peek().is(")")) {
                break;
            }
            String member = take().text();
            into.add(new Node.Import(module, member, accept("as") ? take().text() : ""));
        } while (accept(","));
        if (round) {
            expect(")");
        }
    }

    void assignment(List<Node> into) {
        Node first = expressions();
        if (accept(":")) {
            into.add(expression());
            if (accept("=")) {
                into.add(new Node.Assign(first, expressions(), false));
            }
            return;
        }
        if (peek().kind() == Kind.SIGN && AUGMENTED.contains(peek().text())) {
            at++;
            into.add(new Node.Assign(first, expressions(), true));
            return;
        }
        var targets = new ArrayList<Node>();
        Node value = first;
        while (accept("=")) {
            targets.add(value);
            value = expressions();
        }
        if (targets.isEmpty()) {
            into.add(value);
        }
        for (Node target : targets) {
            into.add(new Node.Assign(target, value, false));
        }
    }
}
