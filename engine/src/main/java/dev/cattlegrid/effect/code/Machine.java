package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Goes through a program's tree with the values that can be told, and notes what its calls would do.
///
/// Both ways of a branch are gone; a loop's body is gone twice, the second time with what the first made unsure. A
/// function is gone when it is called, or handed to something that may call it.
final class Machine {
    private static final int FUEL = 40_000;

    private final Members members = new Members(this);
    private final Rounds rounds = new Rounds(this);
    private final Invoking invoking = new Invoking(this);
    private final Api api;
    private final Acts acts;
    private final Map<String, Thing> names = new HashMap<>();
    private final Function<String, List<Node>> parser;
    private final List<Node.Function> defined = new ArrayList<>();
    private final Set<Node.Function> entered = Collections.newSetFromMap(new IdentityHashMap<>());
    private int fuel = FUEL;
    private int depth;

    Machine(Api api, Acts acts, Function<String, List<Node>> parser) {
        this.api = api;
        this.acts = acts;
        this.parser = parser;
    }

    Acts acts() {
        return acts;
    }

    Api api() {
        return api;
    }

    Map<String, Thing> names() {
        return names;
    }

    int depth() {
        return depth;
    }

    Members members() {
        return members;
    }

    Invoking invoking() {
        return invoking;
    }

    /// Whether a loop is gone through that neither ends by its condition nor waits for anything.
    boolean isEndless() {
        return rounds.isEndless();
    }

    void set(String name, Thing thing) {
        names.put(name, thing);
    }

    /// @param called which functions somebody else calls, by their names
    void run(String text, Predicate<String> called) {
        all(parser.apply(text));
        for (Node.Function function : List.copyOf(defined)) {
            if (!entered.contains(function) && isCalled(function, called)) {
                acts.maybe(() -> invoking.enter(function, List.of(), List.of()));
            }
        }
    }

    /// By its own name, or by one that it was given.
    private boolean isCalled(Node.Function function, Predicate<String> called) {
        return called.test(function.name())
                || names.entrySet().stream()
                        .anyMatch(named ->
                                named.getValue().body().filter(b -> b == function).isPresent()
                                        && called.test(
                                                named.getKey()
                                                        .substring(
                                                                named.getKey().lastIndexOf('.')
                                                                        + 1)));
    }

    void run(String text) {
        run(text, name -> false);
    }

    void entered(Node.Function function) {
        entered.add(function);
    }

    void all(List<Node> body) {
        for (Node node : body) {
            value(node);
        }
    }

    /// A call that is handed a function, which may use the name that the call's result is given.
    private static boolean callsBack(Node node) {
        return node instanceof Node.Call call
                && call.arguments().stream().anyMatch(each -> each instanceof Node.Function);
    }

    /// What a node comes to; what it does is noted on the way.
    Thing value(Node node) {
        if (--fuel < 0 || depth > 200) {
            if (fuel == -1) {
                acts.unknown(new Gap.Budget("the code is too long to follow"), Bound.ANYTHING);
            }
            return Thing.OPAQUE;
        }
        depth++;
        Thing thing = valued(node);
        depth--;
        return thing;
    }

    private Thing valued(Node node) {
        return switch (node) {
            case Node.Name(var name) -> name(name);
            case Node.Text(var text) -> Thing.text(text);
            case Node.Constant(var text) -> Thing.of("constant", Value.exact(text), Data.NONE);
            case Node.Joined(var parts) -> joined(parts);
            case Node.Attribute(var of, var name) -> members.attribute(value(of), of, name);
            case Node.Call call -> invoking.call(call);
            case Node.Index(var of, var index) -> members.index(value(of), value(index));
            case Node.Binary(var operator, var left, var right) ->
                    binary(operator, value(left), value(right));
            case Node.Choice(var test, var left, var right) -> {
                value(test);
                yield value(left).or(value(right));
            }
            case Node.Many(var items) -> Thing.list(items.stream().map(this::value).toList());
            case Node.Keyed(var entries) -> keyed(entries);
            case Node.Function function -> function(function);
            case Node.Mixed(var parts) ->
                    Thing.of("opaque", Thing.dataOf(parts.stream().map(this::value).toList()));
            case Node.Loop(var target, var over, var body) -> rounds.loop(target, over, body);
            case Node.Assign(var target, var value, var added) -> {
                Thing thing = value(value);
                Thing whole = added ? binary("+", value(target), thing) : thing;
                assign(target, whole);
                if (callsBack(value)) {
                    value(value);
                }
                yield whole;
            }
            case Node.Import(var module, var member, var as) ->
                    members.imported(module, member, as);
            case Node.Type type -> type(type);
            case Node.If(var test, var then, var otherwise) -> {
                value(test);
                rounds.branches(then, otherwise);
                yield Thing.OPAQUE;
            }
            case Node.Guarded(var body, var handlers) -> {
                all(body);
                rounds.branches(handlers, List.of());
                yield Thing.OPAQUE;
            }
            case Node.Return(var value) -> {
                Thing thing = value(value);
                invoking.returns(thing);
                yield thing;
            }
            case Node.Delete(var targets) -> {
                targets.forEach(this::value);
                yield Thing.OPAQUE;
            }
            case Node.Broken(var text) -> {
                acts.unknown(new Gap.Unparsed(api.language() + ": `" + text + "`"), Bound.ANYTHING);
                yield Thing.OPAQUE;
            }
        };
    }

    /// A socket that is connected is another thing under the same names.
    void mark(Thing before, Thing after) {
        names.replaceAll((name, thing) -> thing.equals(before) ? after : thing);
    }

    Thing name(String name) {
        Thing known = names.get(name);
        if (known != null) {
            return known;
        }
        if (api.row(name).isPresent()) {
            return Thing.of("call:" + name);
        }
        if (api.isPure(name)) {
            return Thing.of("pure:" + name);
        }
        return Thing.of("unset:" + name);
    }

    private Thing joined(List<Node> parts) {
        Value text = Value.exact("");
        Data data = Data.NONE;
        for (Node part : parts) {
            Thing thing = value(part);
            data = data.with(thing.data());
            text = Thing.join(text, thing.asText());
        }
        return Thing.of(
                "text",
                text,
                text instanceof Value.Exact(var t)
                        ? new Data(data.sources(), Optional.of(t))
                        : data.changed());
    }

    private Thing keyed(List<Node.Named> entries) {
        var items = new ArrayList<Thing>();
        var keys = new ArrayList<String>();
        for (Node.Named entry : entries) {
            items.add(value(entry.value()));
            keys.add(entry.name());
        }
        return new Thing(
                "keyed",
                Value.unknown("an object"),
                Thing.dataOf(items),
                items,
                keys,
                Optional.empty());
    }

    private Thing function(Node.Function function) {
        function.defaults().forEach(each -> value(each.value()));
        Thing thing = Thing.function(function);
        defined.add(function);
        if (!function.name().equals("lambda") && !function.name().isEmpty()) {
            names.put(function.name(), thing);
        }
        if (function.called()) {
            acts.maybe(() -> invoking.enter(function, List.of(), List.of()));
        }
        return thing;
    }

    private Thing type(Node.Type type) {
        type.bases().forEach(this::value);
        for (Node member : type.body()) {
            if (member instanceof Node.Function function) {
                function.defaults().forEach(each -> value(each.value()));
                defined.add(function);
                names.put(type.name() + "." + function.name(), Thing.function(function));
                if (function.called() || calledByItself(function.name())) {
                    acts.maybe(() -> invoking.enter(function, List.of(), List.of()));
                }
            } else {
                value(member);
            }
        }
        names.put(type.name(), Thing.of("type:" + type.name()));
        if (!type.bases().isEmpty()) {
            for (Node member : type.body()) {
                if (member instanceof Node.Function function
                        && !function.name().equals("__init__")) {
                    acts.maybe(() -> invoking.enter(function, List.of(), List.of()));
                }
            }
        }
        return Thing.OPAQUE;
    }

    /// Methods that the language or a framework calls without being told to in so many words.
    private static boolean calledByItself(String name) {
        return name.startsWith("do_")
                || name.startsWith("__") && name.endsWith("__") && !name.equals("__init__");
    }

    void assign(Node target, Thing value) {
        switch (target) {
            case Node.Name(var name) -> names.put(name, value);
            case Node.Many(var targets) -> {
                for (int i = 0; i < targets.size(); i++) {
                    boolean exact = value.is("list") && value.items().size() == targets.size();
                    assign(targets.get(i), exact ? value.items().get(i) : Rounds.item(value));
                }
            }
            case Node.Keyed(var entries) -> {
                for (Node.Named entry : entries) {
                    assign(
                            entry.value(),
                            members.attribute(value, new Node.Constant(""), entry.name()));
                }
            }
            case Node.Attribute(var of, var name) -> {
                value(of);
                dotted(target).ifPresent(path -> names.put(path, value));
                dotted(of)
                        .filter(names::containsKey)
                        .ifPresent(path ->
                                names.computeIfPresent(
                                        path, (key, thing) -> thing.with(value.data())));
            }
            case Node.Index(var of, var index) -> {
                Thing at = value(index);
                value(of);
                dotted(of)
                        .ifPresent(path ->
                                names.computeIfPresent(
                                        path, (key, thing) -> Members.put(thing, at, value)));
            }
            case Node.Mixed(var parts) -> parts.forEach(part -> assign(part, value));
            case Node.Assign(var inner, var otherwise, var added) ->
                    assign(inner, value.or(value(otherwise)));
            default -> value(target);
        }
    }

    static Optional<String> dotted(Node node) {
        return switch (node) {
            case Node.Name(var name) -> Optional.of(name);
            case Node.Attribute(var of, var name) -> dotted(of).map(path -> path + "." + name);
            default -> Optional.empty();
        };
    }

    private Thing binary(String operator, Thing left, Thing right) {
        Data data = left.data().with(right.data());
        if (operator.equals("/") && left.is("path")) {
            return Paths.join(left, right);
        }
        if (operator.equals("/") && right.is("path") && left.isText()) {
            return Paths.join(left.as("path"), right);
        }
        if (operator.equals("+")
                && (left.isText() || right.isText() || left.is("opaque") && right.is("opaque"))) {
            Value text = Thing.join(left.asText(), right.asText());
            return Thing.of(
                    "text",
                    text,
                    text instanceof Value.Exact(var t)
                            ? new Data(data.sources(), Optional.of(t))
                            : data.changed());
        }
        if (operator.equals("+") && left.is("list") && right.is("list")) {
            var all = new ArrayList<>(left.items());
            all.addAll(right.items());
            return Thing.list(all);
        }
        if (operator.equals("+") && (left.is("list") || right.is("list"))) {
            var all = new ArrayList<>(left.is("list") ? left.items() : List.of(Rounds.item(left)));
            all.add(right.is("list") ? Thing.list(right.items()) : Rounds.item(right));
            return Thing.many(all.stream().limit(16).reduce(Thing::or).orElse(Thing.OPAQUE));
        }
        if (operator.equals("%") && left.is("text")) {
            return Paths.formatted(left, right.is("list") ? right.items() : List.of(right), data);
        }
        return Thing.of(left.is("text") && operator.equals("*") ? "text" : "opaque", data);
    }
}
