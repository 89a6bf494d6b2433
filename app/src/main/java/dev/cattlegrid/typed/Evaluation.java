package dev.cattlegrid.typed;

import com.google.re2j.Pattern;
import dev.cattlegrid.policy.NamePattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Works out a condition over values, in a bounded number of steps.
///
/// What goes wrong is a value as in CEL: `false && wrong` is false, `wrong || true` is true, anything else that rests on
/// it is wrong too. A [Map] of names is never changed from outside while this runs.
final class Evaluation {
    /// Steps that one condition may take in one call, whatever it looks at.
    static final int FUEL = 200_000;

    /// A step stands for so many characters of a text that is searched.
    private static final int CHARACTERS = 16;

    private final Map<String, Object> names;
    private int fuel;

    Evaluation(Map<String, Object> names, int fuel) {
        this.names = new HashMap<>(names);
        this.fuel = fuel;
    }

    /// What could not be worked out.
    record Wrong(String why) {}

    /// The condition takes more steps than it may.
    static final class OutOfFuel extends RuntimeException {
        private static final long serialVersionUID = 1;

        OutOfFuel() {
            super("it takes too many steps", null, false, false);
        }
    }

    /// How many steps are left.
    int left() {
        return fuel;
    }

    /// The value: a String, a Long, a Boolean, a List, a [Struct], or what is [Wrong].
    ///
    /// @throws OutOfFuel if it takes too many steps
    Object of(Term term) {
        burn(1);
        return switch (term) {
            case Term.Constant(var value) -> value;
            case Term.Name(var name) ->
                    names.getOrDefault(name, new Wrong("there is no `" + name + "`"));
            case Term.Listing(var elements) -> listing(elements);
            case Term.Select(var of, var field) ->
                    switch (of(of)) {
                        case Struct struct -> struct.field(field);
                        case Wrong wrong -> wrong;
                        default -> new Wrong("there is no field `" + field + "`");
                    };
            case Term.Applied(var operation, var arguments) -> applied(operation, arguments);
            case Term.Fold fold -> folded(fold);
        };
    }

    private Object listing(List<Term> elements) {
        var values = new ArrayList<Object>();
        for (Term element : elements) {
            Object value = of(element);
            if (value instanceof Wrong) {
                return value;
            }
            values.add(value);
        }
        return values;
    }

    private Object folded(Term.Fold fold) {
        Object range = of(fold.range());
        if (!(range instanceof List<?> list)) {
            return range instanceof Wrong ? range : new Wrong("that is no list");
        }
        @Nullable Object before = names.get(fold.element());
        @Nullable Object sumBefore = names.get(fold.sum());
        names.put(fold.sum(), of(fold.initial()));
        for (Object element : list) {
            names.put(fold.element(), element);
            Object goes = of(fold.goes());
            if (!Boolean.TRUE.equals(goes)) {
                break;
            }
            names.put(fold.sum(), of(fold.step()));
        }
        Object result = of(fold.result());
        restore(fold.element(), before);
        restore(fold.sum(), sumBefore);
        return result;
    }

    private void restore(String name, @Nullable Object before) {
        if (before == null) {
            names.remove(name);
        } else {
            names.put(name, before);
        }
    }

    private Object applied(Operation operation, List<Term> arguments) {
        return switch (operation) {
            case AND -> either(arguments, false);
            case OR -> either(arguments, true);
            case CHOOSE ->
                    switch (of(arguments.getFirst())) {
                        case Boolean yes -> of(arguments.get(yes ? 1 : 2));
                        case Wrong wrong -> wrong;
                        default -> new Wrong("that is neither true nor false");
                    };
            case NOT_STRICTLY_FALSE -> !Boolean.FALSE.equals(of(arguments.getFirst()));
            case NOT ->
                    switch (of(arguments.getFirst())) {
                        case Boolean value -> !value;
                        case Wrong wrong -> wrong;
                        default -> new Wrong("that is neither true nor false");
                    };
            case EQUAL,
                    UNEQUAL,
                    LESS,
                    LESS_OR_EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    ADD,
                    IN,
                    INDEX,
                    SIZE,
                    STARTS_WITH,
                    ENDS_WITH,
                    CONTAINS,
                    MATCHES,
                    LIKE,
                    LOWER,
                    WITHIN,
                    TOUCHES ->
                    strict(operation, arguments);
        };
    }

    /// One side that decides is enough, whatever becomes of the other.
    private Object either(List<Term> arguments, boolean decides) {
        Object left = of(arguments.getFirst());
        if (left.equals(decides)) {
            return decides;
        }
        Object right = of(arguments.getLast());
        if (right.equals(decides)) {
            return decides;
        }
        return left instanceof Wrong ? left : right;
    }

    private Object strict(Operation operation, List<Term> arguments) {
        Object first = of(arguments.getFirst());
        if (first instanceof Wrong || arguments.size() == 1) {
            return first instanceof Wrong ? first : alone(operation, first);
        }
        Object second = of(arguments.getLast());
        return second instanceof Wrong ? second : both(operation, first, second);
    }

    private static Object alone(Operation operation, Object value) {
        return switch (value) {
            case String text when operation == Operation.LOWER -> text.toLowerCase(Locale.ROOT);
            case String text -> (long) text.codePointCount(0, text.length());
            case List<?> list -> (long) list.size();
            default -> new Wrong("that has no size");
        };
    }

    private Object both(Operation operation, Object first, Object second) {
        return switch (operation) {
            case EQUAL -> isEqual(first, second);
            case UNEQUAL -> !isEqual(first, second);
            case LESS -> compared(first, second) < 0;
            case LESS_OR_EQUAL -> compared(first, second) <= 0;
            case GREATER -> compared(first, second) > 0;
            case GREATER_OR_EQUAL -> compared(first, second) >= 0;
            case ADD -> sum(first, second);
            case IN -> isIn(first, (List<?>) second);
            case INDEX -> element((List<?>) first, (Long) second);
            case STARTS_WITH -> read(first).startsWith((String) second);
            case ENDS_WITH -> read(first).endsWith((String) second);
            case CONTAINS -> read(first).contains((String) second);
            case MATCHES -> Patterns.of((String) second).matcher(read(first)).find();
            case LIKE -> isLike(read(first), (String) second);
            case WITHIN -> Below.isWithin((Struct) first, (String) second);
            case TOUCHES -> Below.touches((Struct) first, (String) second);
            case AND, OR, NOT, CHOOSE, NOT_STRICTLY_FALSE, SIZE, LOWER ->
                    throw new IllegalStateException(operation.name());
        };
    }

    private boolean isLike(String text, String pattern) {
        burn(text.length() / CHARACTERS * (1 + pattern.length() / CHARACTERS));
        return NamePattern.fits(pattern, text);
    }

    private boolean isEqual(Object first, Object second) {
        if (first instanceof List<?> list) {
            burn(list.size());
        }
        return first.equals(second);
    }

    private boolean isIn(Object value, List<?> list) {
        burn(list.size());
        return list.contains(value);
    }

    private static Object element(List<?> list, long at) {
        return at >= 0 && at < list.size()
                ? list.get((int) at)
                : new Wrong("the list has no element " + at);
    }

    private Object sum(Object first, Object second) {
        return switch (first) {
            case String text -> read(text) + read(second);
            case Long number -> added(number, (Long) second);
            case List<?> list -> {
                var all = new ArrayList<Object>(list);
                all.addAll((List<?>) second);
                burn(all.size());
                yield all;
            }
            default -> new Wrong("these cannot be added");
        };
    }

    private static Object added(long first, long second) {
        long sum = first + second;
        boolean over = ((first ^ sum) & (second ^ sum)) < 0;
        return over ? new Wrong("the number is too large") : (Object) sum;
    }

    private static int compared(Object first, Object second) {
        return switch (first) {
            case String text -> text.compareTo((String) second);
            case Long number -> number.compareTo((Long) second);
            case Boolean truth -> truth.compareTo((Boolean) second);
            default -> 0;
        };
    }

    private String read(Object text) {
        String read = (String) text;
        burn(read.length() / CHARACTERS);
        return read;
    }

    private void burn(int steps) {
        fuel -= steps;
        if (fuel < 0) {
            throw new OutOfFuel();
        }
    }

    /// Patterns that were read, kept since a rule asks for the same one at every call.
    private static final class Patterns {
        private static final int MOST = 500;
        private static final Map<String, Pattern> READ = new ConcurrentHashMap<>();

        static Pattern of(String text) {
            if (READ.size() > MOST) {
                READ.clear();
            }
            return READ.computeIfAbsent(text, Pattern::compile);
        }
    }
}
