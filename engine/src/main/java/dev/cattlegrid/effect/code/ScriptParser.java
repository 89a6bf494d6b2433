package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.code.ScriptLexer.Kind;
import dev.cattlegrid.effect.code.ScriptLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads JavaScript text into a tree; a statement that is not understood becomes [Node.Broken].
///
/// Types of TypeScript are not read: code that has them is broken where they stand.
///
/// Source: ECMAScript 2025, 13 to 16.
final class ScriptParser {
    private static final int DEEPEST = 120;
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

    private final List<Token> tokens;
    private int at;
    private int depth;

    private static final class Stuck extends RuntimeException {
        Stuck() {
            super(null, null, false, false);
        }
    }

    private ScriptParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static List<Node> parse(String text) {
        var parser = new ScriptParser(ScriptLexer.tokens(text));
        var body = new ArrayList<Node>();
        while (parser.peek().kind() != Kind.END) {
            parser.statement(body);
        }
        return body;
    }

    private Token peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    private Token ahead(int count) {
        return tokens.get(Math.min(at + count, tokens.size() - 1));
    }

    private Token take() {
        Token token = peek();
        at++;
        return token;
    }

    private boolean accept(String sign) {
        if (peek().is(sign)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String sign) {
        if (!accept(sign)) {
            throw new Stuck();
        }
    }

    private void statement(List<Node> into) {
        int from = at;
        int before = depth;
        try {
            if (++depth > DEEPEST) {
                throw new Stuck();
            }
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

    private String shown(int from) {
        var text = new StringBuilder();
        for (int i = from; i < tokens.size() && i < from + 6; i++) {
            text.append(tokens.get(i).text()).append(' ');
        }
        String all = text.toString().strip();
        return all.length() > 60 ? all.substring(0, 60) + "…" : all;
    }

    private void end() {
        if (!accept(";") && !peek().is("}") && peek().kind() != Kind.END && !peek().line()) {
            throw new Stuck();
        }
    }

    private void known(List<Node> into) {
        Token token = peek();
        String word = token.kind() == Kind.NAME || token.kind() == Kind.SIGN ? token.text() : "";
        switch (word) {
            case ";" -> at++;
            case "{" -> into.addAll(block());
            case "var", "const" -> declare(into);
            case "let" -> declare(into);
            case "function" -> {
                at++;
                into.add(function(true));
            }
            case "class" -> into.add(type());
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
                        expression();
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
            case "export" -> {
                at++;
                accept("default");
                if (peek().is("{") || peek().is("*")) {
                    while (!peek().is(";") && peek().kind() != Kind.END && !peek().line()) {
                        at++;
                    }
                    accept(";");
                } else {
                    known(into);
                }
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
                } else {
                    into.add(list());
                    end();
                }
            }
        }
    }

    private List<Node> block() {
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

    /// @param named whether the function's name is seen outside
    private Node function(boolean named) {
        accept("*");
        String name = peek().kind() == Kind.NAME ? take().text() : "";
        expect("(");
        return body(named ? name : "", parameters());
    }

    private record Parameters(List<String> names, List<Node> first) {}

    private Parameters parameters() {
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

    private Node body(String name, Parameters parameters) {
        var all = new ArrayList<>(parameters.first());
        all.addAll(block());
        return new Node.Function(name, parameters.names(), List.of(), all, false);
    }

    private Node type() {
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

    private void imported(List<Node> into) {
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
        record Part(String member, String as) {}
        var parts = new ArrayList<Part>();
        do {
            if (accept("*")) {
                expect("as");
                parts.add(new Part("", take().text()));
            } else if (accept("{")) {
                while (!accept("}")) {
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

    private Node list() {
        Node first = expression();
        while (accept(",")) {
            first = new Node.Mixed(List.of(first, expression()));
        }
        return first;
    }

    private Node expression() {
        if (++depth > DEEPEST) {
            throw new Stuck();
        }
        Node node = assignment();
        depth--;
        return node;
    }

    private Node assignment() {
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
                    return i + 1 < tokens.size() && tokens.get(i + 1).is("=>");
                }
            }
        }
        return false;
    }

    private Node ternary() {
        Node test = binary();
        if (accept("?")) {
            Node left = expression();
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
            if (++depth > DEEPEST) {
                throw new Stuck();
            }
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

    private Node postfix() {
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

    private Node index(Node of) {
        Node key = list();
        expect("]");
        return key instanceof Node.Text(var text)
                ? new Node.Attribute(of, text)
                : new Node.Index(of, key);
    }

    private Node arguments(Node function) {
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

    private Node atom() {
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
                            yield type();
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

    private Node object() {
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

    private void entry(List<Node.Named> entries) {
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
        } else if (accept("(")) {
            entries.add(new Node.Named(key, body("", parameters())));
        } else if (accept("=")) {
            entries.add(
                    new Node.Named(key, new Node.Assign(new Node.Name(key), expression(), false)));
        } else {
            entries.add(new Node.Named(key, new Node.Name(key)));
        }
    }

    private Node template(String raw) {
        var parts = new ArrayList<Node>();
        int from = 0;
        int i = 0;
        while (i < raw.length()) {
            if (raw.charAt(i) == '\\') {
                i += 2;
            } else if (raw.startsWith("${", i)) {
                parts.add(new Node.Text(Escapes.plain(raw.substring(from, i))));
                int close = close(raw, i + 2);
                var inner = new ScriptParser(ScriptLexer.tokens(raw.substring(i + 2, close)));
                inner.depth = depth + 1;
                parts.add(inner.list());
                i = close + 1;
                from = i;
            } else {
                i++;
            }
        }
        parts.add(new Node.Text(Escapes.plain(raw.substring(Math.min(from, raw.length())))));
        return parts.size() == 1 ? parts.getFirst() : new Node.Joined(parts);
    }

    private static int close(String raw, int from) {
        int open = 1;
        for (int i = from; i < raw.length(); i++) {
            open += raw.charAt(i) == '{' ? 1 : raw.charAt(i) == '}' ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        throw new Stuck();
    }
}
