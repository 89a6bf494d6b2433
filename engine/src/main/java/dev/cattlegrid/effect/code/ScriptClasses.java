package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.code.ScriptLexer.Kind;
import dev.cattlegrid.effect.code.ScriptLexer.Token;
import java.util.ArrayList;
import java.util.List;

/// JavaScript's classes, with what TypeScript adds to them, and its enumerations.
///
/// Source: ECMAScript 2025, 15.7; TypeScript handbook 5.6, Classes, Enums, Decorators.
abstract class ScriptClasses extends ScriptExpressions {
    ScriptClasses(List<Token> tokens) {
        super(tokens);
    }

    @Override
    final Node classes() {
        at++;
        boolean named =
                peek().kind() == Kind.NAME && !peek().is("extends") && !peek().is("implements");
        String name = named ? take().text() : "";
        generics();
        var bases = new ArrayList<Node>();
        if (accept("extends")) {
            bases.add(postfix());
            generics();
        }
        if (accept("implements")) {
            do {
                type();
            } while (accept(","));
        }
        expect("{");
        var body = new ArrayList<Node>();
        while (!peek().is("}") && peek().kind() != Kind.END) {
            if (!accept(";")) {
                member(body);
            }
        }
        expect("}");
        return new Node.Type(name, bases, body);
    }

    private void member(List<Node> body) {
        modifiers(body);
        if (peek().is("static") && ahead(1).is("{")) {
            at++;
            body.addAll(block());
            return;
        }
        accept("*");
        if (peek().is("[")) {
            computed(body);
            return;
        }
        member(take().text(), body);
    }

    /// `[Symbol.iterator]() {}`, or `[key: string]: number`, which is a type.
    private void computed(List<Node> body) {
        at++;
        if (peek().kind() == Kind.NAME && ahead(1).is(":")) {
            at += 2;
            type();
            expect("]");
            annotation();
            end();
            return;
        }
        body.add(expression());
        expect("]");
        member("[]", body);
    }

    private void member(String name, List<Node> body) {
        if (!accept("?")) {
            accept("!");
        }
        generics();
        if (accept("(")) {
            body.add(method(name));
            return;
        }
        annotation();
        if (accept("=")) {
            var place = new Node.Attribute(new Node.Name("this"), name);
            body.add(new Node.Assign(place, expression(), false));
        }
        end();
    }

    /// `enum Colour { RED = "red", BLUE = next() }`
    final void enumeration(List<Node> into) {
        at++;
        String name = take().text();
        expect("{");
        var entries = new ArrayList<Node.Named>();
        while (!peek().is("}")) {
            String key = take().text();
            Node value = accept("=") ? expression() : new Node.Constant("0");
            entries.add(new Node.Named(key, value));
            if (!accept(",")) {
                break;
            }
        }
        expect("}");
        into.add(new Node.Assign(new Node.Name(name), new Node.Keyed(entries), false));
    }
}
