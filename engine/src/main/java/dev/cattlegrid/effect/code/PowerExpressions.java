package dev.cattlegrid.effect.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// PowerShell's operators: only `+` keeps what its sides are; all others give something that is made of them.
///
/// Source: PowerShell 7.4, about_Operators, about_Operator_Precedence.
abstract class PowerExpressions extends PowerAtoms {
    private static final Set<String> BINARY =
            Set.of(
                    "eq",
                    "ne",
                    "gt",
                    "ge",
                    "lt",
                    "le",
                    "ieq",
                    "ine",
                    "ceq",
                    "cne",
                    "like",
                    "notlike",
                    "ilike",
                    "clike",
                    "match",
                    "notmatch",
                    "imatch",
                    "cmatch",
                    "contains",
                    "notcontains",
                    "in",
                    "notin",
                    "replace",
                    "ireplace",
                    "creplace",
                    "split",
                    "isplit",
                    "csplit",
                    "join",
                    "f",
                    "is",
                    "isnot",
                    "as",
                    "and",
                    "or",
                    "xor",
                    "band",
                    "bor",
                    "bxor",
                    "shl",
                    "shr");
    private static final Set<String> UNARY = Set.of("not", "bnot", "split", "join");

    PowerExpressions(String text) {
        super(text);
    }

    @Override
    final Node expression() {
        deeper();
        Node left = list();
        while (true) {
            blanks();
            String word = peek() == '-' ? operator() : "";
            if (!word.isEmpty() && BINARY.contains(word)) {
                at += word.length() + 1;
                space();
                left = made(word, left, list());
            } else if (peek() == '+' && ahead(1) != '=') {
                at++;
                space();
                left = new Node.Binary("+", left, list());
            } else if (isSign()) {
                at += text.startsWith("..", at) ? 2 : 1;
                space();
                left = new Node.Mixed(List.of(left, list()));
            } else if (accept("??")) {
                space();
                left = new Node.Choice(new Node.Constant(""), left, list());
            } else if (peek() == '?' && ahead(1) == ' ') {
                at++;
                space();
                Node one = expression();
                expect(":");
                space();
                left = new Node.Choice(left, one, expression());
            } else {
                depth--;
                return left;
            }
        }
    }

    private static Node made(String operator, Node left, Node right) {
        if (operator.equals("join") && left instanceof Node.Many && right instanceof Node.Text) {
            return call("[method]", new Node.Text("join"), left, right);
        }
        if (operator.equals("replace")
                && right instanceof Node.Many(var both)
                && both.size() == 2
                && both.getFirst() instanceof Node.Text(var pattern)
                && pattern.chars().allMatch(Character::isLetterOrDigit)) {
            return call("[method]", new Node.Text("replace"), left, both.get(0), both.get(1));
        }
        return new Node.Mixed(List.of(left, right));
    }

    private boolean isSign() {
        char next = ahead(1);
        return switch (peek()) {
            case '*', '/', '%' -> next != '=';
            case '-' -> next != '=' && next != '-' && !Character.isLetter(next);
            case '.' -> next == '.';
            default -> false;
        };
    }

    /// The word behind a dash.
    private String operator() {
        at++;
        String word = word();
        at--;
        return word;
    }

    private Node list() {
        Node first = unary();
        blanks();
        if (peek() != ',') {
            return first;
        }
        var all = new ArrayList<Node>();
        all.add(first);
        while (accept(",")) {
            space();
            all.add(unary());
            blanks();
        }
        return new Node.Many(all);
    }

    private Node unary() {
        space();
        String word = peek() == '-' ? operator() : "";
        boolean sign = "!+-,".indexOf(peek()) >= 0 && !ended();
        if (UNARY.contains(word) || sign) {
            boolean steps = text.startsWith("++", at) || text.startsWith("--", at);
            at += !word.isEmpty() && UNARY.contains(word) ? word.length() + 1 : steps ? 2 : 1;
            deeper();
            Node inner = unary();
            depth--;
            return new Node.Mixed(List.of(inner));
        }
        return atom();
    }
}
