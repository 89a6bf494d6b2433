package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.shell.Command;
import dev.cattlegrid.shell.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `test`, `[` and `[[ ]]`: what strings and numbers say; what files say is left open, since only the moment of the
/// run decides it.
final class Tests {
    private final Walk walk;

    Tests(Walk walk) {
        this.walk = walk;
    }

    Status conditional(Command.Test test, State s) {
        return switch (test) {
            case Command.Test.Lone(var word) -> nonEmpty(walk.expansion.held(word, s).value());
            case Command.Test.Unary(var operator, var word) ->
                    unary(operator, walk.expansion.held(word, s).value(), s);
            case Command.Test.Binary binary ->
                    compared(binary.operator(), binary.left(), binary.right(), s);
            case Command.Test.Not(var inner) -> conditional(inner, s).not();
            case Command.Test.And(var left, var right) -> {
                Status first = conditional(left, s);
                yield first == Status.FALSE ? first : and(first, conditional(right, s));
            }
            case Command.Test.Or(var left, var right) -> {
                Status first = conditional(left, s);
                yield first == Status.TRUE
                        ? first
                        : and(first.not(), conditional(right, s).not()).not();
            }
            case Command.Test.Nested(var inner) -> conditional(inner, s);
        };
    }

    private Status compared(String operator, Word left, Word right, State s) {
        Value first = walk.expansion.held(left, s).value();
        return switch (operator) {
            case "==", "=" -> pattern(walk.expansion.pattern(right, s), first);
            case "!=" -> pattern(walk.expansion.pattern(right, s), first).not();
            case "=~" -> {
                walk.expansion.held(right, s);
                s.set("BASH_REMATCH", Variable.array(List.of(), true));
                yield Status.UNKNOWN;
            }
            default -> binary(operator, first, walk.expansion.held(right, s).value(), true, s);
        };
    }

    private static Status and(Status left, Status right) {
        if (left == Status.FALSE || right == Status.FALSE) {
            return Status.FALSE;
        }
        return left == Status.TRUE && right == Status.TRUE ? Status.TRUE : Status.UNKNOWN;
    }

    private static Status pattern(Value glob, Value subject) {
        return glob instanceof Value.Glob(var text) ? matches(text, subject) : Status.UNKNOWN;
    }

    /// Whether a value matches a pattern, as far as both are known.
    static Status matches(String glob, Value subject) {
        if (glob.equals("*")) {
            return Status.TRUE;
        }
        List<String> texts = Values.texts(subject);
        if (texts.isEmpty()) {
            return cannot(glob, subject) ? Status.FALSE : Status.UNKNOWN;
        }
        Status all = Patterns.test(glob, texts.getFirst());
        for (String text : texts) {
            all = all.or(Patterns.test(glob, text));
        }
        return all;
    }

    /// Whether a plain pattern begins otherwise than the value does.
    private static boolean cannot(String glob, Value subject) {
        if (!(subject instanceof Value.Partial(var prefix, _, _))
                || Values.hasActive(glob)
                || glob.contains("(")) {
            return false;
        }
        return !Values.unescape(glob).startsWith(prefix);
    }

    private static Status nonEmpty(Value value) {
        return switch (value) {
            case Value.Exact(var text) -> Status.of(!text.isEmpty());
            case Value.OneOf(var texts) -> texts.contains("") ? Status.UNKNOWN : Status.TRUE;
            case Value.Glob _ -> Status.UNKNOWN;
            case Value.Partial(var prefix, var suffix, _) ->
                    prefix.isEmpty() && suffix.isEmpty() ? Status.UNKNOWN : Status.TRUE;
        };
    }

    private Status unary(String operator, Value value, State s) {
        return switch (operator) {
            case "-n" -> nonEmpty(value);
            case "-z" -> nonEmpty(value).not();
            case "-v" ->
                    value.known()
                            .map(name ->
                                    switch (walk.expansion.lookup(name, s).presence()) {
                                        case SET -> Status.TRUE;
                                        case UNSET -> Status.FALSE;
                                        case UNKNOWN -> Status.UNKNOWN;
                                    })
                            .orElse(Status.UNKNOWN);
            default -> Status.UNKNOWN;
        };
    }

    private Status binary(String operator, Value left, Value right, boolean expressions, State s) {
        Optional<String> one = left.known();
        Optional<String> other = right.known();
        switch (operator) {
            case "=", "==", "!=" -> {
                Status same =
                        one.isPresent() && other.isPresent()
                                ? Status.of(one.get().equals(other.get()))
                                : other.isPresent()
                                        ? matches(Values.escape(other.get()), left)
                                        : Status.UNKNOWN;
                return operator.equals("!=") ? same.not() : same;
            }
            case "-eq", "-ne", "-lt", "-le", "-gt", "-ge" -> {
                Optional<Long> a = number(left, expressions, s);
                Optional<Long> b = number(right, expressions, s);
                if (a.isEmpty() || b.isEmpty()) {
                    return Status.UNKNOWN;
                }
                int order = Long.compare(a.get(), b.get());
                return Status.of(
                        switch (operator) {
                            case "-eq" -> order == 0;
                            case "-ne" -> order != 0;
                            case "-lt" -> order < 0;
                            case "-le" -> order <= 0;
                            case "-gt" -> order > 0;
                            default -> order >= 0;
                        });
            }
            default -> {
                return Status.UNKNOWN;
            }
        }
    }

    private Optional<Long> number(Value value, boolean expression, State s) {
        return expression
                ? walk.expansion.arithmetic().evaluate(new Held(value, Set.of()), s)
                : value.known().flatMap(text -> Numbers.decimal(text.strip()));
    }

    /// `test` with up to four arguments, as POSIX decides by their number; more are left open.
    Status test(List<Arg> args, State s) {
        for (Arg arg : args) {
            if (arg.splits() || arg.value() instanceof Value.Glob) {
                return Status.UNKNOWN;
            }
        }
        return switch (args.size()) {
            case 0 -> Status.FALSE;
            case 1 -> nonEmpty(args.getFirst().value());
            case 2 ->
                    args.getFirst().is("!")
                            ? nonEmpty(args.get(1).value()).not()
                            : args.getFirst()
                                    .text()
                                    .map(operator -> unary(operator, args.get(1).value(), s))
                                    .orElse(Status.UNKNOWN);
            case 3 -> three(args, s);
            case 4 -> args.getFirst().is("!") ? three(args.subList(1, 4), s).not() : Status.UNKNOWN;
            default -> Status.UNKNOWN;
        };
    }

    private Status three(List<Arg> args, State s) {
        if (args.getFirst().is("!")) {
            return test(args.subList(1, 3), s).not();
        }
        return args.get(1)
                .text()
                .map(operator ->
                        binary(operator, args.getFirst().value(), args.get(2).value(), false, s))
                .orElse(Status.UNKNOWN);
    }
}
