package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Effect.Write.Manner;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Does what PowerShell's cmdlets about items do: files, and what drives like `HKLM:` and `Env:` hold.
///
/// Source: PowerShell 7.4, about_Providers, about_Registry_Provider, about_Environment_Provider.
record ItemCalls(Given call) {
    private static final List<String> STARTS =
            List.of("currentversion\\run", "winlogon", "image file execution", "\\services\\");
    private static final List<String> PROTECTS =
            List.of("defender", "policies", "firewall", "lsa", "uac", "enablelua", "amsi");

    Thing perform(Verb.OfItems verb) {
        return switch (verb) {
            case GET_CONTENT -> {
                Data data = call.at(0).is("none") ? call.all() : read(call.at(0));
                yield Thing.of("text", Value.unknown("what is read"), data.changed());
            }
            case SEARCH -> {
                Thing where = call.at(0);
                yield Thing.derived(call.all().with(where.is("none") ? Data.NONE : read(where)));
            }
            case SAME_ITEM -> {
                read(call.at(0), false);
                yield call.place(call.at(0));
            }
            case GET_ITEMS -> listed(call.at(0).is("none") ? Thing.text(".") : call.at(0));
            case SET_CONTENT -> {
                boolean appends = call.named().containsKey("append");
                Manner manner =
                        appends
                                ? Manner.APPEND
                                : Manner.valueOf(call.row().word(2).toUpperCase(Locale.ROOT));
                Thing what = call.at(1);
                each(call.at(0), "set", file -> call.acts().write(file, manner, what.data()));
                yield what;
            }
            case SET_ITEM -> {
                each(
                        call.at(0),
                        "set",
                        file -> call.acts().write(file, Manner.CREATE, call.at(1).data()));
                yield Thing.derived(Data.NONE);
            }
            case NEW_ITEM -> create();
            case COPY_ITEM -> {
                Thing to = call.at(1).is("none") ? Thing.text(".") : call.at(1);
                each(
                        call.at(0),
                        "copy",
                        file -> {
                            Data data = call.acts().read(file);
                            each(to, "set", at -> call.acts().write(at, Manner.CREATE, data));
                        });
                yield call.place(to);
            }
            case MOVE_ITEM -> {
                each(call.at(0), "delete", file -> move(file, call.place(call.at(1))));
                yield call.place(call.at(1));
            }
            case RENAME_ITEM -> {
                each(
                        call.at(0),
                        "rename",
                        file -> move(file, Paths.join(Paths.parent(file, "path"), call.at(1))));
                yield Thing.derived(Data.NONE);
            }
            case REMOVE_ITEM, REMOVE_TREE -> {
                boolean tree =
                        verb == Verb.OfItems.REMOVE_TREE || call.named().containsKey("recurse");
                each(call.at(0), "delete", file -> call.acts().delete(file, tree));
                yield Thing.derived(Data.NONE);
            }
            case ITEM_PROPERTY -> {
                each(
                        call.at(0),
                        "property",
                        file -> call.acts().write(file, Manner.EDIT, Data.NONE));
                yield Thing.derived(Data.NONE);
            }
            case ITEM_RIGHTS -> {
                each(call.at(0), "rights", this::rights);
                yield Thing.derived(Data.NONE);
            }
            case CHANGE_PLACE -> {
                Thing there = call.at(0).is("none") ? Thing.of("text") : call.place(call.at(0));
                call.acts().enter(there);
                yield Thing.derived(Data.NONE);
            }
            case COMPRESS -> {
                Data data = read(call.at(0));
                each(call.at(1), "set", file -> call.acts().write(file, Manner.CREATE, data));
                yield Thing.derived(data);
            }
            case EXPAND_FILES -> {
                Data data = read(call.at(0));
                Thing into = call.at(1).is("none") ? Thing.text(".") : call.place(call.at(1));
                call.acts().write(below(into), Manner.CREATE, data);
                yield Thing.derived(data);
            }
            case JOIN_PATH -> {
                Thing joined = call.place(call.at(0));
                for (Thing part : call.arguments().subList(1, call.arguments().size())) {
                    joined = part.is("none") ? joined : Paths.join(joined, call.place(part));
                }
                yield joined;
            }
            case SPLIT_PATH -> {
                boolean part =
                        call.named().keySet().stream()
                                .anyMatch(
                                        each -> !each.equals("parent") && !each.equals("resolve"));
                yield part
                        ? call.named().containsKey("leaf")
                                ? Paths.base(call.place(call.at(0)))
                                : Thing.of("text", call.all())
                        : Paths.parent(call.place(call.at(0)), "path");
            }
        };
    }

    private void rights(Thing file) {
        call.acts()
                .places(file, World.Use.CHANGE)
                .forEach(place ->
                        call.acts()
                                .add(new Effect.SetMode(place, "acl", false, call.acts().span())));
    }

    private void move(Thing from, Thing to) {
        Place target = call.acts().places(to, World.Use.CREATE).getFirst();
        call.acts()
                .places(from, World.Use.DELETE)
                .forEach(place ->
                        call.acts().add(new Effect.Move(place, target, call.acts().span())));
    }

    /// `New-Item -ItemType SymbolicLink -Path a -Target b`, and files and directories.
    private Thing create() {
        Thing name = call.arguments().size() > 1 ? call.at(1) : Thing.of("none");
        Thing base = call.at(0).is("none") ? Thing.text(".") : call.at(0);
        Thing item =
                name.is("none") ? call.place(base) : Paths.join(call.place(base), call.place(name));
        Thing type = call.named().getOrDefault("itemtype", Thing.text("file"));
        Thing value = call.named().getOrDefault("value", Thing.of("none"));
        String kind = type.text().orElse("").toLowerCase(Locale.ROOT);
        if (kind.endsWith("link") || kind.equals("junction")) {
            Place target = call.acts().places(call.place(value), World.Use.READ).getFirst();
            call.acts()
                    .places(item, World.Use.CREATE)
                    .forEach(place ->
                            call.acts()
                                    .add(new Effect.Link(place, target, true, call.acts().span())));
        } else {
            boolean fresh = call.named().containsKey("force") && !kind.startsWith("d");
            Manner manner = fresh ? Manner.CREATE : Manner.APPEND;
            each(item, "set", file -> call.acts().write(file, manner, value.data()));
        }
        return item;
    }

    private Data read(Thing thing) {
        return read(thing, true);
    }

    private Data read(Thing thing, boolean content) {
        Data data = Data.NONE;
        for (Thing each : items(thing)) {
            String drive = drive(each);
            if (drive.equals("env")) {
                data = data.with(environment(each));
            } else if (drive.isEmpty() && content) {
                data = data.with(call.acts().read(call.place(each)));
            }
        }
        return data;
    }

    private static Data environment(Thing each) {
        String name = each.asText().prefix().substring(4).replace("\\", "").replace("/", "");
        boolean one = each.text().isPresent() && !name.isEmpty() && name.indexOf('*') < 0;
        return Data.of(one ? new Source.Variable(name) : new Source.Environment());
    }

    private Thing listed(Thing where) {
        Data data = Data.NONE;
        var names = new ArrayList<Thing>();
        for (Thing each : items(where)) {
            if (drive(each).equals("env")) {
                data = data.with(environment(each));
            } else if (drive(each).isEmpty()) {
                Thing base = call.place(each);
                for (Place place : call.acts().places(base, World.Use.READ)) {
                    call.acts().add(new Effect.Read(place, call.acts().span()));
                    data = data.with(Data.of(new Source.Names(place)));
                }
                names.add(below(base));
            }
        }
        Thing one = names.stream().reduce(Thing::or).orElse(Thing.OPAQUE);
        return Thing.many(one.with(data));
    }

    private static Thing below(Thing base) {
        String text = base.asText().prefix();
        boolean slash = text.isEmpty() || text.endsWith("/") || base.text().isEmpty();
        Value names =
                new Value.Partial(slash ? text : text + "/", "", "names below `" + text + "`");
        return Thing.of("path", names, Data.NONE);
    }

    /// Does something with each file; what lies on another drive is changed there.
    private void each(Thing things, String operation, Consumer<Thing> file) {
        for (Thing thing : items(things)) {
            switch (drive(thing)) {
                case "" -> file.accept(call.place(thing));
                case "registry" -> registry(operation, thing.asText().prefix());
                case "cert", "wsman", "ad", "iis", "sqlserver" ->
                        call.acts()
                                .add(
                                        new Effect.Administer(
                                                drive(thing),
                                                operation,
                                                thing.asText().prefix(),
                                                Effect.Administer.Gravity.CHANGE,
                                                call.acts().span()));
                case "env" ->
                        call.acts()
                                .export(
                                        thing.asText().prefix().substring(4),
                                        call.arguments().size() > 1 ? call.at(1) : Thing.text(""));
                default -> {}
            }
        }
    }

    private void registry(String operation, String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        if (!operation.equals("delete") && STARTS.stream().anyMatch(lower::contains)) {
            call.acts().add(new Effect.Persist("login item", key, call.acts().span()));
            return;
        }
        Effect.Administer.Gravity gravity =
                PROTECTS.stream().anyMatch(lower::contains)
                        ? Effect.Administer.Gravity.WEAKEN
                        : operation.equals("delete")
                                ? Effect.Administer.Gravity.DESTROY
                                : Effect.Administer.Gravity.CHANGE;
        call.acts()
                .add(
                        new Effect.Administer(
                                "registry", operation, key, gravity, call.acts().span()));
    }

    /// Each of several, or what stands for any of them.
    static List<Thing> items(Thing thing) {
        return thing.is("list") || thing.is("many")
                ? thing.items().stream().flatMap(each -> items(each).stream()).toList()
                : List.of(thing);
    }

    /// The drive that holds an item; empty: it is a file.
    private static String drive(Thing thing) {
        String text = thing.asText().prefix().toLowerCase(Locale.ROOT);
        int colon = text.indexOf(':');
        String drive = colon < 0 ? "" : text.substring(0, colon);
        return switch (drive) {
            case "hklm", "hkcu", "hkcr", "hku", "hkcc", "registry" -> "registry";
            case "env",
                    "function",
                    "variable",
                    "alias",
                    "cert",
                    "wsman",
                    "ad",
                    "iis",
                    "sqlserver" ->
                    drive;
            default -> drive.startsWith("microsoft.powershell.core\\registry") ? "registry" : "";
        };
    }

    /// What is known of a text.
    static Optional<String> said(Thing thing) {
        return thing.is("constant") ? thing.value().known() : thing.text();
    }
}
