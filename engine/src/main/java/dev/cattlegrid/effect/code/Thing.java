package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an expression comes to, as far as it can be told.
///
/// @param type `text`, `path`, `file`, `list`, `many` (any number of its one item), `keyed`, `module:os`, `call:os.remove`,
/// `user:Name`, `foreign` (of somebody's library), `opaque` (made by something pure)
/// @param value of a text or path; of anything else, what it was opened with
/// @param items what a list holds
/// @param keys names of the items of `keyed`
/// @param body of a function of the program itself
record Thing(
        String type,
        Value value,
        Data data,
        List<Thing> items,
        List<String> keys,
        Optional<Node.Function> body) {
    private static final Value NOTHING_KNOWN = Value.unknown("what the code works out");
    static final Thing OPAQUE =
            new Thing("opaque", NOTHING_KNOWN, Data.NONE, List.of(), List.of(), Optional.empty());

    static Thing of(String type) {
        return new Thing(type, NOTHING_KNOWN, Data.NONE, List.of(), List.of(), Optional.empty());
    }

    static Thing of(String type, Data data) {
        return new Thing(
                type, NOTHING_KNOWN, data.changed(), List.of(), List.of(), Optional.empty());
    }

    static Thing of(String type, Value value, Data data) {
        return new Thing(type, value, data, List.of(), List.of(), Optional.empty());
    }

    static Thing text(String text) {
        return of("text", Value.exact(text), Data.spelled(text));
    }

    static Thing list(List<Thing> items) {
        return new Thing("list", NOTHING_KNOWN, dataOf(items), items, List.of(), Optional.empty());
    }

    static Thing many(Thing item) {
        return new Thing(
                "many", NOTHING_KNOWN, item.data(), List.of(item), List.of(), Optional.empty());
    }

    static Thing function(Node.Function body) {
        return new Thing(
                "function", NOTHING_KNOWN, Data.NONE, List.of(), List.of(), Optional.of(body));
    }

    boolean is(String other) {
        return type.equals(other);
    }

    boolean isText() {
        return is("text") || is("path");
    }

    /// Something that was made from other data, and of which no more is known.
    static Thing derived(Data data) {
        return of("opaque", data);
    }

    /// What it is where a text is wanted.
    Value asText() {
        return isText() || is("constant") ? value : NOTHING_KNOWN;
    }

    /// Whether it is the language's word for nothing.
    boolean isNone() {
        return is("constant")
                && value.known()
                        .filter(t -> t.equals("None") || t.equals("null") || t.equals("undefined"))
                        .isPresent();
    }

    Optional<String> text() {
        return isText() ? value.known() : Optional.empty();
    }

    Thing as(String other) {
        return new Thing(other, value, data, items, keys, body);
    }

    Thing with(Data more) {
        return new Thing(type, value, data.with(more), items, keys, body);
    }

    static Data dataOf(List<Thing> things) {
        Data data = Data.NONE;
        for (Thing thing : things) {
            data = data.with(thing.data());
        }
        return data;
    }

    /// What holds whichever of the two it is.
    Thing or(Thing other) {
        if (equals(other)) {
            return this;
        }
        Data both = data.with(other.data).changed();
        if (isText() && other.isText()) {
            return of(type, either(value, other.value), both);
        }
        if (body.isPresent() || type.startsWith("module:") || type.startsWith("call:")) {
            return other.body.isPresent()
                            || other.type.startsWith("call:")
                            || other.type.startsWith("module:")
                    ? of("unclear", both)
                    : this;
        }
        if (other.body.isPresent()
                || other.type.startsWith("module:")
                || other.type.startsWith("call:")) {
            return other;
        }
        if ((is("list") || is("many")) && (other.is("list") || other.is("many"))) {
            var all = new ArrayList<Thing>(items);
            all.addAll(other.items);
            return all.isEmpty()
                    ? this
                    : many(all.stream().limit(16).reduce(Thing::or).orElse(OPAQUE));
        }
        if (is("opaque")) {
            return new Thing(other.type, NOTHING_KNOWN, both, other.items, other.keys, other.body);
        }
        return new Thing(
                type,
                type.equals(other.type) ? either(value, other.value) : NOTHING_KNOWN,
                both,
                items,
                keys,
                body);
    }

    static Value either(Value one, Value other) {
        if (one.equals(other)) {
            return one;
        }
        var texts = new ArrayList<String>();
        for (Value each : List.of(one, other)) {
            switch (each) {
                case Value.Exact(var text) -> texts.add(text);
                case Value.OneOf(var some) -> texts.addAll(some);
                case Value.Glob _, Value.Partial _ -> {
                    String prefix = new Value.OneOf(List.of(one.prefix(), other.prefix())).prefix();
                    return new Value.Partial(prefix, "", "one of several texts");
                }
            }
        }
        List<String> distinct = texts.stream().distinct().toList();
        return distinct.size() <= 32
                ? new Value.OneOf(distinct)
                : new Value.Partial(new Value.OneOf(distinct).prefix(), "", "one of several texts");
    }

    /// One text behind another.
    static Value join(Value one, Value other) {
        if (one instanceof Value.Exact(var a) && other instanceof Value.Exact(var b)) {
            return a.length() + b.length() > 100_000
                    ? new Value.Partial(a, "", "a long text")
                    : Value.exact(a + b);
        }
        if (one instanceof Value.Exact(var a) && a.isEmpty()) {
            return other;
        }
        if (other instanceof Value.Exact(var b) && b.isEmpty()) {
            return one;
        }
        if (one instanceof Value.Exact(var a) && other instanceof Value.OneOf(var texts)) {
            return new Value.OneOf(texts.stream().map(text -> a + text).toList());
        }
        if (one instanceof Value.OneOf(var texts) && other instanceof Value.Exact(var b)) {
            return new Value.OneOf(texts.stream().map(text -> text + b).distinct().toList());
        }
        String prefix = one instanceof Value.Exact(var a) ? a + other.prefix() : one.prefix();
        String suffix = other instanceof Value.Exact(var b) ? suffix(one) + b : suffix(other);
        return new Value.Partial(prefix, suffix, why(one instanceof Value.Exact ? other : one));
    }

    private static String suffix(Value value) {
        return value instanceof Value.Partial(_, var suffix, _) ? suffix : "";
    }

    static String why(Value value) {
        return value instanceof Value.Partial(_, _, var why) ? why : "one of several texts";
    }
}
