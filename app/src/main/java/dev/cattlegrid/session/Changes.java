package dev.cattlegrid.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What became of a record, told by what it was, as plain values of [Plain]: so that what is kept of a change is as long as the
/// change, and not as long as all that is remembered.
///
/// An object with a member for each component that is another now. Of a record it holds `in`, its own changes; of a map
/// `put` and `gone`, names; of a list that lost elements at its beginning or grew at its end `drop`, a number, and `add`;
/// of anything else, and of a list that changed within, `is`.
final class Changes {
    private static final String IN = "in";
    private static final String PUT = "put";
    private static final String GONE = "gone";
    private static final String DROP = "drop";
    private static final String ADD = "add";
    private static final String IS = "is";

    private Changes() {}

    static Map<String, Object> between(Record before, Record after) {
        var changes = new LinkedHashMap<String, Object>();
        for (Shape.Part part : Shape.of(after.getClass()).parts()) {
            Object was = part.of(before);
            Object is = part.of(after);
            if (!isSame(was, is)) {
                Map<String, Object> change = change(was, is);
                if (!change.isEmpty()) {
                    changes.put(part.name(), change);
                }
            }
        }
        return changes;
    }

    private static Map<String, Object> change(Object was, Object is) {
        if (was instanceof Record one && is instanceof Record other && sameKind(one, other)) {
            Map<String, Object> inside = between(one, other);
            return inside.isEmpty() ? Map.of() : Map.of(IN, inside);
        }
        if (was instanceof Map<?, ?> one && is instanceof Map<?, ?> other) {
            return ofMap(one, other);
        }
        if (was instanceof List<?> one && is instanceof List<?> other) {
            return ofList(one, other);
        }
        return was.equals(is) ? Map.of() : Map.of(IS, Plain.of(is));
    }

    /// What is the very same need not be compared: almost all of a memory is.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Object one, Object other) {
        return one == other;
    }

    private static boolean sameKind(Record one, Record other) {
        return one.getClass() == other.getClass();
    }

    private static Map<String, Object> ofMap(Map<?, ?> was, Map<?, ?> is) {
        var put = new LinkedHashMap<String, Object>();
        is.forEach((name, value) -> {
            Object before = was.get(name);
            if (before == null || !isSame(before, value) && !value.equals(before)) {
                put.put(String.valueOf(name), Plain.of(value));
            }
        });
        List<String> gone =
                was.keySet().stream()
                        .filter(name -> !is.containsKey(name))
                        .map(String::valueOf)
                        .toList();
        return some(PUT, put, !put.isEmpty(), GONE, gone, !gone.isEmpty());
    }

    private static Map<String, Object> ofList(List<?> was, List<?> is) {
        int drop = 0;
        while (drop < was.size() && !begins(is, was, drop)) {
            drop++;
        }
        int kept = was.size() - drop;
        List<Object> add = is.stream().skip(kept).map(Plain::of).toList();
        return some(DROP, drop, drop > 0, ADD, add, !add.isEmpty());
    }

    /// Whether what is left of a list without its first elements is how another one begins.
    private static boolean begins(List<?> is, List<?> was, int drop) {
        int kept = was.size() - drop;
        if (kept > is.size()) {
            return false;
        }
        for (int i = 0; i < kept; i++) {
            if (!was.get(drop + i).equals(is.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Object> some(
            String one, Object first, boolean has, String other, Object second, boolean more) {
        var values = new LinkedHashMap<String, Object>();
        if (has) {
            values.put(one, first);
        }
        if (more) {
            values.put(other, second);
        }
        return values;
    }

    /// A record as plain values, after its changes.
    ///
    /// @throws IllegalArgumentException where these are no changes of it
    static Map<String, Object> applied(Object record, Object changes) {
        Map<String, Object> members = members(record);
        members(changes)
                .forEach((name, change) -> {
                    Object was = members.getOrDefault(name, Map.of());
                    members.put(name, became(was, members(change)));
                });
        return members;
    }

    private static Object became(Object was, Map<String, Object> change) {
        if (change.containsKey(IS)) {
            return change.get(IS);
        }
        if (change.containsKey(IN)) {
            return applied(was, change.get(IN));
        }
        if (change.containsKey(DROP) || change.containsKey(ADD)) {
            int drop =
                    change.getOrDefault(DROP, 0) instanceof Number number ? number.intValue() : -1;
            List<Object> before =
                    was instanceof Map<?, ?> none && none.isEmpty() ? List.of() : list(was);
            if (drop < 0 || drop > before.size()) {
                throw new IllegalArgumentException("no change of a list");
            }
            var list = new ArrayList<>(before.subList(drop, before.size()));
            list.addAll(list(change.getOrDefault(ADD, List.of())));
            return list;
        }
        Map<String, Object> map = members(was);
        list(change.getOrDefault(GONE, List.of())).forEach(map::remove);
        map.putAll(members(change.getOrDefault(PUT, Map.of())));
        return map;
    }

    private static Map<String, Object> members(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("no change of an object");
        }
        var members = new LinkedHashMap<String, Object>();
        map.forEach((name, member) -> members.put(String.valueOf(name), member));
        return members;
    }

    private static List<Object> list(Object value) {
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException("no change of a list");
        }
        return new ArrayList<>(list);
    }
}
