package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Value;
import java.util.ArrayList;
import java.util.List;

/// Does what calls about paths say: join, expand, part, ask where we are.
record PathCalls(Given call) {
    Thing perform(Verb.OfPaths verb) {
        return switch (verb) {
            case JOINS -> joins(call.arguments());
            case JOINSELF -> {
                var parts = new ArrayList<Thing>();
                parts.add(call.self());
                parts.addAll(call.arguments());
                yield joins(parts);
            }
            case SIBLING -> {
                Thing parent = Paths.parent(call.self(), "path");
                yield Thing.of(
                        "path",
                        new Value.Partial(parent.value().prefix(), "", "a name beside another"),
                        call.all());
            }
            case PARENT -> Paths.parent(call.at(0), "text");
            case BASE -> Paths.base(call.at(0));
            case EXPAND -> expand(call.at(0));
            case VARS ->
                    call.at(0).text().filter(t -> t.indexOf('$') < 0).isPresent()
                            ? call.at(0)
                            : Thing.derived(call.all());
            case HOME ->
                    Thing.of("path", Value.exact(call.acts().call().world().home()), Data.NONE);
            case CWD ->
                    Thing.of(
                            "path",
                            call.acts().directory().isEmpty()
                                    ? Value.unknown("the working directory")
                                    : Value.exact(call.acts().directory()),
                            Data.NONE);
            case TEMP -> {
                Value place = new Value.Partial("/tmp/", "", "a new name");
                yield Thing.of("path", place, Data.NONE);
            }
            case CHDIR -> {
                call.acts().enter(call.at(0));
                yield Thing.derived(Data.NONE);
            }
        };
    }

    private Thing joins(List<Thing> parts) {
        if (parts.isEmpty()) {
            return Thing.of("path", Value.exact("."), Data.NONE);
        }
        Thing path = parts.getFirst();
        path = Thing.of("path", path.asText(), path.data());
        for (Thing part : parts.subList(1, parts.size())) {
            path = Paths.join(path, part);
        }
        return path;
    }

    private Thing expand(Thing thing) {
        String text = thing.asText().prefix();
        String home = call.acts().call().world().home();
        if (!text.equals("~") && !text.startsWith("~/")) {
            return text.startsWith("~") ? Thing.derived(thing.data()) : thing;
        }
        Value rest =
                thing.text().isPresent()
                        ? Value.exact(text.substring(1))
                        : new Value.Partial(text.substring(1), "", Thing.why(thing.value()));
        return Thing.of("text", Thing.join(Value.exact(home), rest), thing.data().changed());
    }
}
