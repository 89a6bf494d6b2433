package dev.cattlegrid.typed;

import java.util.Arrays;
import java.util.Optional;

/// What a condition can do with values, by the names that CEL gives the functions.
enum Operation {
    AND("_&&_", 2),
    OR("_||_", 2),
    NOT("!_", 1),
    CHOOSE("_?_:_", 3),
    NOT_STRICTLY_FALSE("@not_strictly_false", 1),
    EQUAL("_==_", 2),
    UNEQUAL("_!=_", 2),
    LESS("_<_", 2),
    LESS_OR_EQUAL("_<=_", 2),
    GREATER("_>_", 2),
    GREATER_OR_EQUAL("_>=_", 2),
    ADD("_+_", 2),
    IN("@in", 2),
    INDEX("_[_]", 2),
    SIZE("size", 1),
    STARTS_WITH("startsWith", 2),
    ENDS_WITH("endsWith", 2),
    CONTAINS("contains", 2),
    MATCHES("matches", 2),
    /// Our own: `*` stands for any text.
    LIKE("like", 2),
    /// Our own: ASCII letters in lower case.
    LOWER("lower", 1),
    /// Our own: all that a place can be lies below a directory.
    WITHIN("within", 2),
    /// Our own: something that a place can be lies below a directory, or is it, or holds it.
    TOUCHES("touches", 2);

    private final String function;
    private final int arguments;

    Operation(String function, int arguments) {
        this.function = function;
        this.arguments = arguments;
    }

    String function() {
        return function;
    }

    static Optional<Operation> of(String function, int arguments) {
        return Arrays.stream(values())
                .filter(each -> each.function.equals(function) && each.arguments == arguments)
                .findFirst();
    }
}
