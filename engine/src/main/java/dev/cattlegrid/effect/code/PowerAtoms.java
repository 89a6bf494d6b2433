package dev.cattlegrid.effect.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// PowerShell's primary expressions: brackets, tables, blocks, types, members and methods.
///
/// Source: PowerShell 7.4, about_Arrays, about_Hash_Tables, about_Script_Blocks, about_Methods, about_Type_Operators.
abstract class PowerAtoms extends PowerTexts {
    /// Methods of texts, numbers, times, lists and tables; none reaches outside.
    private static final Set<String> PURE_METHODS =
            Set.of(
                    "replace",
                    "trim",
                    "trimstart",
                    "trimend",
                    "split",
                    "tostring",
                    "tolower",
                    "toupper",
                    "tolowerinvariant",
                    "toupperinvariant",
                    "substring",
                    "startswith",
                    "endswith",
                    "contains",
                    "containskey",
                    "indexof",
                    "lastindexof",
                    "insert",
                    "remove",
                    "padleft",
                    "padright",
                    "add",
                    "addrange",
                    "count",
                    "compareto",
                    "equals",
                    "format",
                    "join",
                    "adddays",
                    "addhours",
                    "addminutes",
                    "addseconds",
                    "addmonths",
                    "addyears",
                    "subtract",
                    "touniversaltime",
                    "tolocaltime",
                    "toarray",
                    "getenumerator",
                    "sort",
                    "reverse",
                    "clear",
                    "clone",
                    "append",
                    "appendline",
                    "tochararray",
                    "gethashcode",
                    "where",
                    "matches",
                    "match",
                    "ismatch",
                    "getvalue",
                    "item",
                    "keys",
                    "values",
                    "push",
                    "pop",
                    "enqueue",
                    "dequeue",
                    "peek",
                    "computehash",
                    "getbytes",
                    "tobase64string",
                    "next",
                    "toshortdatestring",
                    "close",
                    "dispose",
                    "flush",
                    "waitforexit",
                    "getawaiter",
                    "getresult",
                    "selectnodes",
                    "selectsinglenode",
                    "getattribute",
                    "elapsed",
                    "start",
                    "stop",
                    "restart");

    /// Those of lists and tables that change them in place.
    private static final Set<String> MUTATING =
            Set.of("add", "addrange", "insert", "push", "enqueue", "append", "appendline", "clear");

    private static final Set<String> OF_CODE =
            Set.of("wmi", "wmiclass", "adsi", "wmisearcher", "powershell", "runspacefactory");

    PowerAtoms(String text) {
        super(text);
    }

    abstract Node expression();

    /// A block's own statements, behind its opening bracket.
    abstract Node.Function block(boolean called);

    final Node atom() {
        deeper();
        Node made = postfix(primary());
        depth--;
        return made;
    }

    private Node primary() {
        char c = peek();
        if (c == '\'') {
            return single();
        }
        if (c == '"') {
            return filled();
        }
        if (c == '@' && (ahead(1) == '\'' || ahead(1) == '"')) {
            return hereString();
        }
        if (accept("@(") || accept("(")) {
            return inside(")");
        }
        if (accept("@{")) {
            return table();
        }
        if (c == '$') {
            return variable();
        }
        if (accept("{")) {
            return block(true);
        }
        if (c == '[') {
            return typed();
        }
        if (Character.isDigit(c) || c == '.' && Character.isDigit(ahead(1))) {
            int from = at;
            while (isOfName(peek()) || peek() == '.' && ahead(1) != '.' && isOfName(ahead(1))) {
                at++;
            }
            return new Node.Constant(text.substring(from, at));
        }
        throw new Cursor.Stuck();
    }

    private Node table() {
        var entries = new ArrayList<Node.Named>();
        separators();
        while (!accept("}")) {
            Node key = isOfName(peek()) ? new Node.Text(name()) : atom();
            expect("=");
            space();
            Node value = expression();
            entries.add(
                    new Node.Named(key instanceof Node.Text(var name) ? lower(name) : "", value));
            separators();
            if (ended()) {
                throw new Cursor.Stuck();
            }
        }
        return new Node.Keyed(entries);
    }

    /// `[int]$x`, `[IO.File]::ReadAllText("a")`, `[string]`.
    private Node typed() {
        String type = typeName();
        if (accept("::")) {
            String member = lower(name());
            return peek() == '(' ? statically(type, member, arguments()) : statically(type, member);
        }
        blanks();
        if ("$('\"@[{".indexOf(peek()) < 0 && !Character.isDigit(peek()) || ended()) {
            return new Node.Constant("[" + type + "]");
        }
        Node value = atom();
        if (OF_CODE.contains(type)) {
            throw new Cursor.Stuck();
        }
        return switch (type) {
            case "char" -> call("[char]", value);
            case "scriptblock" -> call("[scriptblock]::create", value);
            default -> value;
        };
    }

    /// The name in square brackets, in small letters and without `System.`.
    private String typeName() {
        int from = at + 1;
        brackets('[', ']');
        String name = lower(text.substring(from, at - 1).strip());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isOfName(c) && ".[], +`".indexOf(c) < 0) {
                throw new Cursor.Stuck();
            }
        }
        return name.startsWith("system.") ? name.substring("system.".length()) : name;
    }

    private static Node statically(String type, String member) {
        return new Node.Constant("[" + type + "]::" + member);
    }

    private static Node statically(String type, String member, List<Node> arguments) {
        if (member.equals("new")) {
            var all = new ArrayList<Node>();
            all.add(new Node.Text(type));
            all.addAll(arguments);
            return new Node.Call(new Node.Name("new-object"), all, List.of());
        }
        String name = "[" + type + "]::" + member;
        boolean plain = PowerApi.TABLE.row(name).isEmpty() && PowerApi.isPlainType(type);
        return plain
                ? new Node.Mixed(arguments)
                : new Node.Call(new Node.Name(name), arguments, List.of());
    }

    final List<Node> arguments() {
        var all = new ArrayList<Node>();
        expect("(");
        space();
        while (!accept(")")) {
            all.add(expression());
            space();
            accept(",");
            space();
            if (ended()) {
                throw new Cursor.Stuck();
            }
        }
        return all.size() == 1 && all.getFirst() instanceof Node.Many(var items) ? items : all;
    }

    private Node postfix(Node first) {
        Node node = first;
        while (true) {
            if (peek() == '.' && (isOfName(ahead(1)) && !Character.isDigit(ahead(1)))
                    || peek() == '?' && ahead(1) == '.') {
                at += peek() == '?' ? 2 : 1;
                String member = lower(name());
                node = peek() == '(' ? method(node, member, arguments()) : property(node, member);
            } else if (accept("::")) {
                String member = lower(name());
                if (peek() == '(') {
                    throw new Cursor.Stuck();
                }
                node = property(node, member);
            } else if (peek() == '[') {
                at++;
                space();
                Node key = expression();
                expect("]");
                node = new Node.Index(node, key);
            } else if (accept("++") || accept("--")) {
                node = new Node.Mixed(List.of(node));
            } else {
                return node;
            }
        }
    }

    /// Where something lies is itself, so that a loop over files knows where they lie.
    private static Node property(Node of, String name) {
        return switch (name) {
            case "fullname", "path", "pspath", "providerpath", "name" ->
                    of instanceof Node.Name ? of : new Node.Attribute(of, name);
            default -> new Node.Attribute(of, name);
        };
    }

    private static Node method(Node of, String name, List<Node> arguments) {
        var all = new ArrayList<Node>();
        if (name.equals("getstring") && arguments.size() == 1) {
            return call("[getstring]", arguments.getFirst());
        }
        boolean pure = PURE_METHODS.contains(name) || name.equals("gettype") && arguments.isEmpty();
        if (!pure) {
            return new Node.Call(new Node.Attribute(of, name), arguments, List.of());
        }
        if (MUTATING.contains(name) && of instanceof Node.Name) {
            all.add(of);
            all.addAll(arguments);
            return new Node.Assign(of, new Node.Mixed(all), false);
        }
        all.add(new Node.Text(name));
        all.add(of);
        all.addAll(arguments);
        return new Node.Call(new Node.Name("[method]"), all, List.of());
    }
}
