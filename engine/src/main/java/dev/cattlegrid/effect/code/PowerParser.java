package dev.cattlegrid.effect.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads PowerShell text into a tree; a statement that is not understood becomes [Node.Broken].
///
/// Source: PowerShell 7.4, about_Language_Keywords, about_Assignment_Operators, about_Pipeline_Chain_Operators; the
/// layers below it have the rest.
final class PowerParser extends PowerBlocks {
    private PowerParser(String text) {
        super(text);
    }

    static List<Node> parse(String text) {
        var parser = new PowerParser(text.startsWith("\ufeff") ? text.substring(1) : text);
        parser.defined();
        var body = new ArrayList<Node>();
        parser.separators();
        while (!parser.ended()) {
            parser.statement(body);
            parser.separators();
        }
        return body;
    }

    /// Functions may be called before they are defined, by others.
    private void defined() {
        for (String word : List.of("function ", "filter ")) {
            String lower = lower(text);
            for (int i = lower.indexOf(word); i >= 0; i = lower.indexOf(word, i + 1)) {
                int from = i + word.length();
                int end = from;
                while (end < lower.length()
                        && (isOfName(lower.charAt(end)) || "-:".indexOf(lower.charAt(end)) >= 0)) {
                    end++;
                }
                functions.add(unscoped(lower.substring(from, end)));
            }
        }
    }

    @Override
    void statement(List<Node> into) {
        int from = at;
        int before = depth;
        int outside = around;
        try {
            deeper();
            known(into);
        } catch (Cursor.Stuck _) {
            into.add(new Node.Broken(shown(from)));
            around = outside;
            at = Math.max(at, from + 1);
            while (!ended() && peek() != '\n' && peek() != ';') {
                at++;
            }
        } finally {
            depth = before;
        }
    }

    @Override
    void known(List<Node> into) {
        String word = word();
        char next = ahead(word.length());
        boolean keyword = !isOfName(next) && next != '-' && next != '.' && next != '\\';
        switch (keyword ? word : "") {
            case "if" -> {
                at += word.length();
                into.add(choice());
            }
            case "foreach" -> {
                int before = at;
                at += word.length();
                space();
                if (peek() == '(') {
                    each(into);
                } else {
                    at = before;
                    chain(into);
                }
            }
            case "for" -> counted(into);
            case "while" -> {
                at += word.length();
                Node test = condition();
                into.add(new Node.Loop(new Node.Constant(""), test, body()));
            }
            case "do" -> {
                at += word.length();
                List<Node> body = body();
                space();
                at += word().length();
                into.add(new Node.Loop(new Node.Constant(""), condition(), body));
            }
            case "switch" -> select(into);
            case "function", "filter" -> function(into);
            case "try" -> guarded(into);
            case "trap" -> {
                at += word.length();
                space();
                while (peek() == '[') {
                    brackets('[', ']');
                    space();
                }
                into.add(new Node.If(new Node.Constant(""), body(), List.of()));
            }
            case "param" -> {
                at += word.length();
                var names = new ArrayList<String>();
                var defaults = new ArrayList<Node.Named>();
                parameters(names, defaults);
                names.forEach(name -> into.add(new Node.Assign(new Node.Name(name), NONE, false)));
                defaults.forEach(each ->
                        into.add(new Node.Assign(new Node.Name(each.name()), each.value(), false)));
            }
            case "return", "exit", "throw" -> {
                at += word.length();
                blanks();
                if (!ended() && "\n\r;}".indexOf(peek()) < 0) {
                    into.add(given(pipeline()));
                }
            }
            case "break", "continue" -> {
                at += word.length();
                blanks();
                if (isOfName(peek())) {
                    name();
                }
            }
            case "using" -> {
                at += word.length();
                blanks();
                if (!word().equals("namespace")) {
                    throw new Cursor.Stuck();
                }
                while (!ended() && peek() != '\n' && peek() != ';') {
                    at++;
                }
            }
            case "class", "enum", "data", "workflow", "configuration", "dynamicparam", "parallel" ->
                    throw new Cursor.Stuck();
            default -> chain(into);
        }
    }

    /// Pipelines with `&&` and `||` between them.
    private void chain(List<Node> into) {
        into.add(given());
        blanks();
        while (text.startsWith("&&", at) || text.startsWith("||", at)) {
            at += 2;
            space();
            into.add(new Node.If(new Node.Constant(""), List.of(given()), List.of()));
            blanks();
        }
        if (peek() == '&') {
            at++;
            blanks();
        }
        if (!ended() && "\n\r;)}".indexOf(peek()) < 0) {
            throw new Cursor.Stuck();
        }
    }

    private Node given() {
        int from = at;
        Optional<Node> assigned = assigned();
        if (assigned.isPresent()) {
            return assigned.get();
        }
        at = from;
        return given(pipeline());
    }

    /// What a statement gives is shown, or is what its function gives, or the value of what stands around it.
    private Node given(Node node) {
        return around < 0 ? node : around == 0 ? call("[out]", node) : new Node.Return(node);
    }

    /// `$x = …`, `[int]$x += …`, `$env:X = …`, `$a, $b = …`
    private Optional<Node> assigned() {
        int from = at;
        while (peek() == '[') {
            brackets('[', ']');
            blanks();
        }
        if (peek() != '$' || ahead(1) == '(') {
            at = from;
            return Optional.empty();
        }
        var targets = new ArrayList<Node>();
        do {
            space();
            if (peek() != '$') {
                return Optional.empty();
            }
            targets.add(atom());
            blanks();
        } while (accept(","));
        boolean added =
                "+-*/%".indexOf(peek()) >= 0 && ahead(1) == '=' || text.startsWith("??=", at);
        boolean plus = peek() == '+';
        if (!added && (peek() != '=' || ahead(1) == '=')) {
            return Optional.empty();
        }
        at += text.startsWith("??=", at) ? 3 : added ? 2 : 1;
        space();
        Node value = right();
        Node target = targets.size() == 1 ? targets.getFirst() : new Node.Many(targets);
        if (target instanceof Node.Call(Node.Name(var name), var arguments, var _)
                && name.equals("[env]")) {
            return Optional.of(call("[setenv]", arguments.getFirst(), value));
        }
        boolean place =
                target instanceof Node.Name
                        || target instanceof Node.Attribute
                        || target instanceof Node.Index
                        || target instanceof Node.Many;
        if (!place) {
            throw new Cursor.Stuck();
        }
        return Optional.of(
                new Node.Assign(
                        target,
                        added && !plus ? new Node.Mixed(List.of(target, value)) : value,
                        plus && added));
    }

    /// What is assigned: a pipeline, another assignment, or a statement that gives something.
    private Node right() {
        int outside = around;
        around = -1;
        var made = new ArrayList<Node>();
        known(made);
        around = outside;
        return made.size() == 1 ? made.getFirst() : new Node.Mixed(made);
    }
}
