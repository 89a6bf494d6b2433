package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.code.ScriptLexer.Kind;
import dev.cattlegrid.effect.code.ScriptLexer.Token;
import java.util.ArrayList;
import java.util.List;

/// Reads JavaScript text into a tree; a statement that is not understood becomes [Node.Broken].
///
/// What TypeScript adds is read too; types are passed over.
///
/// Source: ECMAScript 2025, 14 and 16; the layers below it have the rest.
final class ScriptParser extends ScriptDeclarations {
    private ScriptParser(List<Token> tokens) {
        super(tokens);
    }

    static List<Node> parse(String text) {
        var parser = new ScriptParser(ScriptLexer.tokens(text));
        var body = new ArrayList<Node>();
        while (parser.peek().kind() != Kind.END) {
            parser.statement(body);
        }
        return body;
    }

    @Override
    ScriptAtoms inside(String text) {
        var inner = new ScriptParser(ScriptLexer.tokens(text));
        inner.depth = depth + 1;
        return inner;
    }

    private void statement(List<Node> into) {
        int from = at;
        int before = depth;
        try {
            deeper();
            known(into);
        } catch (Stuck _) {
            into.add(new Node.Broken(shown(from)));
            at = Math.max(at, from + 1);
            while (peek().kind() != Kind.END && !peek().line() && !peek().is(";")) {
                at++;
            }
        } finally {
            depth = before;
        }
    }

    @Override
    void end() {
        if (!accept(";") && !peek().is("}") && peek().kind() != Kind.END && !peek().line()) {
            throw new Stuck();
        }
    }

    @Override
    void known(List<Node> into) {
        Token token = peek();
        String word = token.kind() == Kind.NAME || token.kind() == Kind.SIGN ? token.text() : "";
        switch (word) {
            case ";" -> at++;
            case "{" -> into.addAll(block());
            case "var", "const" -> {
                if (ahead(1).is("enum")) {
                    at++;
                    enumeration(into);
                } else {
                    declare(into);
                }
            }
            case "let" -> declare(into);
            case "function" -> {
                at++;
                into.add(function(true));
            }
            case "class" -> into.add(classes());
            case "if" -> {
                at++;
                expect("(");
                Node test = list();
                expect(")");
                List<Node> then = one();
                into.add(new Node.If(test, then, accept("else") ? one() : List.of()));
            }
            case "for" -> loop(into);
            case "while" -> {
                at++;
                expect("(");
                Node test = list();
                expect(")");
                into.add(new Node.Loop(new Node.Constant(""), test, one()));
            }
            case "do" -> {
                at++;
                List<Node> body = one();
                expect("while");
                expect("(");
                Node test = list();
                expect(")");
                accept(";");
                into.add(new Node.Loop(new Node.Constant(""), test, body));
            }
            case "try" -> {
                at++;
                List<Node> body = block();
                var handlers = new ArrayList<Node>();
                if (accept("catch")) {
                    if (accept("(")) {
                        postfix();
                        annotation();
                        expect(")");
                    }
                    handlers.addAll(block());
                }
                into.add(new Node.Guarded(body, handlers));
                if (accept("finally")) {
                    into.addAll(block());
                }
            }
            case "switch" -> choice(into);
            case "return", "throw" -> {
                at++;
                boolean none =
                        peek().is(";")
                                || peek().is("}")
                                || peek().kind() == Kind.END
                                || peek().line();
                into.add(new Node.Return(none ? new Node.Constant("undefined") : list()));
                end();
            }
            case "break", "continue", "debugger" -> {
                at++;
                if (peek().kind() == Kind.NAME && !peek().line()) {
                    at++;
                }
                end();
            }
            case "import" -> imported(into);
            case "export" -> exported(into);
            case "@" -> {
                modifiers(into);
                known(into);
            }
            case "async" -> {
                if (ahead(1).is("function")) {
                    at += 2;
                    into.add(function(true));
                } else {
                    into.add(list());
                    end();
                }
            }
            default -> {
                if (token.kind() == Kind.NAME && ahead(1).is(":") && !ahead(2).is(":")) {
                    at += 2;
                    known(into);
                } else if (!typed(into)) {
                    into.add(list());
                    end();
                }
            }
        }
    }

    @Override
    List<Node> block() {
        expect("{");
        var body = new ArrayList<Node>();
        while (!peek().is("}")) {
            if (peek().kind() == Kind.END) {
                throw new Stuck();
            }
            statement(body);
        }
        at++;
        return body;
    }

    private List<Node> one() {
        if (peek().is("{")) {
            return block();
        }
        var body = new ArrayList<Node>();
        statement(body);
        return body;
    }

    private void declare(List<Node> into) {
        at++;
        do {
            Node target = postfix();
            annotation();
            if (accept("=")) {
                into.add(new Node.Assign(target, expression(), false));
            } else {
                into.add(new Node.Assign(target, new Node.Constant("undefined"), false));
            }
        } while (accept(","));
        end();
    }

    private void loop(List<Node> into) {
        at++;
        accept("await");
        expect("(");
        boolean declared = peek().is("const") || peek().is("let") || peek().is("var");
        if (declared) {
            at++;
        }
        if (!peek().is(";")) {
            Node target = postfix();
            annotation();
            if (accept("of") || accept("in")) {
                Node over = list();
                expect(")");
                into.add(new Node.Loop(target, over, one()));
                return;
            }
            if (accept("=")) {
                into.add(new Node.Assign(target, expression(), false));
                while (accept(",")) {
                    into.add(expression());
                }
            }
        }
        while (!peek().is(";") && peek().kind() != Kind.END) {
            at++;
        }
        expect(";");
        Node test = peek().is(";") ? new Node.Constant("true") : list();
        expect(";");
        Node step = peek().is(")") ? new Node.Constant("") : list();
        expect(")");
        var body = new ArrayList<>(one());
        body.add(step);
        into.add(new Node.Loop(new Node.Constant(""), test, body));
    }

    private void choice(List<Node> into) {
        at++;
        expect("(");
        into.add(list());
        expect(")");
        expect("{");
        var body = new ArrayList<Node>();
        while (!peek().is("}") && peek().kind() != Kind.END) {
            if (accept("case")) {
                body.add(list());
                expect(":");
            } else if (accept("default")) {
                expect(":");
            } else {
                statement(body);
            }
        }
        expect("}");
        into.add(new Node.If(new Node.Constant("case"), body, List.of()));
    }
}
