package dev.cattlegrid.effect.walk;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Reads one arithmetic expression by precedence; gives up, without a number, at anything unknown or malformed.
final class Sum {
    private static final List<List<String>> BINARY =
            List.of(
                    List.of("||"),
                    List.of("&&"),
                    List.of("|"),
                    List.of("^"),
                    List.of("&"),
                    List.of("==", "!="),
                    List.of("<=", ">=", "<", ">"),
                    List.of("<<", ">>"),
                    List.of("+", "-"),
                    List.of("*", "/", "%"));
    private static final List<String> ASSIGNMENTS =
            List.of("<<=", ">>=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "=");
    private static final int DEEPEST = 40;

    private final String text;
    private final Function<String, Optional<Long>> variables;
    private final BiConsumer<String, Long> assign;
    private int at;
    private int depth;
    private boolean failed;

    Sum(String text, Function<String, Optional<Long>> variables, BiConsumer<String, Long> assign) {
        this.text = text;
        this.variables = variables;
        this.assign = assign;
    }

    Optional<Long> all() {
        if (text.length() > 4_096) {
            return Optional.empty();
        }
        if (text.isBlank()) {
            return Optional.of(0L);
        }
        long value = comma();
        blanks();
        return failed || at < text.length() ? Optional.empty() : Optional.of(value);
    }

    private long comma() {
        long value = assignment();
        while (!failed && take(",")) {
            value = assignment();
        }
        return value;
    }

    private long assignment() {
        depth++;
        if (depth > DEEPEST) {
            return fail();
        }
        int start = at;
        String name = name();
        if (!name.isEmpty()) {
            blanks();
            for (String operator : ASSIGNMENTS) {
                if (text.startsWith(operator, at)
                        && !(operator.equals("=") && text.startsWith("==", at))) {
                    at += operator.length();
                    long right = assignment();
                    long value =
                            operator.equals("=")
                                    ? right
                                    : binary(
                                            operator.substring(0, operator.length() - 1),
                                            variable(name),
                                            right);
                    return set(name, value);
                }
            }
        }
        at = start;
        long value = ternary();
        depth--;
        return value;
    }

    private long set(String name, long value) {
        depth--;
        if (!failed) {
            assign.accept(name, value);
        }
        return value;
    }

    private long ternary() {
        long condition = level(0);
        if (failed || !take("?")) {
            return condition;
        }
        long yes = assignment();
        if (!take(":")) {
            return fail();
        }
        long no = assignment();
        return condition != 0 ? yes : no;
    }

    private long level(int level) {
        if (level == BINARY.size()) {
            return power();
        }
        long left = level(level + 1);
        while (!failed) {
            Optional<String> operator = operator(BINARY.get(level));
            if (operator.isEmpty()) {
                return left;
            }
            long right = level(level + 1);
            left = binary(operator.get(), left, right);
        }
        return left;
    }

    private Optional<String> operator(List<String> operators) {
        blanks();
        for (String operator : operators) {
            if (text.startsWith(operator, at) && !longer(operator)) {
                at += operator.length();
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    private boolean longer(String operator) {
        char next =
                at + operator.length() < text.length() ? text.charAt(at + operator.length()) : ' ';
        return switch (operator) {
            case "|", "&", "<", ">" -> next == operator.charAt(0) || next == '=';
            case "*" -> next == '*' || next == '=';
            case "+", "-" -> next == operator.charAt(0) || next == '=';
            case "/", "%", "^", "<<", ">>" -> next == '=';
            default -> false;
        };
    }

    private long power() {
        long base = unary();
        blanks();
        if (!failed && text.startsWith("**", at)) {
            at += 2;
            depth++;
            long exponent = depth > DEEPEST ? fail() : power();
            depth--;
            return raised(base, exponent);
        }
        return base;
    }

    private long raised(long base, long exponent) {
        if (exponent < 0 || exponent > 63) {
            return fail();
        }
        long value = 1;
        for (long i = 0; i < exponent; i++) {
            value *= base;
        }
        return value;
    }

    private long unary() {
        blanks();
        depth++;
        if (depth > DEEPEST || at >= text.length()) {
            return fail();
        }
        long value;
        if (take("++") || take("--")) {
            String sign = text.substring(at - 2, at);
            String name = name();
            value =
                    name.isEmpty()
                            ? fail()
                            : set(name, variable(name) + (sign.equals("++") ? 1 : -1));
            depth++;
        } else if (take("!")) {
            value = unary() == 0 ? 1 : 0;
        } else if (take("~")) {
            value = ~unary();
        } else if (take("-")) {
            value = -unary();
        } else if (take("+")) {
            value = unary();
        } else {
            value = primary();
        }
        depth--;
        return value;
    }

    private long primary() {
        if (take("(")) {
            long value = comma();
            return take(")") ? value : fail();
        }
        String name = name();
        if (!name.isEmpty()) {
            long value = variable(name);
            if (take("++")) {
                set(name, value + 1);
                depth++;
            } else if (take("--")) {
                set(name, value - 1);
                depth++;
            }
            return value;
        }
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '#')) {
            at++;
        }
        Optional<Long> number = Numbers.any(text.substring(start, at));
        return number.isPresent() ? number.get() : fail();
    }

    private long binary(String operator, long left, long right) {
        return switch (operator) {
            case "||" -> left != 0 || right != 0 ? 1 : 0;
            case "&&" -> left != 0 && right != 0 ? 1 : 0;
            case "|" -> left | right;
            case "^" -> left ^ right;
            case "&" -> left & right;
            case "==" -> left == right ? 1 : 0;
            case "!=" -> left != right ? 1 : 0;
            case "<=" -> left <= right ? 1 : 0;
            case ">=" -> left >= right ? 1 : 0;
            case "<" -> left < right ? 1 : 0;
            case ">" -> left > right ? 1 : 0;
            case "<<" -> left << right;
            case ">>" -> left >> right;
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> right == 0 ? fail() : left / right;
            case "%" -> right == 0 ? fail() : left % right;
            default -> fail();
        };
    }

    private long variable(String name) {
        if (at < text.length() && text.charAt(at) == '[') {
            return fail();
        }
        Optional<Long> value = variables.apply(name);
        return value.isPresent() ? value.get() : fail();
    }

    private String name() {
        blanks();
        int start = at;
        if (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '_')) {
            while (at < text.length()
                    && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
        }
        return text.substring(start, at);
    }

    private boolean take(String token) {
        blanks();
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private long fail() {
        failed = true;
        return 0;
    }
}
