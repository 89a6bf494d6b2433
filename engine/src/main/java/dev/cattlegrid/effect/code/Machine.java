package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Goes through a program's tree with the values that can be told, and notes what its calls would do.
///
/// Both ways of a branch are gone; a loop's body is gone twice, the second time with what the first made unsure. A
/// function is gone when it is called, or handed to something that may call it.
final class Machine {
    private static final int FUEL = 40_000;
    private static final int DEEPEST = 24;
    private static final Set<String> INNARDS =
            Set.of(
                    "__subclasses__",
                    "__globals__",
                    "__builtins__",
                    "__bases__",
                    "__base__",
                    "__mro__",
                    "__code__",
                    "__closure__",
                    "f_globals",
                    "f_builtins",
                    "gi_frame",
                    "tb_frame",
                    "__loader__",
                    "__import__",
                    "__reduce__",
                    "__getattribute__");

    private final Api api;
    private final Acts acts;
    private final Map<String, Thing> names = new HashMap<>();
    private final java.util.function.Function<String, List<Node>> parser;
    private Optional<Thing> returned = Optional.empty();
    private int fuel = FUEL;
    private int depth;
    private int endless;

    Machine(Api api, Acts acts, java.util.function.Function<String, List<Node>> parser) {
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

    void set(String name, Thing thing) {
        names.put(name, thing);
    }

    void run(String text) {
        all(parser.apply(text));
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
            case Node.Attribute(var of, var name) -> attribute(value(of), of, name);
            case Node.Call call -> call(call);
            case Node.Index(var of, var index) -> index(value(of), value(index));
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
            case Node.Loop(var target, var over, var body) -> loop(target, over, body);
            case Node.Assign(var target, var value, var added) -> {
                Thing thing = value(value);
                Thing whole = added ? binary("+", value(target), thing) : thing;
                assign(target, whole);
                if (callsBack(value)) {
                    value(value);
                }
                yield whole;
            }
            case Node.Import(var module, var member, var as) -> imported(module, member, as);
            case Node.Type type -> type(type);
            case Node.If(var test, var then, var otherwise) -> {
                value(test);
                branches(then, otherwise);
                yield Thing.OPAQUE;
            }
            case Node.Guarded(var body, var handlers) -> {
                all(body);
                branches(handlers, List.of());
                yield Thing.OPAQUE;
            }
            case Node.Return(var value) -> {
                Thing thing = value(value);
                returned = Optional.of(returned.map(before -> before.or(thing)).orElse(thing));
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

    private Thing name(String name) {
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
        if (!function.name().equals("lambda") && !function.name().isEmpty()) {
            names.put(function.name(), thing);
        }
        if (function.called()) {
            acts.maybe(() -> enter(function, List.of(), List.of()));
        }
        return thing;
    }

    private Thing type(Node.Type type) {
        type.bases().forEach(this::value);
        for (Node member : type.body()) {
            if (member instanceof Node.Function function) {
                function.defaults().forEach(each -> value(each.value()));
                names.put(type.name() + "." + function.name(), Thing.function(function));
                if (function.called() || calledByItself(function.name())) {
                    acts.maybe(() -> enter(function, List.of(), List.of()));
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
                    acts.maybe(() -> enter(function, List.of(), List.of()));
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

    private void branches(List<Node> then, List<Node> otherwise) {
        var before = new HashMap<>(names);
        acts.maybe(() -> all(then));
        var after = new HashMap<>(names);
        names.clear();
        names.putAll(before);
        acts.maybe(() -> all(otherwise));
        after.forEach((name, thing) -> names.merge(name, thing, Thing::or));
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

    private Thing loop(Node target, Node over, List<Node> body) {
        boolean bomb = isEndless(target, over) && body.size() == 1;
        endless += bomb ? 1 : 0;
        Thing last = rounds(target, over, body);
        endless -= bomb ? 1 : 0;
        return last;
    }

    private Thing rounds(Node target, Node over, List<Node> body) {
        Thing each = item(value(over));
        Thing last = Thing.OPAQUE;
        for (int round = 0; round < 2; round++) {
            var before = new HashMap<>(names);
            assign(target, each);
            last = rounds(body);
            before.forEach((name, thing) -> names.merge(name, thing, Thing::or));
            if (names.equals(before)) {
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
            acts.maybe(() -> holder[0] = value(node));
            last = Optional.ofNullable(holder[0]).orElse(Thing.OPAQUE);
        }
        return last;
    }

    /// A text that a round has changed may change in each.
    private void widen(Map<String, Thing> before) {
        names.replaceAll((name, thing) -> {
            Thing was = before.get(name);
            boolean grows = was != null && !was.equals(thing) && thing.isText();
            return grows
                    ? Thing.of(
                            thing.type(),
                            new Value.Partial(thing.value().prefix(), "", "what a loop makes"),
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

    private void assign(Node target, Thing value) {
        switch (target) {
            case Node.Name(var name) -> names.put(name, value);
            case Node.Many(var targets) -> {
                for (int i = 0; i < targets.size(); i++) {
                    boolean exact = value.is("list") && value.items().size() == targets.size();
                    assign(targets.get(i), exact ? value.items().get(i) : item(value));
                }
            }
            case Node.Keyed(var entries) -> {
                for (Node.Named entry : entries) {
                    assign(entry.value(), attribute(value, new Node.Constant(""), entry.name()));
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
                value(index);
                value(of);
                dotted(of)
                        .filter(names::containsKey)
                        .ifPresent(path ->
                                names.computeIfPresent(
                                        path, (key, thing) -> thing.with(value.data())));
            }
            case Node.Mixed(var parts) -> parts.forEach(part -> assign(part, value));
            case Node.Assign(var inner, var otherwise, var added) ->
                    assign(inner, value.or(value(otherwise)));
            default -> value(target);
        }
    }

    private static Optional<String> dotted(Node node) {
        return switch (node) {
            case Node.Name(var name) -> Optional.of(name);
            case Node.Attribute(var of, var name) -> dotted(of).map(path -> path + "." + name);
            default -> Optional.empty();
        };
    }

    Thing attribute(Thing of, Node written, String name) {
        Optional<String> path = dotted(written).map(text -> text + "." + name);
        if (path.isPresent() && names.containsKey(path.get())) {
            return names.get(path.get());
        }
        if (INNARDS.contains(name) && api.language().equals("python")) {
            acts.unknown(new Gap.UnknownValue("`" + name + "` leads to anything"), Bound.ANYTHING);
            return Thing.of("unclear");
        }
        if (isNamespace(of)) {
            return name(name);
        }
        if (of.type().startsWith("module:")) {
            return member(of.type().substring(7), name, of);
        }
        if (of.type().startsWith("call:") || of.type().startsWith("pure:")) {
            return member(of.type().substring(5), name, of);
        }
        if (of.type().startsWith("user:") || of.type().startsWith("type:")) {
            Thing method = names.get(of.type().substring(5) + "." + name);
            return method == null
                    ? names.getOrDefault("self." + name, Thing.of("opaque", of.data()))
                    : method;
        }
        if (of.is("foreign") || of.is("unclear")) {
            return of;
        }
        if (of.is("environment") && api.language().equals("javascript")) {
            return acts.variable(Thing.text(name));
        }
        if (of.is("environment")) {
            return api.row("os.environ." + name).isPresent()
                    ? Thing.of("call:os.environ." + name, of.data())
                    : of;
        }
        if (of.is("keyed") && of.keys().contains(name)) {
            return of.items().get(of.keys().lastIndexOf(name));
        }
        if (api.row(of.type() + "." + name).isPresent()) {
            return new Thing(
                    "method:" + of.type() + "." + name,
                    of.value(),
                    of.data(),
                    List.of(of),
                    List.of(),
                    Optional.empty());
        }
        if (of.is("path")) {
            return Paths.attribute(of, name);
        }
        if (of.is("cloud")) {
            return reads(name)
                    ? Thing.of("foreign", of.data())
                    : Thing.of("unread:cloud." + name, of.data());
        }
        return new Thing(
                "part:" + name, of.value(), of.data(), List.of(of), List.of(), Optional.empty());
    }

    /// Whether its members are the program's own names: `globals()`, `globalThis`.
    private boolean isNamespace(Thing of) {
        return of.is("namespace")
                || of.type().startsWith("call:")
                        && api.row(of.type().substring(5))
                                .filter(row -> row.verb() == Verb.OfCode.NAMESPACE)
                                .isPresent()
                        && !of.type().equals("call:globals")
                        && !of.type().equals("call:locals")
                        && !of.type().equals("call:vars");
    }

    /// Methods of a cloud's client that only look: `describe_instances`, `list_buckets`, `head_object`.
    private static boolean reads(String name) {
        return name.startsWith("describe_")
                || name.startsWith("list_")
                || name.startsWith("head_")
                || name.startsWith("get_")
                        && !name.contains("secret")
                        && !name.contains("password")
                        && !name.contains("token")
                        && !name.contains("parameter")
                || name.equals("meta")
                || name.equals("exceptions")
                || name.equals("get_paginator");
    }

    private Thing member(String module, String name, Thing of) {
        String full = module + "." + name;
        if (names.get(full) instanceof Thing known) {
            return known;
        }
        Optional<Thing> constant = acts.constant(full);
        if (constant.isPresent()) {
            return constant.get();
        }
        if (api.row(full).isPresent()) {
            return Thing.of("call:" + full, of.data());
        }
        if (api.knowsModule(full)) {
            return Thing.of("module:" + full, of.data());
        }
        if (api.isPure(full)) {
            return Thing.of("pure:" + full, of.data());
        }
        return api.isOwn(module)
                ? Thing.of("unread:" + full, of.data())
                : Thing.of("foreign", of.data());
    }

    /// Commands of a cloud's client that do more than look.
    private static boolean changes(String command) {
        return command.endsWith("Command")
                && !command.startsWith("Get")
                && !command.startsWith("List")
                && !command.startsWith("Describe")
                && !command.startsWith("Head");
    }

    private Thing imported(String module, String member, String as) {
        if (module.startsWith(".") && module.endsWith(".json")) {
            Thing data = Thing.of("opaque", acts.read(Thing.text(module)));
            names.put(as, data);
            return data;
        }
        if (module.startsWith("@aws-sdk/") && changes(member)) {
            Thing command = Thing.of("unread:" + module + "." + member);
            names.put(as.isEmpty() ? member : as, command);
            return command;
        }
        boolean own = api.isOwn(module) || api.knowsModule(module);
        if (!own && names.get("imported " + module) == null) {
            names.put("imported " + module, Thing.OPAQUE);
            acts.add(
                    new Effect.Run(
                            new Code.Project(api.language(), "import " + module), acts.span()));
        }
        Thing whole =
                own
                        ? acts.constant(module).orElse(Thing.of("module:" + module))
                        : Thing.of("foreign");
        if (member.equals("*")) {
            acts.api(api, module).forEach((name, thing) -> names.put(name, thing));
            return whole;
        }
        if (api.row(module).isPresent() && member.isEmpty() && !as.isEmpty()) {
            names.put(as, Thing.of("call:" + module));
            return Thing.of("call:" + module);
        }
        if (!member.isEmpty()) {
            Thing part = own ? member(module, member, Thing.of("module:" + module)) : whole;
            names.put(as.isEmpty() ? member : as, part);
            return part;
        }
        int dot = module.indexOf('.');
        if (as.isEmpty() && dot > 0) {
            names.put(
                    module.substring(0, dot),
                    own ? Thing.of("module:" + module.substring(0, dot)) : whole);
        } else {
            names.put(as.isEmpty() ? module : as, whole);
        }
        return whole;
    }

    private Thing index(Thing of, Thing index) {
        if (of.is("environment")) {
            return acts.variable(index);
        }
        if (of.is("list")
                && index.is("constant")
                && index.value() instanceof Value.Exact(var text)) {
            int at = text.matches("-?[0-9]{1,6}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
            at = at < 0 ? at + of.items().size() : at;
            if (at >= 0 && at < of.items().size()) {
                return of.items().get(at);
            }
        }
        if (of.is("keyed") && index.text().isPresent() && of.keys().contains(index.text().get())) {
            return of.items().get(of.keys().lastIndexOf(index.text().get()));
        }
        if (isNamespace(of)) {
            return index.text()
                    .map(this::name)
                    .orElseGet(() -> {
                        acts.unknown(
                                new Gap.UnknownValue("a name that the code works out"),
                                Bound.ANYTHING);
                        return Thing.of("unclear");
                    });
        }
        if (of.type().startsWith("module:") && index.text().isPresent()) {
            return member(of.type().substring(7), index.text().get(), of);
        }
        if (of.is("foreign") || of.is("unclear")) {
            return of;
        }
        if (of.is("many") || of.is("list") || of.is("keyed")) {
            return item(of.is("keyed") && !of.items().isEmpty() ? Thing.list(of.items()) : of)
                    .with(of.data().changed());
        }
        return Thing.of(of.is("text") ? "text" : "opaque", of.data().with(index.data()));
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
            var all = new ArrayList<>(left.is("list") ? left.items() : List.of(item(left)));
            all.add(right.is("list") ? Thing.list(right.items()) : item(right));
            return Thing.many(all.stream().limit(16).reduce(Thing::or).orElse(Thing.OPAQUE));
        }
        if (operator.equals("%") && left.is("text")) {
            return Paths.formatted(left, right.is("list") ? right.items() : List.of(right), data);
        }
        return Thing.of(left.is("text") && operator.equals("*") ? "text" : "opaque", data);
    }

    private Thing call(Node.Call call) {
        Thing function = value(call.function());
        var arguments = new ArrayList<Thing>();
        for (Node node : call.arguments()) {
            arguments.add(value(node));
        }
        var named = new HashMap<String, Thing>();
        for (Node.Named each : call.named()) {
            named.put(each.name().isEmpty() ? "**" : each.name(), value(each.value()));
        }
        Thing result = calls(function, arguments, named);
        if (function.body().isEmpty()) {
            handBack(function, arguments, named.values());
        }
        if (call.function() instanceof Node.Attribute(var of, var _)) {
            mutated(of, function, arguments);
        }
        return result;
    }

    /// `items.append(x)`: what goes in is in it afterwards.
    private void mutated(Node of, Thing function, List<Thing> arguments) {
        if (!function.type().startsWith("part:") || arguments.isEmpty()) {
            return;
        }
        String name = function.type().substring(5);
        if (!Set.of(
                        "append",
                        "extend",
                        "add",
                        "update",
                        "insert",
                        "push",
                        "unshift",
                        "set",
                        "setdefault",
                        "appendleft")
                .contains(name)) {
            return;
        }
        dotted(of)
                .filter(names::containsKey)
                .ifPresent(path ->
                        names.computeIfPresent(
                                path,
                                (key, thing) -> {
                                    Thing added = arguments.getLast();
                                    if ((name.equals("append") || name.equals("push"))
                                            && thing.is("list")
                                            && thing.items().size() < 64) {
                                        var all = new ArrayList<>(thing.items());
                                        all.add(added);
                                        return Thing.list(all);
                                    }
                                    return thing.with(added.data());
                                }));
    }

    /// Functions that are handed to something may be called by it.
    private void handBack(Thing function, List<Thing> arguments, Iterable<Thing> named) {
        boolean method =
                function.type().startsWith("part:") || function.type().startsWith("method:");
        Thing receiver =
                method && !function.items().isEmpty() ? function.items().getFirst() : Thing.OPAQUE;
        Thing given =
                receiver.is("list") || receiver.is("many")
                        ? item(receiver)
                        : Thing.of("opaque", function.data().with(Thing.dataOf(arguments)));
        var all = new ArrayList<>(arguments);
        if (method) {
            all.add(receiver);
        }
        named.forEach(all::add);
        for (Thing argument : all) {
            argument.body()
                    .ifPresent(body ->
                            acts.maybe(() -> enter(body, List.of(given, given, given), List.of())));
            if (argument.type().startsWith("call:")) {
                List<Thing> values =
                        all.stream()
                                .filter(each -> !each.equals(argument))
                                .map(each ->
                                        each.isText() || each.is("constant") ? each : item(each))
                                .toList();
                List<Thing> handed = values.isEmpty() ? List.of(given) : values;
                String name = argument.type().substring(5);
                acts.maybe(() -> new Calls(this).perform(name, handed, Map.of(), argument));
            }
        }
    }

    private Thing calls(Thing function, List<Thing> arguments, Map<String, Thing> named) {
        Data data =
                function.data()
                        .with(Thing.dataOf(arguments))
                        .with(Thing.dataOf(List.copyOf(named.values())));
        if (function.body().isPresent()) {
            return enter(function.body().get(), arguments, List.copyOf(named.entrySet()));
        }
        String type = function.type();
        if (type.startsWith("call:")) {
            return new Calls(this).perform(type.substring(5), arguments, named, function);
        }
        if (type.startsWith("method:")) {
            return new Calls(this)
                    .perform(type.substring(7), arguments, named, function.items().getFirst());
        }
        if (type.startsWith("type:")) {
            return construct(function, arguments, named, data);
        }
        if (type.startsWith("part:")) {
            return Paths.method(type.substring(5), function.items().getFirst(), arguments, data);
        }
        if (type.startsWith("unread:")) {
            acts.unknown(new Gap.Unread("`" + type.substring(7) + "`"), Bound.ANYTHING);
            return Thing.of("opaque", data);
        }
        if (type.startsWith("unset:")) {
            acts.unknown(
                    new Gap.Unread("`" + type.substring(6) + "`, which the code does not define"),
                    Bound.ANYTHING);
            return Thing.of("opaque", data);
        }
        if (function.is("unclear") || type.equals("part:constructor")) {
            acts.unknown(
                    new Gap.UnknownValue("a function that the code works out"), Bound.ANYTHING);
            return function;
        }
        if (function.is("foreign") || type.startsWith("module:")) {
            return new Thing(
                    "foreign", function.value(), data, List.of(), List.of(), Optional.empty());
        }
        boolean keeps =
                type.equals("pure:list")
                        || type.equals("pure:sorted")
                        || type.equals("pure:reversed")
                        || type.equals("pure:set")
                        || type.equals("pure:tuple");
        if (keeps
                && arguments.size() == 1
                && (arguments.getFirst().is("list") || arguments.getFirst().is("many"))) {
            return arguments.getFirst();
        }
        if (type.equals("pure:enumerate") && !arguments.isEmpty()) {
            return Thing.many(Thing.list(List.of(Thing.OPAQUE, item(arguments.getFirst()))));
        }
        if (type.equals("pure:zip")) {
            return Thing.many(Thing.list(arguments.stream().map(Machine::item).toList()));
        }
        if (type.equals("pure:dict")
                && !arguments.isEmpty()
                && arguments.getFirst().is("environment")) {
            return arguments.getFirst();
        }
        return Thing.of("opaque", data);
    }

    private Thing construct(
            Thing type, List<Thing> arguments, Map<String, Thing> named, Data data) {
        String name = type.type().substring(5);
        Thing made = Thing.of("user:" + name, data);
        Thing init = names.get(name + ".__init__");
        if (init == null) {
            init = names.get(name + ".constructor");
        }
        if (init != null && init.body().isPresent()) {
            var all = new ArrayList<Thing>();
            if (api.language().equals("python")) {
                all.add(made);
            }
            all.addAll(arguments);
            enter(init.body().get(), all, List.copyOf(named.entrySet()));
        }
        return made;
    }

    /// Goes through a function with its parameters filled in.
    Thing enter(
            Node.Function function, List<Thing> arguments, List<Map.Entry<String, Thing>> named) {
        if (depth > DEEPEST * 8 || acts.inside(function) > 2) {
            return Thing.OPAQUE;
        }
        var before = new HashMap<String, Optional<Thing>>();
        List<String> parameters = function.parameters();
        boolean method =
                !parameters.isEmpty()
                        && parameters.getFirst().equals("self")
                        && (arguments.isEmpty()
                                || !arguments.getFirst().type().startsWith("user:"));
        for (int i = 0; i < parameters.size(); i++) {
            String name = parameters.get(i);
            before.put(name, Optional.ofNullable(names.get(name)));
            int at = method ? i - 1 : i;
            Thing given =
                    at >= 0 && at < arguments.size()
                            ? arguments.get(at)
                            : function.defaults().stream()
                                    .filter(each -> each.name().equals(name))
                                    .findFirst()
                                    .map(each -> value(each.value()))
                                    .orElse(Thing.OPAQUE);
            for (Map.Entry<String, Thing> each : named) {
                given = each.getKey().equals(name) ? each.getValue() : given;
            }
            names.put(name, given);
        }
        Optional<Thing> outer = returned;
        returned = Optional.empty();
        acts.entering(function);
        all(function.body());
        acts.leaving(function);
        Thing result = returned.orElse(Thing.OPAQUE);
        returned = outer;
        before.forEach((name, was) ->
                was.ifPresentOrElse(thing -> names.put(name, thing), () -> names.remove(name)));
        return result;
    }
}
