package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Effect.Write.Manner;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.world.World;
import java.util.List;
import java.util.Optional;

/// Does what calls about files say: open, read, write, delete, move, list, pack.
record FileCalls(Given call) {
    Thing perform(Verb.OfFiles verb) {
        return switch (verb) {
            case OPEN -> open(call.at(0), call.at(1));
            case OPENFD -> {
                call.acts().write(call.at(0), Manner.EDIT, Data.NONE);
                yield Thing.of("file", call.at(0).asText(), call.acts().read(call.at(0)));
            }
            case READ -> Thing.derived(call.acts().read(call.at(0)));
            case READINTO -> Thing.derived(call.self().data().with(call.acts().read(call.at(0))));
            case WRITE -> {
                call.acts()
                        .write(
                                call.at(0),
                                Manner.CREATE,
                                call.row().words().size() > 1 ? call.at(1).data() : Data.NONE);
                yield Thing.derived(Data.NONE);
            }
            case APPEND -> {
                call.acts()
                        .write(
                                call.at(0),
                                Manner.APPEND,
                                call.row().words().size() > 1 ? call.at(1).data() : Data.NONE);
                yield Thing.derived(Data.NONE);
            }
            case EDIT -> {
                call.acts().write(call.at(0), Manner.EDIT, Data.NONE);
                yield Thing.derived(Data.NONE);
            }
            case MKDIR -> {
                call.acts().write(call.at(0), Manner.DIRECTORY, Data.NONE);
                yield Thing.derived(Data.NONE);
            }
            case WRITESELF -> {
                writeTo(call.self(), call.at(0).data());
                yield Thing.derived(Data.NONE);
            }
            case WRITETO -> {
                writeTo(call.at(0), call.at(1).data());
                yield Thing.derived(Data.NONE);
            }
            case DELETE, DELETE_TREE -> {
                boolean tree =
                        verb == Verb.OfFiles.DELETE_TREE
                                || call.named().containsKey("recursive")
                                || call.arguments().stream()
                                        .anyMatch(each -> each.keys().contains("recursive"));
                call.acts().delete(call.at(0), tree);
                yield Thing.derived(Data.NONE);
            }
            case MOVE -> move(call.at(0), call.at(1));
            case COPY -> {
                Data data = call.acts().read(call.at(0));
                call.acts().write(call.at(1), Manner.CREATE, data);
                yield Thing.of("text", call.at(1).asText(), Data.NONE);
            }
            case MODE -> {
                String mode = call.at(1).asText().prefix();
                call.acts()
                        .places(call.at(0), World.Use.CHANGE)
                        .forEach(place ->
                                call.acts()
                                        .add(
                                                new Effect.SetMode(
                                                        place, mode, false, call.acts().span())));
                yield Thing.derived(Data.NONE);
            }
            case LINK -> {
                Place target = call.acts().places(call.at(0), World.Use.READ).getFirst();
                call.acts()
                        .places(call.at(1), World.Use.CREATE)
                        .forEach(place ->
                                call.acts()
                                        .add(
                                                new Effect.Link(
                                                        place, target, true, call.acts().span())));
                yield Thing.derived(Data.NONE);
            }
            case ARCHIVE -> {
                Thing folder =
                        call.arguments().size() > 2
                                ? call.arguments().get(2)
                                : call.named().getOrDefault("root_dir", Thing.text("."));
                Data data = call.acts().read(folder);
                call.acts()
                        .write(
                                Thing.of(
                                        "text",
                                        new Value.Partial(
                                                call.at(0).asText().prefix(), "", "an archive"),
                                        Data.NONE),
                                Manner.CREATE,
                                data);
                yield Thing.derived(data);
            }
            case UNPACK -> {
                Data data = call.acts().read(call.at(0));
                unpack(call.at(1), data);
                yield Thing.derived(data);
            }
            case UNPACKSELF -> {
                unpack(
                        call.arguments().isEmpty()
                                ? call.named().getOrDefault("path", Thing.text("."))
                                : call.arguments().getLast(),
                        call.self().data());
                yield Thing.derived(call.self().data());
            }
            case LIST -> {
                Thing where = call.at(0);
                Thing base = matched(where.is("none") ? Thing.text(".") : where);
                Data data = list(base);
                Value each =
                        call.row().word(1).equals("names")
                                ? Value.unknown("a name in a directory")
                                : below(base);
                yield new Thing(
                                "many",
                                each,
                                data,
                                List.of(Thing.of(call.row().gives(), each, data)),
                                List.of(),
                                Optional.empty())
                        .as("many");
            }
            case WALK -> {
                Data data = list(call.at(0));
                Thing root = Thing.of("text", below(call.at(0)), data);
                Thing names = Thing.many(Thing.of("text", data));
                yield Thing.many(Thing.list(List.of(root, names, names)));
            }
            case FILEINPUT -> {
                Data data =
                        call.arguments().isEmpty()
                                ? call.acts().call().stdin()
                                : call.acts().read(call.at(0));
                if (call.named().containsKey("inplace")) {
                    call.acts().write(call.at(0), Manner.EDIT, data);
                }
                yield Thing.of("text", data);
            }
        };
    }

    private Data list(Thing where) {
        Data data = Data.NONE;
        for (Place place : call.acts().places(where, World.Use.READ)) {
            call.acts().add(new Effect.Read(place, call.acts().span()));
            data = data.with(Data.of(new Source.Names(place)));
        }
        return data;
    }

    /// Names below a directory, or those that a pattern stands for.
    private static Value below(Thing base) {
        String text = base.asText().prefix();
        int star = -1;
        for (int i = 0; i < text.length() && star < 0; i++) {
            star = "*?[".indexOf(text.charAt(i)) >= 0 ? i : -1;
        }
        if (star >= 0) {
            String end = text.substring(Math.max(text.lastIndexOf('*'), text.lastIndexOf(']')) + 1);
            return new Value.Partial(
                    text.substring(0, star), end, "names that `" + text + "` stands for");
        }
        boolean slash = text.isEmpty() || text.endsWith("/");
        return new Value.Partial(
                base.text().isPresent() && !slash ? text + "/" : text,
                "",
                "names below `" + text + "`");
    }

    private Thing open(Thing file, Thing how) {
        Thing mode = call.named().getOrDefault("mode", how);
        String text =
                mode.is("none")
                        ? "r"
                        : mode.is("constant") || mode.text().isEmpty() && !mode.is("opaque")
                                ? "r"
                                : mode.text().orElse("?");
        if (file.is("opaque")
                && !file.data().sources().isEmpty()
                && file.data().sources().stream().allMatch(s -> s instanceof Source.Network)) {
            return Thing.of("file", file.data());
        }
        Data data = Data.NONE;
        if (text.startsWith("r") || text.indexOf('+') >= 0 || text.equals("?") || text.isEmpty()) {
            data = call.acts().read(file);
        }
        Value value = file.asText();
        Manner manner =
                text.startsWith("a")
                        ? Manner.APPEND
                        : text.startsWith("r") ? Manner.EDIT : Manner.CREATE;
        boolean writes =
                text.startsWith("w")
                        || text.startsWith("x")
                        || text.startsWith("a")
                        || text.indexOf('+') >= 0
                        || text.equals("?");
        if (writes) {
            call.acts().write(file, manner, Data.NONE);
        }
        return new Thing(
                "file",
                value,
                data,
                List.of(Thing.text(writes ? manner.name() : "")),
                List.of(),
                Optional.empty());
    }

    /// Puts data into a file or a connection that is open; else it is printed.
    void writeTo(Thing file, Data data) {
        if (file.is("socket")
                || file.data().sources().stream()
                                .anyMatch(source -> source instanceof Source.Network)
                        && !file.is("file")) {
            call.acts()
                    .send(
                            Ends.endpointOf(file.data()).orElse(Ends.nowhere("tcp", "")),
                            "send",
                            data);
        } else if (file.is("file")
                && !file.items().isEmpty()
                && !file.items().getFirst().text().orElse("").isEmpty()) {
            call.acts()
                    .write(
                            Thing.of("path", file.value(), Data.NONE),
                            Manner.valueOf(file.items().getFirst().text().get()),
                            data);
        } else if (file.is("file")
                && file.value().known().filter(t -> t.equals("/dev/stdin")).isEmpty()) {
            call.acts().write(Thing.of("path", file.value(), Data.NONE), Manner.EDIT, data);
        } else {
            call.acts().print(data);
        }
    }

    private Thing move(Thing from, Thing to) {
        Place target = call.acts().places(to, World.Use.CREATE).getFirst();
        call.acts()
                .places(from, World.Use.DELETE)
                .forEach(place ->
                        call.acts().add(new Effect.Move(place, target, call.acts().span())));
        return Thing.of("path", to.asText(), Data.NONE);
    }

    private void unpack(Thing into, Data data) {
        Thing folder = into.is("none") || into.isNone() ? Thing.text(".") : into;
        call.acts().write(Thing.of("path", below(folder), Data.NONE), Manner.CREATE, data);
    }

    /// A directory with the pattern that names in it are held against.
    private Thing matched(Thing directory) {
        if (!call.row().word(1).endsWith("glob") || call.arguments().isEmpty()) {
            return directory;
        }
        Thing deep =
                call.row().word(1).equals("rglob")
                        ? Paths.join(directory, Thing.text("**"))
                        : directory;
        return Paths.join(deep, call.arguments().getFirst());
    }
}
