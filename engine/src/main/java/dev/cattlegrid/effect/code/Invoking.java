package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Gap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Calls: of functions of the code itself, which are gone into, and of all others, which a table tells.
final class Invoking {
    private final Machine machine;

    private static final int DEEPEST = 24;
    private Optional<Thing> returned = Optional.empty();

    Invoking(Machine machine) {
        this.machine = machine;
    }

    /// `return`: one of the things that the function gives.
    void returns(Thing thing) {
        returned = Optional.of(returned.map(before -> before.or(thing)).orElse(thing));
    }

    Thing call(Node.Call call) {
        Thing function = machine.value(call.function());
        var arguments = new ArrayList<Thing>();
        for (Node node : call.arguments()) {
            arguments.add(machine.value(node));
        }
        var named = new HashMap<String, Thing>();
        for (Node.Named each : call.named()) {
            named.put(each.name().isEmpty() ? "**" : each.name(), machine.value(each.value()));
        }
        Losing.look(call.function(), function, machine.acts());
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
        Machine.dotted(of)
                .filter(machine.names()::containsKey)
                .ifPresent(path ->
                        machine.names()
                                .computeIfPresent(
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
                        ? Rounds.item(receiver)
                        : Thing.of("opaque", function.data().with(Thing.dataOf(arguments)));
        var all = new ArrayList<>(arguments);
        if (method) {
            all.add(receiver);
        }
        named.forEach(all::add);
        for (Thing argument : all) {
            argument.body()
                    .ifPresent(body ->
                            machine.acts()
                                    .maybe(() ->
                                            enter(body, List.of(given, given, given), List.of())));
            if (argument.type().startsWith("call:")) {
                List<Thing> values =
                        all.stream()
                                .filter(each -> !each.equals(argument))
                                .map(each ->
                                        each.isText() || each.is("constant")
                                                ? each
                                                : Rounds.item(each))
                                .toList();
                List<Thing> handed = values.isEmpty() ? List.of(given) : values;
                String name = argument.type().substring(5);
                machine.acts()
                        .maybe(() -> new Calls(machine).perform(name, handed, Map.of(), argument));
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
            return new Calls(machine).perform(type.substring(5), arguments, named, function);
        }
        if (type.startsWith("method:")) {
            return new Calls(machine)
                    .perform(type.substring(7), arguments, named, function.items().getFirst());
        }
        if (type.startsWith("type:")) {
            return construct(function, arguments, named, data);
        }
        if (type.startsWith("part:") && machine.api().language().equals("powershell")) {
            machine.acts()
                    .unknown(
                            new Gap.Unread("the method `" + type.substring(5) + "`"),
                            Bound.ANYTHING);
            return Thing.of("opaque", data);
        }
        if (type.startsWith("part:")) {
            return Paths.method(type.substring(5), function.items().getFirst(), arguments, data);
        }
        if (type.startsWith("unread:")) {
            machine.acts().unknown(new Gap.Unread("`" + type.substring(7) + "`"), Bound.ANYTHING);
            return Thing.of("opaque", data);
        }
        if (type.startsWith("unset:")) {
            machine.acts()
                    .unknown(
                            new Gap.Unread(
                                    "`" + type.substring(6) + "`, which the code does not define"),
                            Bound.ANYTHING);
            return Thing.of("opaque", data);
        }
        if (function.is("unclear") || type.equals("part:constructor")) {
            machine.acts()
                    .unknown(
                            new Gap.UnknownValue("a function that the code works out"),
                            Bound.ANYTHING);
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
            return Thing.many(Thing.list(List.of(Thing.OPAQUE, Rounds.item(arguments.getFirst()))));
        }
        if (type.equals("pure:zip")) {
            return Thing.many(Thing.list(arguments.stream().map(Rounds::item).toList()));
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
        Thing init = machine.names().get(name + ".__init__");
        if (init == null) {
            init = machine.names().get(name + ".constructor");
        }
        if (init != null && init.body().isPresent()) {
            var all = new ArrayList<Thing>();
            if (machine.api().language().equals("python")) {
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
        if (machine.depth() > DEEPEST * 8 || machine.acts().inside(function) > 2) {
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
            before.put(name, Optional.ofNullable(machine.names().get(name)));
            int at = method ? i - 1 : i;
            Thing given =
                    at >= 0 && at < arguments.size()
                            ? arguments.get(at)
                            : function.defaults().stream()
                                    .filter(each -> each.name().equals(name))
                                    .findFirst()
                                    .map(each -> machine.value(each.value()))
                                    .orElse(Thing.OPAQUE);
            for (Map.Entry<String, Thing> each : named) {
                given = each.getKey().equals(name) ? each.getValue() : given;
            }
            machine.names().put(name, given);
        }
        Optional<Thing> outer = returned;
        returned = Optional.empty();
        machine.entered(function);
        machine.acts().entering(function);
        machine.all(function.body());
        machine.acts().leaving(function);
        Thing result = returned.orElse(Thing.OPAQUE);
        returned = outer;
        before.forEach((name, was) ->
                was.ifPresentOrElse(
                        thing -> machine.names().put(name, thing),
                        () -> machine.names().remove(name)));
        return result;
    }
}
