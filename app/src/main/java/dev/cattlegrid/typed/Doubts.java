package dev.cattlegrid.typed;

import dev.cattlegrid.policy.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What can be told of a rule without trying it: that it can never fire, or always does.
final class Doubts {
    private Doubts() {}

    static List<String> about(Draft draft) {
        var doubts = new ArrayList<String>();
        Set<String> kinds = draft.topics().stream().map(Values::word).collect(Collectors.toSet());
        if (draft.when() instanceof Term.Constant(var value)) {
            doubts.add(
                    Boolean.TRUE.equals(value)
                            ? "`%s` holds for every effect of its kinds".formatted(draft.name())
                            : "`%s` can never fire: its condition is never true"
                                    .formatted(draft.name()));
        }
        if (draft.power() == Power.ALLOW && draft.topics().equals(Set.of(Topic.UNKNOWN))) {
            doubts.add(
                    "`%s` can never let anything pass, since what is unknown is never cleared"
                            .formatted(draft.name()));
        }
        for (String field : fields(draft.when())) {
            Vocabulary.Field known = Vocabulary.EFFECT.fields().get(field);
            if (known != null
                    && !known.of().isEmpty()
                    && known.of().stream().noneMatch(kinds::contains)) {
                doubts.add(
                        "`%s` looks at `effect.%s`, which an effect of the kind `%s` never fills"
                                .formatted(
                                        draft.name(),
                                        field,
                                        kinds.stream()
                                                .sorted()
                                                .collect(Collectors.joining("` or `"))));
            }
        }
        for (String kind : comparedKinds(draft.when())) {
            if (!kinds.contains(kind)) {
                doubts.add(
                        "`%s` asks for the kind `%s`, which is not among its `effects`"
                                .formatted(draft.name(), kind));
            }
        }
        return doubts;
    }

    /// The fields of `effect` that a condition reads.
    private static Set<String> fields(Term term) {
        var fields = new TreeSet<String>();
        walk(
                term,
                each -> {
                    if (each instanceof Term.Select(Term.Name(var name), var field)
                            && name.equals("effect")) {
                        fields.add(field);
                    }
                });
        return fields;
    }

    /// What `effect.kind` is held against.
    private static Set<String> comparedKinds(Term term) {
        var kinds = new TreeSet<String>();
        walk(
                term,
                each -> {
                    if (each instanceof Term.Applied(var operation, var arguments)
                            && operation == Operation.EQUAL
                            && arguments
                                    .getFirst()
                                    .equals(new Term.Select(new Term.Name("effect"), "kind"))
                            && arguments.getLast() instanceof Term.Constant(var value)) {
                        kinds.add(String.valueOf(value));
                    }
                });
        return kinds;
    }

    private static void walk(Term term, Consumer<Term> what) {
        what.accept(term);
        switch (term) {
            case Term.Constant _, Term.Name _ -> {}
            case Term.Listing(var elements) -> elements.forEach(each -> walk(each, what));
            case Term.Select(var of, _) -> walk(of, what);
            case Term.Applied(_, var arguments) -> arguments.forEach(each -> walk(each, what));
            case Term.Fold fold -> {
                walk(fold.range(), what);
                walk(fold.initial(), what);
                walk(fold.goes(), what);
                walk(fold.step(), what);
                walk(fold.result(), what);
            }
        }
    }
}
