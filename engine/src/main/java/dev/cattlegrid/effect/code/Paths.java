package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What is made of texts and paths by what has no effect: joins, parents, formats.
final class Paths {
    private Paths() {}

    /// `a` and `b` with a slash between them; an absolute `b` stands alone.
    static Thing join(Thing one, Thing other) {
        Value right = other.asText();
        Data data = one.data().with(other.data());
        if (right.prefix().startsWith("/")) {
            return Thing.of("path", right, data);
        }
        Value left = one.asText();
        if (left.known().filter(String::isEmpty).isPresent()) {
            return Thing.of("path", right, data);
        }
        boolean slashed = left instanceof Value.Exact(var text) && text.endsWith("/");
        Value base = slashed ? left : Thing.join(left, Value.exact("/"));
        Value whole = Thing.join(base, right);
        return Thing.of(
                "path",
                whole,
                whole instanceof Value.Exact(var t)
                        ? new Data(data.sources(), Optional.of(t))
                        : data.changed());
    }

    static Thing parent(Thing path, String type) {
        Value value =
                switch (path.value()) {
                    case Value.Exact(var text) -> Value.exact(parent(text));
                    case Value.OneOf(var texts) ->
                            new Value.OneOf(texts.stream().map(Paths::parent).distinct().toList());
                    case Value.Glob(var pattern) -> Value.unknown(pattern);
                    case Value.Partial(var prefix, _, var why) -> {
                        int slash = prefix.lastIndexOf('/');
                        yield new Value.Partial(
                                slash < 0 ? "" : prefix.substring(0, slash), "", why);
                    }
                };
        return Thing.of(
                type,
                value instanceof Value.OneOf(var texts) && texts.size() == 1
                        ? Value.exact(texts.getFirst())
                        : value,
                path.data().changed());
    }

    private static String parent(String text) {
        int slash = text.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : text.substring(0, slash);
    }

    static Thing base(Thing path) {
        return path.value() instanceof Value.Exact(var text)
                ? Thing.of(
                        "text",
                        Value.exact(text.substring(text.lastIndexOf('/') + 1)),
                        path.data().changed())
                : Thing.of("text", path.data());
    }

    static Thing attribute(Thing path, String name) {
        return switch (name) {
            case "parent" -> parent(path, "path");
            case "parents" ->
                    Thing.many(parent(parent(path, "path"), "path").or(parent(path, "path")));
            case "name" -> base(path);
            case "stem", "suffix", "suffixes", "parts", "anchor", "drive", "root" ->
                    Thing.of("text", path.data());
            default ->
                    new Thing(
                            "part:" + name,
                            path.value(),
                            path.data(),
                            List.of(path),
                            List.of(),
                            Optional.empty());
        };
    }

    /// A method of a text, a list or anything pure.
    static Thing method(String name, Thing of, List<Thing> arguments, Data data) {
        Thing first = arguments.isEmpty() ? Thing.OPAQUE : arguments.getFirst();
        boolean text = of.is("text") || of.is("path");
        return switch (name) {
            case "join" -> joined(of, first, data);
            case "format" -> formatted(of, arguments, data);
            case "strip", "trim" -> changed(of, String::strip, data);
            case "lower", "toLowerCase" ->
                    changed(of, value -> value.toLowerCase(java.util.Locale.ROOT), data);
            case "upper", "toUpperCase" ->
                    changed(of, value -> value.toUpperCase(java.util.Locale.ROOT), data);
            case "encode", "decode", "toString", "as_posix", "valueOf" ->
                    text ? of : Thing.of(of.is("opaque") ? "text" : of.type(), data);
            case "replace", "replaceAll" -> {
                boolean known =
                        arguments.size() >= 2
                                && first.is("text")
                                && first.text().isPresent()
                                && arguments.get(1).text().isPresent();
                yield known && of.text().isPresent()
                        ? changed(
                                of,
                                value ->
                                        value.replace(
                                                first.text().orElse(""),
                                                arguments.get(1).text().orElse("")),
                                data)
                        : Thing.of("text", data);
            }
            case "concat" ->
                    text
                            ? Thing.of(
                                    "text", Thing.join(of.value(), first.asText()), data.changed())
                            : Thing.of("opaque", data);
            case "split", "splitlines", "rsplit", "partition" -> split(of, first, data);
            case "items", "entries" ->
                    Thing.many(
                            Thing.list(
                                    List.of(
                                            Thing.of("text", of.data()),
                                            Thing.of("opaque", of.data()))));
            case "copy",
                    "slice",
                    "values",
                    "sort",
                    "reverse",
                    "filter",
                    "then",
                    "catch",
                    "finally",
                    "flat" ->
                    of.with(data);
            case "get", "pop" -> {
                boolean keyed =
                        of.is("keyed")
                                && first.text().isPresent()
                                && of.keys().contains(first.text().get());
                yield keyed
                        ? of.items().get(of.keys().lastIndexOf(first.text().get()))
                        : Thing.of("opaque", data);
            }
            default -> Thing.of(text ? "text" : "opaque", data);
        };
    }

    private static Thing changed(Thing of, UnaryOperator<String> change, Data data) {
        return of.text().isPresent() && of.text().get().length() < 100_000
                ? Thing.of("text", Value.exact(change.apply(of.text().get())), data.changed())
                : Thing.of("text", data);
    }

    private static Thing split(Thing of, Thing by, Data data) {
        if (of.text().isEmpty()) {
            return Thing.many(Thing.of("text", data));
        }
        String text = of.text().get();
        var items = new ArrayList<Thing>();
        String separator = by.text().orElse("");
        String rest = separator.isEmpty() ? text.strip() : text;
        for (String part :
                separator.isEmpty()
                        ? rest.split("\\s+")
                        : rest.split(java.util.regex.Pattern.quote(separator), -1)) {
            items.add(Thing.of("text", Value.exact(part), data.changed()));
            if (items.size() > 64) {
                return Thing.many(Thing.of("text", data));
            }
        }
        return Thing.list(items);
    }

    /// `', '.join(list)` of Python, `list.join(', ')` of JavaScript.
    private static Thing joined(Thing of, Thing other, Data data) {
        Thing list = of.is("list") ? of : other;
        Thing by = of.is("list") ? other : of;
        if (!list.is("list") || by.text().isEmpty()) {
            return Thing.of("text", data);
        }
        Value value = Value.exact("");
        for (int i = 0; i < list.items().size(); i++) {
            value = Thing.join(value, i == 0 ? Value.exact("") : by.value());
            value = Thing.join(value, list.items().get(i).asText());
        }
        return Thing.of("text", value, data.changed());
    }

    /// `%s` and `{}` filled in, as long as every hole is a plain one.
    static Thing formatted(Thing of, List<Thing> values, Data data) {
        if (of.text().isEmpty()) {
            return Thing.of("text", data);
        }
        String text = of.text().get();
        Value value = Value.exact("");
        int from = 0;
        int next = 0;
        for (int i = 0; i + 1 < text.length(); i++) {
            boolean hole =
                    text.startsWith("{}", i)
                            || text.startsWith("%s", i)
                            || text.startsWith("%d", i);
            if (hole) {
                value = Thing.join(value, Value.exact(text.substring(from, i)));
                value =
                        Thing.join(
                                value,
                                next < values.size()
                                        ? values.get(next).asText()
                                        : Value.unknown("a value"));
                next++;
                from = i + 2;
                i++;
            } else if (text.charAt(i) == '{' || text.charAt(i) == '%') {
                return Thing.of(
                        "text",
                        new Value.Partial(
                                value.prefix() + (next == 0 ? text.substring(0, i) : ""),
                                "",
                                "a text that is filled in"),
                        data);
            }
        }
        value = Thing.join(value, Value.exact(text.substring(from)));
        return Thing.of("text", value, data.changed());
    }
}
