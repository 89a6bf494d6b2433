package dev.cattlegrid.typed;

import java.util.ArrayList;
import java.util.List;

/// Conditions as plain values, so that they can be kept once they have been read.
final class Terms {
    private Terms() {}

    /// As plain values, to be kept as JSON.
    static List<Object> plain(Term term) {
        return switch (term) {
            case Term.Constant(var value) -> List.of("is", value);
            case Term.Listing(var elements) -> plain("list", elements);
            case Term.Name(var name) -> List.of("name", name);
            case Term.Select(var of, var field) -> List.of("field", plain(of), field);
            case Term.Applied(var operation, var arguments) -> plain(operation.name(), arguments);
            case Term.Fold fold ->
                    List.of(
                            "fold",
                            fold.element(),
                            fold.sum(),
                            plain(fold.range()),
                            plain(fold.initial()),
                            plain(fold.goes()),
                            plain(fold.step()),
                            plain(fold.result()));
        };
    }

    private static List<Object> plain(String head, List<Term> tail) {
        var all = new ArrayList<Object>();
        all.add(head);
        tail.forEach(term -> all.add(plain(term)));
        return all;
    }

    /// Back from plain values.
    ///
    /// @throws RuntimeException where they are something else
    static Term read(Object plain) {
        List<?> list = (List<?>) plain;
        String head = (String) list.getFirst();
        return switch (head) {
            case "is" ->
                    new Term.Constant(
                            list.get(1) instanceof Number number
                                    ? number.longValue()
                                    : list.get(1));
            case "list" -> new Term.Listing(tail(list));
            case "name" -> new Term.Name((String) list.get(1));
            case "field" -> new Term.Select(read(list.get(1)), (String) list.get(2));
            case "fold" ->
                    new Term.Fold(
                            (String) list.get(1),
                            read(list.get(3)),
                            (String) list.get(2),
                            read(list.get(4)),
                            read(list.get(5)),
                            read(list.get(6)),
                            read(list.get(7)));
            default -> new Term.Applied(Operation.valueOf(head), tail(list));
        };
    }

    private static List<Term> tail(List<?> list) {
        return list.subList(1, list.size()).stream().map(Terms::read).toList();
    }
}
