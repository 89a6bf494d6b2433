package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Source;
import dev.cattlegrid.shell.Span;
import dev.cattlegrid.shell.Word;
import java.util.Optional;
import java.util.Set;

/// Arithmetic expressions to numbers, where everything in them is known (bash manual, 6.5).
final class Arithmetic {
    private final Walk walk;

    Arithmetic(Walk walk) {
        this.walk = walk;
    }

    /// The number as text; where it is not known, some name without a slash.
    Held value(Word expression, State s) {
        Held text = walk.expansion.held(expression, s);
        Held result =
                evaluate(text, s).map(n -> Held.exact(Long.toString(n))).orElseGet(Held::oneName);
        Set<Source> sources = Held.both(result.sources(), text.sources());
        return new Held(result.value(), sources);
    }

    Optional<Long> number(Word expression, State s) {
        return evaluate(walk.expansion.held(expression, s), s);
    }

    /// Whether it is true, as `(( ))` and `for ((` ask.
    Status test(Word expression, State s) {
        return number(expression, s).map(n -> Status.of(n != 0)).orElse(Status.UNKNOWN);
    }

    Optional<Long> evaluate(Held text, State s) {
        Optional<String> known = text.value().known();
        if (known.isEmpty()) {
            forgetAssigned(text.value().prefix() + " " + Values.suffix(text.value()), s);
            return Optional.empty();
        }
        Subscripts.look(known, walk, Span.NONE);
        var sum =
                new Sum(
                        known.get(),
                        name -> variable(name, s, 0),
                        (name, number) -> assign(name, number, s));
        Optional<Long> result = sum.all();
        if (result.isEmpty()) {
            forgetAssigned(known.get(), s);
        }
        return result;
    }

    private Optional<Long> variable(String name, State s, int depth) {
        Variable variable = walk.expansion.lookup(name, s);
        if (variable.presence() == Variable.Presence.UNSET) {
            return Optional.of(0L);
        }
        Optional<String> text = variable.scalar().value().known();
        if (text.isEmpty() || variable.presence() == Variable.Presence.UNKNOWN) {
            return Optional.empty();
        }
        String inner = text.get().strip();
        Subscripts.look(text, walk, Span.NONE);
        if (inner.isEmpty()) {
            return Optional.of(0L);
        }
        Optional<Long> number = Numbers.any(inner);
        if (number.isPresent() || depth > 4) {
            return number;
        }
        return new Sum(inner, other -> variable(other, s, depth + 1), (_, _) -> {}).all();
    }

    private void assign(String name, long number, State s) {
        Variable old = s.variable(name).orElse(Variable.UNSET);
        s.set(name, old.holding(Held.exact(Long.toString(number))));
    }

    /// Names that the expression may set hold a number that is not known.
    private void forgetAssigned(String text, State s) {
        if (text.indexOf('=') < 0 && !text.contains("++") && !text.contains("--")) {
            return;
        }
        int i = 0;
        while (i < text.length()) {
            if (!Character.isJavaIdentifierStart(text.charAt(i)) || text.charAt(i) == '$') {
                i++;
                continue;
            }
            int start = i;
            while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
                i++;
            }
            String name = text.substring(start, i);
            Variable old = s.variable(name).orElse(Variable.UNSET);
            s.set(name, old.holding(new Held(Values.ONE_NAME, old.scalar().sources())));
        }
    }
}
