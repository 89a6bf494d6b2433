package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Branches and loops: both ways are gone, a body twice, and what they leave unsure is widened.
final class Rounds {
    private final Machine machine;

    private int endless;

    Rounds(Machine machine) {
        this.machine = machine;
    }

    void branches(List<Node> then, List<Node> otherwise) {
        var before = new HashMap<>(machine.names());
        machine.acts().maybe(() -> machine.all(then));
        var after = new HashMap<>(machine.names());
        machine.names().clear();
        machine.names().putAll(before);
        machine.acts().maybe(() -> machine.all(otherwise));
        after.forEach((name, thing) -> machine.names().merge(name, thing, Thing::or));
    }

    /// Whether a loop is gone through that neither ends by its condition nor waits for anything.
    boolean isEndless() {
        return endless > 0;
    }

    private static boolean isEndless(Node target, Node over) {
        return target instanceof Node.Constant
                && over instanceof Node.Constant(var text)
                && (text.equals("True") || text.equals("true") || text.equals("1"));
    }

    Thing loop(Node target, Node over, List<Node> body) {
        boolean bomb = isEndless(target, over) && body.size() == 1;
        endless += bomb ? 1 : 0;
        Thing last = rounds(target, over, body);
        endless -= bomb ? 1 : 0;
        return last;
    }

    private Thing rounds(Node target, Node over, List<Node> body) {
        Thing each = item(machine.value(over));
        Thing last = Thing.OPAQUE;
        for (int round = 0; round < 2; round++) {
            var before = new HashMap<>(machine.names());
            machine.assign(target, each);
            last = rounds(body);
            before.forEach((name, thing) -> machine.names().merge(name, thing, Thing::or));
            if (machine.names().equals(before)) {
                break;
            }
            widen(before);
        }
        return Thing.many(last);
    }

    private Thing rounds(List<Node> body) {
        Thing last = Thing.OPAQUE;
        for (Node node : body) {
            var holder = new Thing[1];
            machine.acts().maybe(() -> holder[0] = machine.value(node));
            last = Optional.ofNullable(holder[0]).orElse(Thing.OPAQUE);
        }
        return last;
    }

    /// A text that a round has changed may change in each.
    private void widen(Map<String, Thing> before) {
        machine.names()
                .replaceAll((name, thing) -> {
                    Thing was = before.get(name);
                    boolean grows = was != null && !was.equals(thing) && thing.isText();
                    return grows
                            ? Thing.of(
                                    thing.type(),
                                    new Value.Partial(
                                            thing.value().prefix(), "", "what a loop makes"),
                                    thing.data())
                            : thing;
                });
    }

    /// What a loop over something gives.
    static Thing item(Thing over) {
        if (over.is("list") && !over.items().isEmpty()) {
            return over.items().stream().limit(64).reduce(Thing::or).orElse(Thing.OPAQUE);
        }
        if (over.is("many")) {
            return over.items().getFirst();
        }
        if (over.is("psprocess")) {
            return over;
        }
        if (over.is("file") || over.is("text") || over.is("response")) {
            return Thing.of("text", Value.unknown("what is read"), over.data().changed());
        }
        if (over.is("anyprocess")) {
            return over;
        }
        return Thing.of("opaque", over.data());
    }
}
