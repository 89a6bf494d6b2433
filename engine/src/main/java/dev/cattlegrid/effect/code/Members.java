package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What lies in things: members of modules, attributes, items, and what an import gives.
record Members(Machine machine) {
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

    Thing attribute(Thing of, Node written, String name) {
        Optional<String> path = Machine.dotted(written).map(text -> text + "." + name);
        if (path.isPresent() && machine.names().containsKey(path.get())) {
            return machine.names().get(path.get());
        }
        if (INNARDS.contains(name) && machine.api().language().equals("python")) {
            machine.acts()
                    .unknown(
                            new Gap.UnknownValue("`" + name + "` leads to anything"),
                            Bound.ANYTHING);
            return Thing.of("unclear");
        }
        if (isNamespace(of)) {
            return machine.name(name);
        }
        if (of.type().startsWith("module:")) {
            return member(of.type().substring(7), name, of);
        }
        if (of.type().startsWith("call:") || of.type().startsWith("pure:")) {
            return member(of.type().substring(5), name, of);
        }
        if (of.type().startsWith("user:") || of.type().startsWith("type:")) {
            Thing method = machine.names().get(of.type().substring(5) + "." + name);
            return method == null
                    ? machine.names().getOrDefault("self." + name, Thing.of("opaque", of.data()))
                    : method;
        }
        if (of.is("foreign") || of.is("unclear")) {
            return of;
        }
        if (of.is("environment") && machine.api().language().equals("javascript")) {
            return machine.acts().variable(Thing.text(name));
        }
        if (of.is("environment")) {
            return machine.api().row("os.environ." + name).isPresent()
                    ? Thing.of("call:os.environ." + name, of.data())
                    : of;
        }
        if (of.is("keyed") && of.keys().contains(name)) {
            return of.items().get(of.keys().lastIndexOf(name));
        }
        if (machine.api().row(of.type() + "." + name).isPresent()) {
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
                        && machine.api()
                                .row(of.type().substring(5))
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
        if (machine.names().get(full) instanceof Thing known) {
            return known;
        }
        Optional<Thing> constant = machine.acts().constant(full);
        if (constant.isPresent()) {
            return constant.get();
        }
        if (machine.api().row(full).isPresent()) {
            return Thing.of("call:" + full, of.data());
        }
        if (machine.api().knowsModule(full)) {
            return Thing.of("module:" + full, of.data());
        }
        if (machine.api().isPure(full)) {
            return Thing.of("pure:" + full, of.data());
        }
        return machine.api().isOwn(module)
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

    Thing imported(String module, String member, String as) {
        if (module.startsWith(".") && module.endsWith(".json")) {
            Thing data = Thing.of("opaque", machine.acts().read(Thing.text(module)));
            machine.names().put(as, data);
            return data;
        }
        if (module.startsWith("@aws-sdk/") && changes(member)) {
            Thing command = Thing.of("unread:" + module + "." + member);
            machine.names().put(as.isEmpty() ? member : as, command);
            return command;
        }
        boolean own = machine.api().isOwn(module) || machine.api().knowsModule(module);
        if (!own && machine.names().get("imported " + module) == null) {
            machine.names().put("imported " + module, Thing.OPAQUE);
            machine.acts()
                    .add(
                            new Effect.Run(
                                    new Code.Project(machine.api().language(), "import " + module),
                                    machine.acts().span()));
        }
        Thing whole =
                own
                        ? machine.acts().constant(module).orElse(Thing.of("module:" + module))
                        : Thing.of("foreign");
        if (member.equals("*")) {
            machine.acts()
                    .api(machine.api(), module)
                    .forEach((name, thing) -> machine.names().put(name, thing));
            return whole;
        }
        if (machine.api().row(module).isPresent() && member.isEmpty() && !as.isEmpty()) {
            machine.names().put(as, Thing.of("call:" + module));
            return Thing.of("call:" + module);
        }
        if (!member.isEmpty()) {
            Thing part = own ? member(module, member, Thing.of("module:" + module)) : whole;
            machine.names().put(as.isEmpty() ? member : as, part);
            return part;
        }
        int dot = module.indexOf('.');
        if (as.isEmpty() && dot > 0) {
            machine.names()
                    .put(
                            module.substring(0, dot),
                            own ? Thing.of("module:" + module.substring(0, dot)) : whole);
        } else {
            machine.names().put(as.isEmpty() ? module : as, whole);
        }
        return whole;
    }

    Thing index(Thing of, Thing index) {
        if (of.is("environment")) {
            return machine.acts().variable(index);
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
                    .map(machine::name)
                    .orElseGet(() -> {
                        machine.acts()
                                .unknown(
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
            return Rounds.item(
                            of.is("keyed") && !of.items().isEmpty() ? Thing.list(of.items()) : of)
                    .with(of.data().changed());
        }
        return Thing.of(of.is("text") ? "text" : "opaque", of.data().with(index.data()));
    }

    /// A list or a table after something was put into it.
    static Thing put(Thing whole, Thing at, Thing item) {
        boolean known = whole.is("keyed") && at.text().isPresent();
        if (known) {
            var items = new ArrayList<>(whole.items());
            var keys = new ArrayList<>(whole.keys());
            items.add(item);
            keys.add(at.text().get());
            return new Thing(
                    "keyed",
                    whole.value(),
                    whole.data().with(item.data()),
                    items,
                    keys,
                    Optional.empty());
        }
        String number = at.is("constant") ? at.value().known().orElse("") : "";
        if (whole.is("list") && number.matches("[0-9]{1,4}")) {
            int place = Integer.parseInt(number);
            if (place < whole.items().size()) {
                var items = new ArrayList<>(whole.items());
                items.set(place, item);
                return Thing.list(items);
            }
        }
        if (whole.is("list") || whole.is("many")) {
            return Thing.many(Rounds.item(whole).or(item)).with(whole.data().with(item.data()));
        }
        return whole.is("keyed")
                ? Thing.of("opaque", whole.data().with(item.data()))
                : whole.with(item.data());
    }
}
