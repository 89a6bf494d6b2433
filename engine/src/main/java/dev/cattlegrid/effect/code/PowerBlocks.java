package dev.cattlegrid.effect.code;

import java.util.ArrayList;
import java.util.List;

/// PowerShell's blocks, and the statements that are made of them.
///
/// Source: PowerShell 7.4, about_If, about_Foreach, about_For, about_Switch, about_Try_Catch_Finally, about_Functions.
abstract class PowerBlocks extends PowerCommands {
    /// How many functions and blocks stand around what is read.
    int around;

    PowerBlocks(String text) {
        super(text);
    }

    /// One statement; what is not understood is noted.
    abstract void statement(List<Node> into);

    /// One statement that is understood.
    abstract void known(List<Node> into);

    @Override
    final Node inside(String close) {
        var body = new ArrayList<Node>();
        int outside = around;
        around = -1;
        separators();
        while (!accept(close)) {
            if (ended()) {
                throw new Cursor.Stuck();
            }
            known(body);
            separators();
        }
        around = outside;
        return body.size() == 1 ? body.getFirst() : new Node.Mixed(body);
    }

    @Override
    final Node.Function block(boolean called) {
        around = Math.max(around, 0) + 1;
        var names = new ArrayList<String>();
        var defaults = new ArrayList<Node.Named>();
        var body = new ArrayList<Node>();
        separators();
        while (!accept("}")) {
            if (ended()) {
                throw new Cursor.Stuck();
            }
            part(names, defaults, body);
            separators();
        }
        around--;
        return new Node.Function("lambda", names, defaults, body, called);
    }

    /// `param( )`, `begin { }`, or a statement.
    private void part(List<String> names, List<Node.Named> defaults, List<Node> body) {
        while (peek() == '[' && (attribute("cmdletbinding") || attribute("outputtype"))) {
            brackets('[', ']');
            separators();
        }
        switch (word()) {
            case "param" -> {
                at += "param".length();
                parameters(names, defaults);
            }
            case "begin", "process", "end", "clean" -> {
                int before = at;
                at += word().length();
                space();
                if (!accept("{")) {
                    at = before;
                    statement(body);
                    return;
                }
                separators();
                while (!accept("}")) {
                    if (ended()) {
                        throw new Cursor.Stuck();
                    }
                    statement(body);
                    separators();
                }
            }
            default -> statement(body);
        }
    }

    private boolean attribute(String name) {
        return text.regionMatches(true, at + 1, name, 0, name.length());
    }

    final void parameters(List<String> names, List<Node.Named> defaults) {
        expect("(");
        space();
        while (!accept(")")) {
            while (peek() == '[') {
                brackets('[', ']');
                space();
            }
            if (peek() != '$') {
                throw new Cursor.Stuck();
            }
            at++;
            String name = "$" + lower(name());
            names.add(name);
            space();
            if (accept("=")) {
                space();
                defaults.add(new Node.Named(name, expression()));
                space();
            }
            accept(",");
            space();
        }
    }

    final List<Node> body() {
        expect("{");
        var body = new ArrayList<Node>();
        separators();
        while (!accept("}")) {
            if (ended()) {
                throw new Cursor.Stuck();
            }
            statement(body);
            separators();
        }
        return body;
    }

    final Node condition() {
        expect("(");
        return inside(")");
    }

    final Node choice() {
        Node test = condition();
        List<Node> then = body();
        var otherwise = new ArrayList<Node>();
        int before = at;
        separators();
        if (word().equals("elseif")) {
            at += "elseif".length();
            deeper();
            otherwise.add(choice());
        } else if (word().equals("else")) {
            at += "else".length();
            otherwise.addAll(body());
        } else {
            at = before;
        }
        return new Node.If(test, then, otherwise);
    }

    final void each(List<Node> into) {
        at++;
        space();
        if (peek() != '$') {
            throw new Cursor.Stuck();
        }
        Node target = variable();
        space();
        if (!word().equals("in")) {
            throw new Cursor.Stuck();
        }
        at += 2;
        Node over = inside(")");
        into.add(new Node.Loop(target, over, body()));
    }

    final void counted(List<Node> into) {
        at += "for".length();
        expect("(");
        var parts = new ArrayList<Node>();
        int outside = around;
        around = -1;
        while (!accept(")")) {
            if (ended()) {
                throw new Cursor.Stuck();
            }
            separators();
            if (peek() != ')') {
                known(parts);
            }
        }
        around = outside;
        into.addAll(parts);
        into.add(new Node.Loop(new Node.Constant(""), new Node.Constant("false"), body()));
    }

    final void select(List<Node> into) {
        at += "switch".length();
        space();
        while (peek() == '-') {
            at++;
            if (word().equals("file")) {
                throw new Cursor.Stuck();
            }
            name();
            space();
        }
        into.add(new Node.Assign(new Node.Name("$_"), condition(), false));
        expect("{");
        separators();
        while (!accept("}")) {
            if (ended()) {
                throw new Cursor.Stuck();
            }
            into.add(peek() == '{' ? atom() : argument());
            into.add(new Node.If(new Node.Constant("case"), body(), List.of()));
            separators();
        }
    }

    final void function(List<Node> into) {
        at += word().length();
        blanks();
        int from = at;
        while (!ended() && (isOfName(peek()) || "-:".indexOf(peek()) >= 0)) {
            at++;
        }
        String name = unscoped(lower(text.substring(from, at)));
        space();
        var names = new ArrayList<String>();
        var defaults = new ArrayList<Node.Named>();
        if (peek() == '(') {
            parameters(names, defaults);
        }
        expect("{");
        Node.Function block = block(false);
        names.addAll(block.parameters());
        defaults.addAll(block.defaults());
        into.add(new Node.Function("function:" + name, names, defaults, block.body(), false));
    }

    final void guarded(List<Node> into) {
        at += "try".length();
        List<Node> body = body();
        var handlers = new ArrayList<Node>();
        var last = new ArrayList<Node>();
        while (true) {
            int before = at;
            separators();
            if (word().equals("catch")) {
                at += "catch".length();
                space();
                while (peek() == '[') {
                    brackets('[', ']');
                    space();
                    accept(",");
                    space();
                }
                handlers.addAll(body());
            } else if (word().equals("finally")) {
                at += "finally".length();
                last.addAll(body());
            } else {
                at = before;
                break;
            }
        }
        into.add(new Node.Guarded(body, handlers));
        into.addAll(last);
    }

    static String unscoped(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
