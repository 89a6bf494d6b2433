package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Form.Shape;
import dev.cattlegrid.effect.program.Form.Slot;
import dev.cattlegrid.effect.program.Phrase.Guard;
import dev.cattlegrid.effect.program.Phrase.Test;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the names in a form's phrases stand for in one start of the program.
final class Bindings {
    private final Typed typed;
    private final Map<String, List<Arg>> operands = new HashMap<>();
    private List<Arg> left = List.of();

    /// `PROGRAM` in a card is the name that it was started by, `STDIN` what was sent to its standard input.
    Bindings(Typed typed, Invocation call) {
        this.typed = typed;
        operands.put("PROGRAM", List.of(Arg.exact(call.name(), call.span())));
        operands.put("STDIN", call.piped() ? List.of(Words.stdin(call)) : List.of());
        for (Shape shape : typed.form().shapes()) {
            if (holds(shape.guards()) != Answer.NO) {
                bind(shape.slots());
                return;
            }
        }
        left = typed.operands();
    }

    enum Answer {
        YES,
        NO,
        MAYBE
    }

    /// Operands that no slot takes.
    List<Arg> left() {
        return left;
    }

    /// The arguments of a name: an option's values, operands, or both where they share it.
    List<Arg> of(String name) {
        var values = new ArrayList<>(operands.getOrDefault(name, List.of()));
        for (Form.Opt option : typed.options()) {
            if (option.value().equals(name)) {
                typed.values(option.name()).ifPresent(values::addAll);
            }
        }
        return values;
    }

    private void bind(List<Slot> slots) {
        List<Arg> words = typed.operands();
        int needed = (int) slots.stream().filter(slot -> !slot.many() && !slot.optional()).count();
        int spare = Math.max(0, words.size() - needed);
        int at = 0;
        for (Slot slot : slots) {
            int count = slot.many() ? spare : slot.optional() ? Math.min(1, spare) : 1;
            count = Math.min(count, words.size() - at);
            spare -= slot.many() || slot.optional() ? count : 0;
            if (count > 0) {
                operands.put(slot.name(), words.subList(at, at + count));
                at += count;
            }
        }
        left = words.subList(at, words.size());
    }

    Answer holds(List<Guard> guards) {
        Answer all = Answer.YES;
        for (Guard guard : guards) {
            Answer each = holds(guard);
            if (each == Answer.NO) {
                return Answer.NO;
            }
            all = each == Answer.MAYBE ? Answer.MAYBE : all;
        }
        return all;
    }

    private Answer holds(Guard guard) {
        Answer any = Answer.NO;
        for (Test test : guard.tests()) {
            Answer each = holds(test);
            if (each == Answer.YES) {
                any = Answer.YES;
            } else if (each == Answer.MAYBE && any == Answer.NO) {
                any = Answer.MAYBE;
            }
        }
        return switch (any) {
            case YES -> guard.wanted() ? Answer.YES : Answer.NO;
            case NO -> guard.wanted() ? Answer.NO : Answer.YES;
            case MAYBE -> Answer.MAYBE;
        };
    }

    private Answer holds(Test test) {
        boolean option = test.subject().startsWith("-") || test.subject().startsWith("+");
        Optional<List<Arg>> found =
                option ? typed.values(test.subject()) : Optional.of(of(test.subject()));
        List<Arg> values = found.orElse(List.of());
        if (test.values().isEmpty()) {
            return (option ? found.isPresent() : !values.isEmpty()) ? Answer.YES : Answer.NO;
        }
        // Among words that are known, one of which nothing is known is no special one; it is
        // strange by itself.
        boolean told = !option && values.stream().anyMatch(value -> value.text().isPresent());
        Answer any = Answer.NO;
        for (Arg value : values) {
            Optional<String> text = value.text();
            boolean untold = told && value.value().prefix().isEmpty();
            if (certainly(value, test.values())) {
                any = Answer.YES;
            } else if (text.isEmpty()
                    && !untold
                    && !test.known()
                    && couldBe(value.value(), test.values())) {
                any = any == Answer.NO ? Answer.MAYBE : any;
            } else if (text.isPresent() && matches(text.get(), test.values())) {
                any = Answer.YES;
            }
        }
        return any;
    }

    private static boolean matches(String text, List<String> wanted) {
        for (String each : wanted) {
            boolean start = each.startsWith("*");
            boolean end = each.endsWith("*");
            String stem = stem(each);
            boolean match =
                    start && end
                            ? text.contains(stem)
                            : start
                                    ? text.endsWith(stem)
                                    : end ? text.startsWith(stem) : text.equals(stem);
            if (match) {
                return true;
            }
        }
        return false;
    }

    /// Whether the known beginning is enough.
    private static boolean certainly(Arg arg, List<String> wanted) {
        return !arg.splits()
                && wanted.stream()
                        .filter(each -> each.endsWith("*") && !each.startsWith("*"))
                        .map(Bindings::stem)
                        .anyMatch(stem -> !stem.isEmpty() && arg.value().prefix().startsWith(stem));
    }

    private static boolean couldBe(Value value, List<String> wanted) {
        String prefix = value.prefix();
        for (String each : wanted) {
            String stem = stem(each);
            if (each.startsWith("*") || stem.startsWith(prefix) || prefix.startsWith(stem)) {
                return true;
            }
        }
        return false;
    }

    private static String stem(String pattern) {
        int from = pattern.startsWith("*") ? 1 : 0;
        int to = pattern.length() - (pattern.endsWith("*") ? 1 : 0);
        return from < to ? pattern.substring(from, to) : "";
    }
}
