package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.code.ScriptLexer.Kind;
import dev.cattlegrid.effect.code.ScriptLexer.Token;
import java.util.ArrayList;
import java.util.List;

/// What a JavaScript module takes in and gives out, and the declarations that only TypeScript has.
///
/// Source: ECMAScript 2025, 16.2; TypeScript handbook 5.6, Modules, Namespaces, Declaration Files.
abstract class ScriptDeclarations extends ScriptClasses {
    ScriptDeclarations(List<Token> tokens) {
        super(tokens);
    }

    /// A statement that is understood.
    abstract void known(List<Node> into);

    final void exported(List<Node> into) {
        at++;
        accept("default");
        boolean types = peek().is("type") && ahead(1).is("{");
        at += types ? 1 : 0;
        if (peek().is("{") || peek().is("*")) {
            names();
            if (accept("from")) {
                String module = module(take().text());
                if (!types) {
                    into.add(new Node.Import(module, "", "exported"));
                }
            }
            end();
        } else if (accept("=")) {
            into.add(list());
            end();
        } else {
            known(into);
        }
    }

    /// A statement that only TypeScript has, by two words on one line.
    final boolean typed(List<Node> into) {
        Token next = ahead(1);
        boolean two = peek().kind() == Kind.NAME && !next.line();
        if (!two || next.kind() != Kind.NAME && next.kind() != Kind.TEXT && !next.is("{")) {
            return false;
        }
        switch (peek().text()) {
            case "type" -> {
                at += 2;
                generics();
                expect("=");
                type();
                end();
            }
            case "interface" -> {
                at += 2;
                generics();
                if (accept("extends")) {
                    do {
                        type();
                    } while (accept(","));
                }
                brackets();
            }
            case "enum" -> enumeration(into);
            case "abstract" -> {
                at++;
                into.add(classes());
            }
            case "namespace", "module" -> {
                at++;
                while (!peek().is("{")) {
                    if (take().kind() == Kind.END) {
                        throw new Stuck();
                    }
                }
                into.addAll(block());
            }
            case "declare", "global" -> declared();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// `declare const x: T;`, `declare module "x" { … }`: somebody else's, and nothing is done.
    private void declared() {
        at++;
        if (peek().is("module") || peek().is("global") || peek().is("namespace")) {
            while (!peek().is("{")) {
                if (peek().is(";") || take().kind() == Kind.END) {
                    throw new Stuck();
                }
            }
        }
        if (peek().is("{")) {
            brackets();
        } else {
            known(new ArrayList<>());
        }
    }

    final void imported(List<Node> into) {
        if (ahead(1).is("(") || ahead(1).is(".")) {
            into.add(list());
            end();
            return;
        }
        at++;
        if (peek().kind() == Kind.TEXT) {
            into.add(new Node.Import(module(take().text()), "", "imported"));
            end();
            return;
        }
        if (peek().is("type") && !ahead(1).is("from") && !ahead(1).is(",")) {
            // Nothing is loaded for types alone.
            while (peek().kind() != Kind.TEXT) {
                if (take().kind() == Kind.END) {
                    throw new Stuck();
                }
            }
            at++;
            end();
            return;
        }
        if (ahead(1).is("=")) {
            String name = take().text();
            at++;
            into.add(new Node.Assign(new Node.Name(name), expression(), false));
            end();
            return;
        }
        record Part(String member, String as) {}
        var parts = new ArrayList<Part>();
        do {
            if (accept("*")) {
                expect("as");
                parts.add(new Part("", take().text()));
            } else if (accept("{")) {
                while (!accept("}")) {
                    if (peek().is("type") && ahead(1).kind() == Kind.NAME && !ahead(1).is("as")) {
                        at++;
                    }
                    String member = take().text();
                    parts.add(
                            new Part(
                                    member.equals("default") ? "" : member,
                                    accept("as") ? take().text() : member));
                    accept(",");
                    if (peek().kind() == Kind.END) {
                        throw new Stuck();
                    }
                }
            } else {
                parts.add(new Part("", take().text()));
            }
        } while (accept(","));
        expect("from");
        String module = module(take().text());
        for (Part part : parts) {
            into.add(new Node.Import(module, part.member(), part.as()));
        }
        end();
    }

    /// `{ a, b as c }`, `*`, `* as d`
    private void names() {
        if (peek().is("{")) {
            brackets();
            return;
        }
        at++;
        if (accept("as")) {
            at++;
        }
    }
}
