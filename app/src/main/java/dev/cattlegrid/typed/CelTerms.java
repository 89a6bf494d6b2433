package dev.cattlegrid.typed;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.Optional;

/// A checked expression of the library as a [Term]; what conditions have no use for is refused.
final class CelTerms {
    private static final int LONGEST_PATTERN = 400;

    private CelTerms() {}

    /// Something that a condition cannot hold.
    static final class NotRead extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotRead(String what) {
            super(what + " has no place in a condition", null, false, false);
        }
    }

    static Term of(CelExpr expression) {
        return switch (expression.exprKind().getKind()) {
            case CONSTANT -> constant(expression.constant());
            case IDENT -> new Term.Name(expression.ident().name());
            case SELECT -> select(expression.select());
            case CALL -> call(expression.call());
            case LIST ->
                    new Term.Listing(
                            expression.list().elements().stream().map(CelTerms::of).toList());
            case COMPREHENSION -> fold(expression.comprehension());
            case STRUCT -> throw new NotRead("a value that is made with `{`");
            case MAP -> throw new NotRead("a map");
            case NOT_SET -> throw new NotRead("nothing");
        };
    }

    private static Term constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> new Term.Constant(constant.stringValue());
            case INT64_VALUE -> new Term.Constant(constant.int64Value());
            case BOOLEAN_VALUE -> new Term.Constant(constant.booleanValue());
            case NOT_SET,
                    NULL_VALUE,
                    UINT64_VALUE,
                    DOUBLE_VALUE,
                    BYTES_VALUE,
                    DURATION_VALUE,
                    TIMESTAMP_VALUE ->
                    throw new NotRead("a number or value of that kind");
        };
    }

    private static Term select(CelExpr.CelSelect select) {
        if (select.testOnly()) {
            throw new NotRead("`has` (a field that says nothing is empty, `false` or 0)");
        }
        return new Term.Select(of(select.operand()), select.field());
    }

    private static Term call(CelExpr.CelCall call) {
        var arguments = new ArrayList<Term>();
        call.target().ifPresent(target -> arguments.add(of(target)));
        call.args().forEach(argument -> arguments.add(of(argument)));
        Optional<Operation> operation = Operation.of(call.function(), arguments.size());
        if (operation.isEmpty()) {
            throw new NotRead("`" + call.function().replace("_", "") + "`");
        }
        if (operation.get() == Operation.MATCHES) {
            pattern(arguments.getLast());
        }
        return new Term.Applied(operation.get(), arguments);
    }

    /// A pattern is known as the condition is read, so that what is wrong with it is said then.
    private static void pattern(Term term) {
        if (!(term instanceof Term.Constant(var value))
                || !(value instanceof String text)
                || text.length() > LONGEST_PATTERN) {
            throw new NotRead(
                    "a pattern that is not a text of at most " + LONGEST_PATTERN + " characters");
        }
        try {
            Pattern.compile(text);
        } catch (PatternSyntaxException problem) {
            throw new NotRead("the pattern `" + text + "` (" + problem.getDescription() + ")");
        }
    }

    private static Term fold(CelExpr.CelComprehension walk) {
        return new Term.Fold(
                walk.iterVar(),
                of(walk.iterRange()),
                walk.accuVar(),
                of(walk.accuInit()),
                of(walk.loopCondition()),
                of(walk.loopStep()),
                of(walk.result()));
    }
}
