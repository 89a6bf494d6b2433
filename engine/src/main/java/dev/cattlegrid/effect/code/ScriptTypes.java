package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.code.ScriptLexer.Kind;
import dev.cattlegrid.effect.code.ScriptLexer.Token;
import java.util.List;
import java.util.Set;

/// TypeScript's types, which say nothing about what code does and are passed over.
///
/// All that is passed over is an error in JavaScript, or does nothing there: the same text may be either.
///
/// Source: TypeScript handbook 5.6, Everyday Types to Template Literal Types.
abstract class ScriptTypes extends Cursor<Token> {
    private static final Set<String> BEFORE_TYPE =
            Set.of("keyof", "typeof", "readonly", "unique", "infer", "asserts", "abstract", "new");
    private static final Set<String> IN_ANGLES =
            Set.of(
                    "<", ">", ">>", ">>>", ",", ".", "|", "&", "[", "]", "(", ")", "{", "}", "=>",
                    "?", ":", "=", "-", "...", ";");

    ScriptTypes(List<Token> tokens) {
        super(tokens);
    }

    /// `: TYPE`, where one stands.
    final void annotation() {
        if (accept(":")) {
            type();
        }
    }

    final void type() {
        deeper();
        accept("|");
        accept("&");
        one();
        while (accept("|") || accept("&")) {
            one();
        }
        if (peek().is("is") && !peek().line()) {
            at++;
            type();
        } else if (peek().is("extends")) {
            at++;
            type();
            expect("?");
            type();
            expect(":");
            type();
        }
        depth--;
    }

    private void one() {
        while (peek().kind() == Kind.NAME
                && BEFORE_TYPE.contains(peek().text())
                && begins(ahead(1))) {
            at++;
        }
        Token first = take();
        switch (first.kind()) {
            case TEXT, NUMBER, TEMPLATE -> {}
            case NAME -> {
                if (first.is("import") && peek().is("(")) {
                    brackets();
                }
            }
            case SIGN -> {
                switch (first.text()) {
                    case "-" -> at++;
                    case "<" -> {
                        at = angles(at - 1);
                        function();
                    }
                    case "(" -> {
                        at--;
                        function();
                    }
                    case "{", "[" -> {
                        at--;
                        brackets();
                    }
                    default -> throw new Stuck();
                }
            }
            case REGEX, END, BROKEN -> throw new Stuck();
        }
        behind();
    }

    private static boolean begins(Token token) {
        return !token.line()
                && (token.kind() == Kind.NAME && !token.is("is") && !token.is("extends")
                        || token.is("(")
                        || token.is("{")
                        || token.is("["));
    }

    /// `(a: A) => B`, or a type in brackets.
    private void function() {
        brackets();
        if (accept("=>")) {
            type();
        }
    }

    /// `.Name`, `<A>`, `[]`, `["key"]`.
    private void behind() {
        while (true) {
            if (peek().is(".")) {
                at += 2;
            } else if (peek().is("<")) {
                at = angles(at);
            } else if (peek().is("[") && !peek().line()) {
                brackets();
            } else {
                return;
            }
        }
    }

    /// Passes over a pair of brackets and all in it.
    final void brackets() {
        int open = 0;
        do {
            Token token = take();
            if (token.kind() == Kind.END || token.kind() == Kind.BROKEN) {
                throw new Stuck();
            }
            open +=
                    token.is("(") || token.is("[") || token.is("{")
                            ? 1
                            : token.is(")") || token.is("]") || token.is("}") ? -1 : 0;
        } while (open > 0);
    }

    /// Type arguments or parameters that are written out, where they stand.
    final void generics() {
        if (peek().is("<")) {
            at = angles(at);
        }
    }

    /// Whether type arguments stand here that something is called with: nothing between the angles is called, so that
    /// a reader who takes them for comparisons loses no effect.
    final boolean isCalledWithTypes() {
        int end = past(at);
        return end > 0
                && end < tokens.size()
                && (tokens.get(end).is("(") || tokens.get(end).kind() == Kind.TEMPLATE)
                && isStill(at, end);
    }

    private boolean isStill(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            Token token = tokens.get(i);
            Token before = tokens.get(i - 1);
            boolean behindValue =
                    before.kind() == Kind.NAME
                            || before.kind() == Kind.TEXT
                            || before.is(")")
                            || before.is("]")
                            || before.is("}")
                            || before.is(">");
            boolean calls = behindValue && (token.is("(") || token.kind() == Kind.TEMPLATE);
            boolean fills = token.kind() == Kind.TEMPLATE && token.text().contains("${");
            if (calls
                    || fills
                    || token.is("=")
                    || token.is("new")
                    || token.is("await")
                    || token.is("yield")) {
                return false;
            }
        }
        return true;
    }

    /// Behind the angle that closes the one at a place.
    final int angles(int from) {
        int end = past(from);
        if (end < 0) {
            throw new Stuck();
        }
        return end;
    }

    private int past(int from) {
        int angles = 0;
        int others = 0;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean sign = token.kind() == Kind.SIGN;
            if (sign && !IN_ANGLES.contains(token.text())
                    || token.kind() == Kind.REGEX
                    || token.kind() == Kind.END
                    || token.kind() == Kind.BROKEN
                    || token.is(";") && others == 0) {
                return -1;
            }
            if (token.is("(") || token.is("[") || token.is("{")) {
                others++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                others--;
            } else if (token.is("<")) {
                angles++;
            } else if (sign && token.text().startsWith(">")) {
                angles -= token.text().length();
            }
            if (others < 0 || angles < 0) {
                return -1;
            }
            if (angles == 0) {
                return others == 0 ? i + 1 : -1;
            }
        }
        return -1;
    }
}
