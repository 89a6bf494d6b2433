package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.code.PythonLexer.Kind;
import dev.cattlegrid.effect.code.PythonLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads Python text into a tree; a statement that is not understood becomes [Node.Broken].
///
/// Source: The Python Language Reference 3.13, 6 to 8.
final class PythonParser {
    private static final int DEEPEST = 120;
    private static final Set<String> COMPARES =
            Set.of("<", ">", "<=", ">=", "==", "!=", "in", "is", "not");
    private static final Set<String> AUGMENTED =
            Set.of(
                    "+=", "-=", "*=", "/=", "//=", "%=", "**=", "&=", "|=", "^=", ">>=", "<<=",
                    "@=");
    private static final Set<String> WORDS =
            Set.of(
                    "and", "or", "not", "in", "is", "if", "else", "for", "lambda", "await", "yield",
                    "async", "from");

    private final List<Token> tokens;
    private int at;
    private int depth;

    /// Thrown inside one statement and caught around it.
    private static final class Stuck extends RuntimeException {
        Stuck() {
            super(null, null, false, false);
        }
    }

    private PythonParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static List<Node> parse(String text) {
        return new PythonParser(PythonLexer.tokens(text)).file();
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

    private String shown(int from) {
        var text = new StringBuilder();
        for (int i = from; i < tokens.size() && i < from + 6; i++) {
            text.append(tokens.get(i).text()).append(' ');
        }
        String all = text.toString().strip();
        return all.length() > 60 ? all.substring(0, 60) + "…" : all;
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
                if (++depth > DEEPEST) {
                    throw new Stuck();
                }
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
            if (++depth > DEEPEST) {
                throw new Stuck();
            }
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

    private void parameters(List<String> names, List<Node.Named> defaults, String end) {
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

    private void simple(List<Node> into) {
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

    private void small(List<Node> into) {
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

    private boolean ended() {
        return peek().kind() == Kind.LINE
                || peek().kind() == Kind.END
                || peek().is(";")
                || peek().is(")");
    }

    private String dotted() {
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

    private void imported(List<Node> into) {
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

    private void assignment(List<Node> into) {
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

    /// Comma-parted expressions: one, or a tuple.
    private Node expressions() {
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

    private Node starred() {
        return accept("*") || accept("**") ? new Node.Mixed(List.of(expression())) : expression();
    }

    private Node targets() {
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

    private Node target() {
        accept("*");
        return postfix();
    }

    private Node expression() {
        if (++depth > DEEPEST) {
            throw new Stuck();
        }
        Node node = ternary();
        depth--;
        return node;
    }

    private Node ternary() {
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

    private Node or() {
        Node left = and();
        while (accept("or")) {
            left = new Node.Choice(new Node.Constant("True"), left, and());
        }
        return left;
    }

    private Node and() {
        Node left = not();
        while (accept("and")) {
            left = new Node.Mixed(List.of(left, not()));
        }
        return left;
    }

    private Node not() {
        if (accept("not")) {
            if (++depth > DEEPEST) {
                throw new Stuck();
            }
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

    private static final String[][] LEVELS = {
        {"|"}, {"^"}, {"&"}, {"<<", ">>"}, {"+", "-"}, {"*", "/", "//", "%", "@"}
    };

    private Node arithmetic(int level) {
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

    private Node unary() {
        if (peek().is("-") || peek().is("+") || peek().is("~")) {
            String sign = take().text();
            if (++depth > DEEPEST) {
                throw new Stuck();
            }
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

    private Node postfix() {
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

    private Node index(Node of) {
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

    private Node.Call arguments(Node function) {
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
    private Node comprehension(Node value) {
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
            if (++depth > DEEPEST) {
                throw new Stuck();
            }
            inner = comprehension(value);
        }
        tests.add(inner);
        return new Node.Loop(target, over, tests);
    }

    private Node atom() {
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

    private Node text() {
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

    private void fields(String text, List<Node> parts) {
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

    private static int close(String text, int from) {
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
        var inner = new PythonParser(PythonLexer.tokens(text));
        inner.depth = depth + 1;
        return inner.expressions();
    }

    private Node bracket(String sign) {
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

    private Node rest(Node first, String end) {
        var all = new ArrayList<Node>();
        all.add(first);
        while (accept(",") && !peek().is(end)) {
            all.add(starred());
        }
        return new Node.Many(all);
    }

    private Node braces() {
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
