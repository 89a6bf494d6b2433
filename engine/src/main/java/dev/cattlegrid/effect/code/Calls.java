package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Effect.Write.Manner;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Endpoints;
import dev.cattlegrid.effect.program.Invocation;
import dev.cattlegrid.effect.program.Outcome;
import dev.cattlegrid.effect.program.Sql;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Command;
import dev.cattlegrid.shell.Parsed;
import dev.cattlegrid.shell.Parser;
import dev.cattlegrid.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Does what a row of an [Api] says.
///
/// Arguments are counted from 0; `self` is what a method is called on. An argument that is only given by name counts
/// after those that are given by place.
final class Calls {
    private static final Set<String> READS =
            Set.of(
                    "sh", "bash", "zsh", "dash", "ksh", "ash", "fish", "python", "python3", "node",
                    "perl", "ruby");

    private final Machine machine;
    private final Acts acts;
    private List<Thing> given = List.of();
    private Map<String, Thing> named = Map.of();
    private Thing self = Thing.OPAQUE;
    private Data all = Data.NONE;

    Calls(Machine machine) {
        this.machine = machine;
        this.acts = machine.acts();
    }

    Thing perform(String name, List<Thing> arguments, Map<String, Thing> byName, Thing of) {
        Api.Row row = machine.api().row(name).orElse(new Api.Row("unread", List.of(), ""));
        given = arguments;
        named = byName;
        self = of;
        all =
                of.data()
                        .with(Thing.dataOf(arguments))
                        .with(Thing.dataOf(List.copyOf(byName.values())));
        Thing result = perform(row, name);
        return row.gives().isEmpty()
                        || row.verb().equals("list")
                        || result.type().equals(row.gives())
                ? result
                : result.as(row.gives());
    }

    private Thing at(Api.Row row, int index) {
        return at(row.number(index));
    }

    private Thing at(int number) {
        if (number < 0) {
            return self;
        }
        if (number < given.size()) {
            return given.get(number);
        }
        for (String name : NAMES) {
            Thing thing = named.get(name);
            if (thing != null && number == given.size()) {
                return thing;
            }
        }
        return Thing.of("none");
    }

    private static final List<String> NAMES =
            List.of(
                    "path",
                    "file",
                    "filename",
                    "src",
                    "url",
                    "args",
                    "cmd",
                    "command",
                    "name",
                    "mode",
                    "dst",
                    "address");

    private static Value text(Thing thing) {
        return Machine.asText(thing);
    }

    private Thing derived(Data data) {
        return Thing.of("opaque", data);
    }

    private Thing perform(Api.Row row, String name) {
        return switch (row.verb()) {
            case "pure" -> derived(all);
            case "derived" -> derived(at(row, 0).data().with(all));
            case "same" -> {
                Thing thing = at(row, 0);
                yield thing.isText()
                                || thing.is("socket")
                                || thing.is("database")
                                || thing.is("server")
                                || thing.is("file")
                        ? thing
                        : Thing.of("text", text(thing), thing.data());
            }
            case "open" -> open(at(row, 0), at(row, 1));
            case "openfd" -> {
                acts.write(at(row, 0), Manner.EDIT, Data.NONE);
                yield Thing.of("file", text(at(row, 0)), acts.read(at(row, 0)));
            }
            case "read" -> derived(acts.read(at(row, 0)));
            case "readinto" -> derived(self.data().with(acts.read(at(row, 0))));
            case "write" -> {
                acts.write(
                        at(row, 0),
                        Manner.CREATE,
                        row.words().size() > 1 ? at(row, 1).data() : Data.NONE);
                yield derived(Data.NONE);
            }
            case "append" -> {
                acts.write(
                        at(row, 0),
                        Manner.APPEND,
                        row.words().size() > 1 ? at(row, 1).data() : Data.NONE);
                yield derived(Data.NONE);
            }
            case "edit" -> {
                acts.write(at(row, 0), Manner.EDIT, Data.NONE);
                yield derived(Data.NONE);
            }
            case "mkdir" -> {
                acts.write(at(row, 0), Manner.CREATE, Data.NONE);
                yield derived(Data.NONE);
            }
            case "writeself" -> {
                writeSelf(at(row, 0).data());
                yield derived(Data.NONE);
            }
            case "writeto" -> {
                self = at(row, 0);
                writeSelf(at(row, 1).data());
                yield derived(Data.NONE);
            }
            case "writefd" -> {
                acts.print(at(row, 1).data());
                yield derived(Data.NONE);
            }
            case "delete", "delete-tree" -> {
                boolean tree =
                        row.verb().equals("delete-tree")
                                || named.containsKey("recursive")
                                || given.stream()
                                        .anyMatch(each -> each.keys().contains("recursive"));
                acts.delete(at(row, 0), tree);
                yield derived(Data.NONE);
            }
            case "move" -> move(at(row, 0), at(row, 1));
            case "copy" -> {
                Data data = acts.read(at(row, 0));
                acts.write(at(row, 1), Manner.CREATE, data);
                yield Thing.of("text", text(at(row, 1)), Data.NONE);
            }
            case "mode" -> {
                String mode = Machine.asText(at(row, 1)).prefix();
                acts.places(at(row, 0), World.Use.CHANGE)
                        .forEach(place ->
                                acts.add(new Effect.SetMode(place, mode, false, acts.span())));
                yield derived(Data.NONE);
            }
            case "link" -> {
                Place target = acts.places(at(row, 0), World.Use.READ).getFirst();
                acts.places(at(row, 1), World.Use.CREATE)
                        .forEach(place ->
                                acts.add(new Effect.Link(place, target, true, acts.span())));
                yield derived(Data.NONE);
            }
            case "archive" -> {
                Thing folder =
                        given.size() > 2
                                ? given.get(2)
                                : named.getOrDefault("root_dir", Thing.text("."));
                Data data = acts.read(folder);
                acts.write(
                        Thing.of(
                                "text",
                                new Value.Partial(text(at(row, 0)).prefix(), "", "an archive"),
                                Data.NONE),
                        Manner.CREATE,
                        data);
                yield derived(data);
            }
            case "unpack" -> {
                Data data = acts.read(at(row, 0));
                unpack(at(row, 1), data);
                yield derived(data);
            }
            case "unpackself" -> {
                unpack(
                        given.isEmpty()
                                ? named.getOrDefault("path", Thing.text("."))
                                : given.getLast(),
                        self.data());
                yield derived(self.data());
            }
            case "list" -> {
                Thing where = at(row, 0);
                Thing base = matched(row, where.is("none") ? Thing.text(".") : where);
                Data data = list(base);
                Value each =
                        row.word(1).equals("names")
                                ? Value.unknown("a name in a directory")
                                : below(base);
                yield new Thing(
                                "many",
                                each,
                                data,
                                List.of(Thing.of(row.gives(), each, data)),
                                List.of(),
                                Optional.empty())
                        .as("many");
            }
            case "walk" -> {
                Data data = list(at(row, 0));
                Thing root = Thing.of("text", below(at(row, 0)), data);
                Thing names = Thing.many(Thing.of("text", data));
                yield Thing.many(Thing.list(List.of(root, names, names)));
            }
            case "joins" -> joins(given);
            case "joinself" -> {
                var parts = new ArrayList<Thing>();
                parts.add(self);
                parts.addAll(given);
                yield joins(parts);
            }
            case "sibling" -> {
                Thing parent = Paths.parent(self, "path");
                yield Thing.of(
                        "path",
                        new Value.Partial(parent.value().prefix(), "", "a name beside another"),
                        all);
            }
            case "parent" -> Paths.parent(at(row, 0), "text");
            case "base" -> Paths.base(at(row, 0));
            case "expand" -> expand(at(row, 0));
            case "vars" ->
                    at(row, 0).text().filter(t -> t.indexOf('$') < 0).isPresent()
                            ? at(row, 0)
                            : derived(all);
            case "home" -> Thing.of("path", Value.exact(acts.call().world().home()), Data.NONE);
            case "cwd" ->
                    Thing.of(
                            "path",
                            acts.directory().isEmpty()
                                    ? Value.unknown("the working directory")
                                    : Value.exact(acts.directory()),
                            Data.NONE);
            case "temp" -> {
                Value place = new Value.Partial("/tmp/", "", "a new name");
                yield Thing.of("path", place, Data.NONE);
            }
            case "chdir" -> {
                acts.enter(at(row, 0));
                yield derived(Data.NONE);
            }
            case "script" ->
                    started(acts.opener().script(acts.arg(at(row, 0)), List.of(), acts.call()));
            case "process" -> process(at(row, 0));
            case "words" ->
                    started(
                            acts.opener()
                                    .command(
                                            args(
                                                    given.subList(
                                                            Math.min(row.number(0), given.size()),
                                                            given.size())),
                                            acts.call()));
            case "named-words" -> {
                int from = Math.min(row.number(0), given.size());
                var words = new ArrayList<>(args(given.subList(from, given.size())));
                if (words.size() > 1) {
                    words.remove(1);
                }
                yield started(acts.opener().command(words, acts.call()));
            }
            case "split" -> split(at(row, 0));
            case "character" ->
                    text(at(row, 0))
                            .known()
                            .filter(digits -> digits.matches("[0-9]{1,6}"))
                            .map(Integer::parseInt)
                            .filter(Character::isValidCodePoint)
                            .map(code -> Thing.text(Character.toString(code)))
                            .orElseGet(() -> Thing.of("text", all));
            case "base64", "hexadecimal" ->
                    at(row, 0)
                            .text()
                            .flatMap(text -> Decoded.of(row.verb(), text))
                            .map(Thing::text)
                            .orElseGet(() -> Thing.of("text", all));
            case "exec" -> {
                Thing list = at(row, 1);
                var words = new ArrayList<Arg>();
                words.add(acts.arg(at(row, 0)));
                List<Arg> rest = listArgs(list);
                words.addAll(rest.isEmpty() ? rest : rest.subList(1, rest.size()));
                yield started(acts.opener().command(words, acts.call()));
            }
            case "argv" -> {
                var words = new ArrayList<Arg>();
                words.add(acts.arg(at(row, 0)));
                words.addAll(listArgs(at(row, 1)));
                boolean shell = given.stream().anyMatch(each -> each.keys().contains("shell"));
                yield started(
                        shell
                                ? acts.opener().script(line(words), List.of(), acts.call())
                                : acts.opener().command(words, told(words, acts.call())));
            }
            case "command-of" -> {
                var words = new ArrayList<Arg>();
                words.add(acts.arg(at(row, 0)));
                Thing options = at(row, 1);
                int args = options.keys().lastIndexOf("args");
                if (args >= 0) {
                    words.addAll(listArgs(options.items().get(args)));
                }
                yield started(acts.opener().command(words, acts.call()));
            }
            case "first" -> at(row, 0);
            case "feed" -> derived(all);
            case "env" ->
                    acts.variable(at(row, 0))
                            .with(given.size() > 1 ? given.get(1).data() : Data.NONE);
            case "environment" -> Thing.of("keyed", Data.of(new Source.Environment()));
            case "signal" -> {
                if (self.is("process")) {
                    yield derived(all);
                }
                String target = at(row, 0).is("constant") ? text(at(row, 0)).prefix() : "?";
                acts.add(
                        new Effect.Signal(
                                target.equals("-1") || target.equals("1")
                                        ? Effect.Signal.Whom.ALL
                                        : Effect.Signal.Whom.NAMED,
                                target,
                                text(at(row, 1)).prefix(),
                                acts.span()));
                yield derived(Data.NONE);
            }
            case "fork" -> {
                acts.unknown(
                        new Gap.Unread("what the process that `" + name + "` starts does"),
                        Bound.ANYTHING);
                if (machine.isEndless()) {
                    acts.add(
                            new Effect.Administer(
                                    "processes",
                                    "fork bomb",
                                    "",
                                    Effect.Administer.Gravity.DESTROY,
                                    acts.span()));
                }
                yield derived(Data.NONE);
            }
            case "dup" -> {
                endpointOf(all).ifPresent(acts::handOver);
                yield derived(all);
            }
            case "administer" -> {
                acts.unknown(new Gap.Unread("`" + name + "`"), Bound.ANYTHING);
                yield derived(all);
            }
            case "elevate" -> {
                acts.add(new Effect.Elevate(text(at(row, 0)).prefix(), false, acts.span()));
                yield derived(Data.NONE);
            }
            case "make" ->
                    new Thing(
                            row.gives(),
                            given.isEmpty() ? Value.exact("") : text(given.getFirst()),
                            all,
                            List.of(),
                            List.of(),
                            Optional.empty());
            case "connect" -> connect(at(row, 0));
            case "connectto" -> connect(Thing.list(List.of(at(row, 0), at(row, 1))));
            case "bind" -> bind(at(row, 0), row.gives());
            case "serve" -> {
                Thing options = at(row, 0);
                int host = options.keys().indexOf("hostname");
                int number = options.keys().indexOf("port");
                String port = number < 0 ? "8000" : text(options.items().get(number)).prefix();
                acts.add(
                        new Effect.Listen(
                                host < 0 ? "0.0.0.0" : text(options.items().get(host)).prefix(),
                                port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0,
                                acts.span()));
                yield derived(Data.NONE);
            }
            case "listen" -> {
                String port = text(at(row, 0)).prefix();
                String host = at(row, 1).isText() ? text(at(row, 1)).prefix() : "0.0.0.0";
                boolean digits =
                        !port.isEmpty()
                                && port.length() < 6
                                && port.chars().allMatch(Character::isDigit);
                acts.add(new Effect.Listen(host, digits ? Integer.parseInt(port) : 0, acts.span()));
                yield derived(Data.NONE);
            }
            case "sendself" -> {
                acts.send(endpointOf(self.data()).orElse(host(self)), "send", at(row, 0).data());
                yield derived(all);
            }
            case "sendto" -> {
                acts.send(endpoint(at(row, 1)), "send", at(row, 0).data());
                yield derived(all);
            }
            case "recv" -> {
                Endpoint end = endpointOf(self.data()).orElse(host(self));
                acts.receive(end);
                yield derived(self.data().with(Data.of(new Source.Network(end))));
            }
            case "accept" -> {
                Thing peer =
                        Thing.of(
                                "socket",
                                Data.of(new Source.Network(nowhere("tcp", "who connects"))));
                yield Thing.list(List.of(peer, Thing.OPAQUE)).as("list");
            }
            case "lookup" -> {
                acts.send(Endpoints.of(text(at(row, 0)), "dns"), "lookup", at(row, 0).data());
                yield derived(Data.NONE);
            }
            case "http" ->
                    http(
                            row.word(0),
                            at(Integer.parseInt(row.word(1))),
                            method(row),
                            bodyless(row.word(0)));
            case "fetch" -> fetch(at(row, 0), given.size() > 1 ? given.get(1) : Thing.of("none"));
            case "urlopen" -> urlopen(at(row, 0), at(row, 1));
            case "retrieve" -> {
                Thing url = at(row, 0);
                Thing response = http("GET", url, "GET", true);
                Thing file =
                        at(row, 1).is("none")
                                ? Thing.of(
                                        "text",
                                        new Value.Partial("./", "", "a downloaded file"),
                                        Data.NONE)
                                : at(row, 1);
                acts.write(file, Manner.CREATE, response.data());
                yield file;
            }
            case "request" -> {
                Thing url = at(row, 0);
                boolean body =
                        !at(row, 1).is("none") && !isNone(at(row, 1)) || named.containsKey("data");
                String method =
                        named.containsKey("method")
                                ? text(named.get("method")).prefix()
                                : body ? "POST" : "GET";
                yield new Thing(
                        "request",
                        text(url),
                        all,
                        List.of(Thing.text(method)),
                        List.of(),
                        Optional.empty());
            }
            case "addself" -> derived(all);
            case "connection" -> {
                Endpoint end = host(self);
                String method = text(at(row, 0)).known().orElse("?").toUpperCase(Locale.ROOT);
                acts.send(end, method, all);
                acts.receive(end);
                yield derived(all);
            }
            case "speak" -> {
                Endpoint end = host(self);
                acts.add(new Effect.Speak("email", end.host(), acts.span()));
                acts.send(end, "mail", all);
                yield derived(Data.NONE);
            }
            case "remoteself" -> {
                acts.add(
                        new Effect.Remote(
                                "ftp",
                                row.word(0),
                                host(self).host(),
                                Effect.Remote.Change.DESTROY,
                                false,
                                acts.span()));
                yield derived(Data.NONE);
            }
            case "sqlite" -> {
                Thing file = at(row, 0);
                if (file.text().filter(t -> t.equals(":memory:") || t.isEmpty()).isEmpty()) {
                    acts.read(unwrapped(file));
                }
                yield Thing.of("database", text(file), Data.NONE);
            }
            case "server" -> Thing.of("server", Value.exact(""), all);
            case "query" -> query(at(row, 0));
            case "sql" -> sql(at(row, 0));
            case "load" -> {
                acts.unknown(
                        new Gap.Unread("what `" + name + "` loads, which can run anything"),
                        Bound.ANYTHING);
                yield derived(all);
            }
            case "unread" -> {
                acts.unknown(new Gap.Unread("`" + name + "`"), Bound.ANYTHING);
                yield derived(all);
            }
            case "eval" -> {
                Thing code = at(row, 0);
                if (code.text().isPresent()
                        && !name.startsWith("runpy")
                        && code.text().get().length() < 65_536) {
                    machine.run(code.text().get());
                } else {
                    acts.unknown(
                            new Gap.Unread("the code that `" + name + "` runs"), Bound.ANYTHING);
                }
                yield derived(all);
            }
            case "import" -> {
                Thing module = at(row, 0);
                if (module.text().isEmpty()) {
                    acts.unknown(
                            new Gap.Unread("a module whose name the code works out"),
                            Bound.ANYTHING);
                    yield Thing.of("unclear");
                }
                machine.value(new Node.Import(module.text().get(), "", "imported here"));
                yield machine.value(new Node.Name("imported here"));
            }
            case "getattr" -> {
                Thing member = at(row, 1);
                if (member.text().isEmpty()) {
                    boolean harmless =
                            self.is("opaque")
                                    || at(row, 0).is("opaque")
                                    || at(row, 0).type().startsWith("user:")
                                    || at(row, 0).is("foreign");
                    if (!harmless) {
                        acts.unknown(
                                new Gap.UnknownValue("an attribute whose name the code works out"),
                                Bound.ANYTHING);
                        yield Thing.of("unclear");
                    }
                    yield derived(all);
                }
                yield machine.attribute(at(row, 0), new Node.Constant(""), member.text().get());
            }
            case "namespace" -> Thing.of("namespace");
            case "stdin" -> derived(acts.call().stdin());
            case "fileinput" -> {
                Data data = given.isEmpty() ? acts.call().stdin() : acts.read(at(row, 0));
                if (named.containsKey("inplace")) {
                    acts.write(at(row, 0), Manner.EDIT, data);
                }
                yield Thing.of("text", data);
            }
            case "print" -> {
                if (named.get("file") instanceof Thing file
                        && (file.is("file") || file.is("socket"))) {
                    self = file;
                    writeSelf(Thing.dataOf(given));
                } else {
                    acts.print(all);
                }
                yield derived(Data.NONE);
            }
            case "callback" -> derived(all);
            case "vault" -> {
                acts.add(
                        new Effect.Remote(
                                name,
                                "read",
                                "",
                                Effect.Remote.Change.READ_SECRET,
                                true,
                                acts.span()));
                yield derived(Data.of(new Source.Vault(name)));
            }
            default -> {
                acts.unknown(new Gap.Unread("`" + name + "`"), Bound.ANYTHING);
                yield derived(all);
            }
        };
    }

    /// A program and its arguments with blanks between them, as a shell is given them.
    private Arg line(List<Arg> words) {
        Value text = words.getFirst().value();
        Data data = words.getFirst().data();
        for (Arg word : words.subList(1, words.size())) {
            text = Thing.join(Thing.join(text, Value.exact(" ")), word.value());
            data = data.with(word.data());
        }
        return new Arg(text, data, false, acts.span());
    }

    /// The words of a text, as a shell parts them.
    private Thing split(Thing text) {
        Optional<List<Thing>> words =
                text.text()
                        .map(Parser::parse)
                        .filter(parsed -> parsed instanceof Parsed.Tree)
                        .map(parsed -> ((Parsed.Tree) parsed).script())
                        .filter(script -> script.items().size() == 1)
                        .map(script -> script.items().getFirst().list())
                        .filter(list -> list.rest().isEmpty())
                        .map(list -> list.first().commands())
                        .filter(commands -> commands.size() == 1)
                        .map(commands -> commands.getFirst())
                        .filter(command ->
                                command instanceof Command.Simple simple
                                        && simple.redirects().isEmpty()
                                        && simple.assignments().isEmpty())
                        .map(command ->
                                ((Command.Simple) command)
                                        .words().stream().map(Word::literal).toList())
                        .filter(each -> each.stream().allMatch(Optional::isPresent))
                        .map(each ->
                                each.stream().map(word -> Thing.text(word.orElse(""))).toList());
        return words.map(Thing::list).orElseGet(() -> derived(all));
    }

    private static boolean isNone(Thing thing) {
        return thing.is("constant")
                && text(thing)
                        .known()
                        .filter(t -> t.equals("None") || t.equals("null") || t.equals("undefined"))
                        .isPresent();
    }

    /// A directory with the pattern that names in it are held against.
    private Thing matched(Api.Row row, Thing directory) {
        if (!row.word(1).endsWith("glob") || given.isEmpty()) {
            return directory;
        }
        Thing deep =
                row.word(1).equals("rglob") ? Paths.join(directory, Thing.text("**")) : directory;
        return Paths.join(deep, given.getFirst());
    }

    private Data list(Thing where) {
        Data data = Data.NONE;
        for (Place place : acts.places(where, World.Use.READ)) {
            acts.add(new Effect.Read(place, acts.span()));
            data = data.with(Data.of(new Source.Names(place)));
        }
        return data;
    }

    /// Names below a directory, or those that a pattern stands for.
    private static Value below(Thing base) {
        String text = text(base).prefix();
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

    private Thing joins(List<Thing> parts) {
        if (parts.isEmpty()) {
            return Thing.of("path", Value.exact("."), Data.NONE);
        }
        Thing path = parts.getFirst();
        path = Thing.of("path", text(path), path.data());
        for (Thing part : parts.subList(1, parts.size())) {
            path = Paths.join(path, part);
        }
        return path;
    }

    private Thing expand(Thing thing) {
        String text = text(thing).prefix();
        String home = acts.call().world().home();
        if (!text.equals("~") && !text.startsWith("~/")) {
            return text.startsWith("~") ? derived(thing.data()) : thing;
        }
        Value rest =
                thing.text().isPresent()
                        ? Value.exact(text.substring(1))
                        : new Value.Partial(text.substring(1), "", Thing.why(thing.value()));
        return Thing.of("text", Thing.join(Value.exact(home), rest), thing.data().changed());
    }

    private Thing open(Thing file, Thing how) {
        Thing mode = named.getOrDefault("mode", how);
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
            data = acts.read(file);
        }
        Value value = text(file);
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
            acts.write(file, manner, Data.NONE);
        }
        return new Thing(
                "file",
                value,
                data,
                List.of(Thing.text(writes ? manner.name() : "")),
                List.of(),
                Optional.empty());
    }

    private void writeSelf(Data data) {
        if (self.is("socket")
                || self.data().sources().stream()
                                .anyMatch(source -> source instanceof Source.Network)
                        && !self.is("file")) {
            acts.send(endpointOf(self.data()).orElse(nowhere("tcp", "")), "send", data);
        } else if (self.is("file")
                && !self.items().isEmpty()
                && !self.items().getFirst().text().orElse("").isEmpty()) {
            acts.write(
                    Thing.of("path", self.value(), Data.NONE),
                    Manner.valueOf(self.items().getFirst().text().get()),
                    data);
        } else if (self.is("file")
                && self.value().known().filter(t -> t.equals("/dev/stdin")).isEmpty()) {
            acts.write(Thing.of("path", self.value(), Data.NONE), Manner.EDIT, data);
        } else {
            acts.print(data);
        }
    }

    private Thing move(Thing from, Thing to) {
        Place target = acts.places(to, World.Use.CREATE).getFirst();
        acts.places(from, World.Use.DELETE)
                .forEach(place -> acts.add(new Effect.Move(place, target, acts.span())));
        return Thing.of("path", text(to), Data.NONE);
    }

    private void unpack(Thing into, Data data) {
        Thing folder = into.is("none") || isNone(into) ? Thing.text(".") : into;
        acts.write(Thing.of("path", below(folder), Data.NONE), Manner.CREATE, data);
    }

    private Thing process(Thing command) {
        Thing shell = named.get("shell");
        boolean byShell =
                shell != null
                        && !(shell.is("constant")
                                && text(shell)
                                        .known()
                                        .filter(t ->
                                                t.equals("False")
                                                        || t.equals("None")
                                                        || t.equals("0"))
                                        .isPresent());
        if (named.get("executable") instanceof Thing program) {
            acts.include(acts.opener().command(List.of(acts.arg(program)), acts.call()));
        }
        Thing given = named.get("input");
        Data input =
                given == null
                        ? acts.call().stdin()
                        : new Data(given.data().sources(), given.text());
        Invocation call = given == null ? acts.call() : acts.call().fed(input);
        if (byShell) {
            Thing text =
                    command.is("list") && !command.items().isEmpty()
                            ? command.items().getFirst()
                            : command;
            return started(acts.opener().script(acts.arg(text), List.of(), call));
        }
        List<Arg> words =
                command.is("list") || command.is("many") ? listArgs(command) : single(command);
        boolean piped = given == null && named.containsKey("stdin");
        Outcome outcome = acts.opener().command(words, piped ? told(words, call) : call);
        return started(outcome).with(input.changed());
    }

    /// A shell alone does what it is told over its standard input, by code that is not followed so far.
    private static Invocation told(List<Arg> words, Invocation call) {
        boolean alone =
                words.size() == 1
                        && words.getFirst()
                                .text()
                                .filter(name ->
                                        READS.contains(name.substring(name.lastIndexOf('/') + 1)))
                                .isPresent();
        return alone ? call.fed(Data.of(new Source.Program("code"))) : call;
    }

    /// A program given as one text is one word; a list that is not known is any words.
    private List<Arg> single(Thing command) {
        Value value = text(command);
        boolean split = !command.isText();
        return List.of(new Arg(value, command.data(), split, acts.span()));
    }

    private Thing started(Outcome outcome) {
        Data output = acts.include(outcome);
        return new Thing(
                "process",
                Value.unknown("what a program prints"),
                output.changed(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private List<Arg> args(List<Thing> things) {
        return things.stream()
                .filter(each -> !each.is("keyed") && !each.is("environment"))
                .map(acts::arg)
                .toList();
    }

    private List<Arg> listArgs(Thing list) {
        if (list.is("list")) {
            return list.items().stream().map(acts::arg).toList();
        }
        if (list.is("none") || list.is("keyed")) {
            return List.of();
        }
        return List.of(
                new Arg(
                        Value.unknown("a list that the code works out"),
                        list.data(),
                        true,
                        acts.span()));
    }

    private static Endpoint nowhere(String scheme, String written) {
        return new Endpoint(scheme, "", 0, Endpoint.Scope.UNKNOWN, written);
    }

    private static Optional<Endpoint> endpointOf(Data data) {
        return data.sources().stream()
                .flatMap(source ->
                        source instanceof Source.Network(var end)
                                ? java.util.stream.Stream.of(end)
                                : java.util.stream.Stream.empty())
                .findFirst();
    }

    private static Endpoint host(Thing thing) {
        return thing.value().prefix().isEmpty()
                ? nowhere("tcp", "")
                : Endpoints.of(thing.value(), "https");
    }

    /// `("host", 443)`
    private static Endpoint endpoint(Thing address) {
        if (address.is("list") && address.items().size() >= 2) {
            Endpoint host = Endpoints.of(text(address.items().getFirst()), "tcp");
            String port = text(address.items().get(1)).prefix();
            boolean digits =
                    !port.isEmpty()
                            && port.length() < 6
                            && port.chars().allMatch(Character::isDigit);
            return new Endpoint(
                    "tcp",
                    host.host(),
                    digits ? Integer.parseInt(port) : 0,
                    host.scope(),
                    host.url());
        }
        return address.isText() ? Endpoints.of(text(address), "unix") : nowhere("tcp", "");
    }

    private Thing connect(Thing address) {
        Endpoint end = endpoint(address);
        acts.send(end, "connect", Data.NONE);
        Thing made = Thing.of("socket", Data.of(new Source.Network(end)));
        machine.mark(self, made);
        return made;
    }

    private Thing bind(Thing address, String gives) {
        Endpoint end = endpoint(address);
        String host =
                address.is("list")
                                && end.host().isEmpty()
                                && address.items().getFirst().text().isPresent()
                        ? "0.0.0.0"
                        : end.host();
        acts.add(new Effect.Listen(host, end.port(), acts.span()));
        return Thing.of(gives.isEmpty() ? "opaque" : gives);
    }

    private static boolean bodyless(String verb) {
        return verb.equals("GET");
    }

    private String method(Api.Row row) {
        return row.word(0).equals("?")
                ? text(at(0)).known().orElse("?").toUpperCase(Locale.ROOT)
                : row.word(0);
    }

    private Thing http(String word, Thing url, String method, boolean get) {
        Endpoint end = Endpoints.of(text(url), "https");
        boolean body =
                named.containsKey("data")
                        || named.containsKey("json")
                        || named.containsKey("files")
                        || named.containsKey("content");
        acts.send(end, get && body ? "POST" : method, all);
        acts.receive(end);
        return Thing.of(word.isEmpty() ? "opaque" : "response", Data.of(new Source.Network(end)));
    }

    private Thing urlopen(Thing url, Thing body) {
        boolean posts = !body.is("none") && !isNone(body) || named.containsKey("data");
        if (url.is("request")) {
            Endpoint end = Endpoints.of(url.value(), "https");
            String method = posts ? "POST" : url.items().getFirst().text().orElse("?");
            acts.send(end, method, all.with(url.data()));
            acts.receive(end);
            return Thing.of("response", Data.of(new Source.Network(end)));
        }
        if (text(url).prefix().startsWith("file:")) {
            String path = text(url).prefix().substring(5).replaceFirst("^//", "");
            return Thing.of(
                    "response",
                    acts.read(
                            Thing.of(
                                    "path",
                                    url.text().isPresent()
                                            ? Value.exact(path)
                                            : new Value.Partial(path, "", "a file"),
                                    Data.NONE)));
        }
        return http("response", url, posts ? "POST" : "GET", !posts);
    }

    /// `fetch(url, {method, body, headers})`, `axios.post(url, data)`.
    private Thing fetch(Thing url, Thing options) {
        Endpoint end = Endpoints.of(url.is("request") ? url.value() : text(url), "https");
        int at = options.keys().lastIndexOf("method");
        boolean body = options.keys().contains("body") || options.keys().contains("data");
        String method =
                at >= 0
                        ? options.items().get(at).text().orElse("?").toUpperCase(Locale.ROOT)
                        : body
                                ? "POST"
                                : options.is("none")
                                                || options.is("keyed")
                                                || options.body().isPresent()
                                        ? "GET"
                                        : "?";
        if (url.is("keyed")) {
            end = nowhere("https", "");
            int host =
                    Math.max(
                            Math.max(url.keys().indexOf("hostname"), url.keys().indexOf("host")),
                            url.keys().indexOf("url"));
            if (host >= 0) {
                end = Endpoints.of(text(url.items().get(host)), "https");
            }
            int verb = url.keys().indexOf("method");
            method = verb >= 0 ? url.items().get(verb).text().orElse("?") : "GET";
        }
        acts.send(end, method, all);
        acts.receive(end);
        return new Thing(
                "response",
                Value.exact(end.url()),
                Data.of(new Source.Network(end)),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /// The file of `file:PATH?mode=ro`.
    private static Thing unwrapped(Thing file) {
        Optional<String> text = file.text().filter(uri -> uri.startsWith("file:"));
        if (text.isEmpty()) {
            return file;
        }
        String path = text.get().substring("file:".length());
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        int start = 0;
        while (plain.startsWith("//", start)) {
            start++;
        }
        return Thing.of("path", Value.exact(plain.substring(start)), file.data());
    }

    /// A statement for a database file that `sqlite3.connect` was given.
    private Thing sql(Thing statement) {
        String target = self.value().prefix();
        Thing file = unwrapped(Thing.of("path", self.value(), Data.NONE));
        boolean memory = target.equals(":memory:");
        boolean readOnly =
                target.startsWith("file:")
                        && (target.contains("?mode=ro") || target.contains("&mode=ro"));
        if (statement.text().isEmpty()) {
            acts.add(
                    new Effect.Remote(
                            "sqlite",
                            "SQL",
                            target,
                            readOnly ? Effect.Remote.Change.READ : Effect.Remote.Change.UNKNOWN,
                            true,
                            acts.span()));
        } else {
            for (Sql.Statement said : Sql.statements(statement.text().get())) {
                Sql.Statement each = readOnly ? said.refused() : said;
                if (!memory) {
                    acts.add(
                            new Effect.Remote(
                                    "sqlite",
                                    each.operation(),
                                    target,
                                    each.change(),
                                    true,
                                    acts.span()));
                    writes(each.change(), file);
                }
            }
        }
        return Thing.of("database", self.value(), self.data().changed());
    }

    /// A statement for a database server; a text that SQL is made from by `text()` counts as that.
    private Thing query(Thing statement) {
        if (statement.text().isEmpty()) {
            remote("SQL", Effect.Remote.Change.UNKNOWN);
        } else {
            Sql.statements(statement.text().get())
                    .forEach(each -> remote(each.operation(), each.change()));
        }
        return Thing.of("server", self.value(), self.data().changed());
    }

    private void remote(String operation, Effect.Remote.Change change) {
        acts.add(new Effect.Remote("database", operation, "", change, false, acts.span()));
    }

    private void writes(Effect.Remote.Change change, Thing file) {
        switch (change) {
            case CHANGE, DESTROY, PUBLISH, UNKNOWN -> acts.write(file, Manner.EDIT, Data.NONE);
            case READ, READ_SECRET -> {}
        }
    }
}
