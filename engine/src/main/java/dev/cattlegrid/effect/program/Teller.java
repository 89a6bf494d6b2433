package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Effect.Administer.Gravity;
import dev.cattlegrid.effect.Effect.Install.Reach;
import dev.cattlegrid.effect.Effect.Remote.Change;
import dev.cattlegrid.effect.Effect.Signal.Whom;
import dev.cattlegrid.effect.Effect.Write.Manner;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World.Use;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Turns the phrases of a card into effects; lives no longer than one reading.
final class Teller {
    /// What files do that come from elsewhere.
    private static final Set<Bound.Kind> ARRIVING =
            Set.of(Bound.Kind.READ, Bound.Kind.WRITE, Bound.Kind.RECEIVE);

    private final Typed typed;
    private final Bindings bindings;
    private final Opener opener;
    private final Outcome.Notes notes = new Outcome.Notes();
    private Invocation call;
    private Data flow = Data.NONE;
    private boolean shown;
    private boolean maybe;

    Teller(Typed typed, Bindings bindings, Invocation call, Opener opener) {
        this.typed = typed;
        this.bindings = bindings;
        this.call = call;
        this.opener = opener;
    }

    Outcome done() {
        if (!shown) {
            notes.output(Data.of(new Source.Program(call.name())));
        }
        return notes.done();
    }

    void unknown(Gap gap, Bound bound, Arg arg) {
        notes.must(new Effect.Unknown(gap, bound, arg.span()));
    }

    /// A file that an option without a row names.
    void reads(Arg file) {
        maybe = false;
        readFile(file);
    }

    /// The same for one that it writes.
    void writes(Arg file) {
        maybe = false;
        writeFile(file, Manner.CREATE, Use.CREATE);
    }

    void tell(Phrase phrase, boolean mayBe) {
        maybe = mayBe;
        List<Phrase.Word> words = phrase.words();
        switch (phrase.verb()) {
            case ENTER -> all(words).forEach(this::enter);
            case USE -> all(words).forEach(this::use);
            case READ -> read(words);
            case FETCH -> all(words).forEach(this::fetch);
            case RECEIVE -> all(words).forEach(this::receive);
            case LOOK -> {}
            case MAKE -> make(words);
            case WRITE -> write(words, Manner.CREATE);
            case APPEND -> write(words, Manner.APPEND);
            case EDIT -> write(words, Manner.EDIT);
            case DESTROY -> write(words, Manner.DESTROY);
            case DELETE -> delete(words, false);
            case DELETE_TREE -> delete(words, true);
            case MOVE, COPY, LINK, HARDLINK -> carry(phrase);
            case MODE -> mode(words, false);
            case MODE_TREE -> mode(words, true);
            case RUN -> run(all(words));
            case RUN_WITH -> runWith(all(words));
            case RUN_KNOWN -> runKnown(words);
            case RUN_OWN -> runOwn(all(words));
            case NPX -> npx(all(words));
            case INSIDE -> inside(words);
            case MOUNT -> all(words).forEach(this::mount);
            case SCRIPT -> script(words);
            case SCRIPTS -> all(words).forEach(this::scriptAlone);
            case CODE -> code(words);
            case FILE -> file(words);
            case PROJECT -> project(words);
            case SEND -> send(words);
            case LISTEN -> listen(words);
            case INSTALL -> install(words);
            case REMOTE -> remote(words);
            case BY_VERB -> byVerb(words);
            case SQL -> sql(words);
            case ADMINISTER -> administer(words);
            case ELEVATE -> elevate(words, false);
            case ELEVATE_SHELL -> elevate(words, true);
            case PERSIST -> add(new Effect.Persist(text(words, 0), rest(words, 1), span(words)));
            case SIGNAL -> signal(words);
            case SPAWN -> add(new Effect.Spawn(text(words), false, span(words)));
            case SPAWN_FREE -> add(new Effect.Spawn(text(words), true, span(words)));
            case SPEAK -> add(new Effect.Speak(text(words, 0), rest(words, 1), span(words)));
            case REVEAL -> reveal(words);
            case GIT ->
                    add(
                            new Effect.Git(
                                    new GitAction.Keep(rest(words, 1)),
                                    call.directory(),
                                    span(words)));
            case UNKNOWN -> unknown(words);
            case SHOW -> show(words);
        }
    }

    private void add(Effect effect) {
        if (maybe) {
            notes.may(effect);
        } else {
            notes.must(effect);
        }
    }

    private void include(Outcome outcome) {
        shown = true;
        if (maybe) {
            notes.mayInclude(outcome);
        } else {
            notes.include(outcome);
        }
    }

    private void elevate(List<Phrase.Word> words, boolean shell) {
        add(new Effect.Elevate(text(words), shell || BareShell.starts(call), span(words)));
        call = call.withRights();
    }

    private void enter(Arg arg) {
        Place there = place(arg, Use.ENTER);
        call = call.in(there);
    }

    private void use(Arg arg) {
        flow = flow.with(arg.is("stdin") ? call.stdin() : arg.data());
    }

    private void read(List<Phrase.Word> words) {
        int or = indexOf(words, "or");
        List<Arg> files = all(words.subList(0, or < 0 ? words.size() : or));
        if (files.isEmpty() && or >= 0) {
            flow = flow.with(call.stdin());
        }
        files.forEach(this::readFile);
    }

    private void readFile(Arg file) {
        if (file.is("-") || file.is("/dev/stdin")) {
            flow = flow.with(call.stdin());
            return;
        }
        for (Place place : places(file, Use.READ)) {
            add(new Effect.Read(place, file.span()));
            flow = flow.with(Data.of(new Source.File(place)));
        }
    }

    private void fetch(Arg url) {
        Endpoint from = Endpoints.of(url, "https");
        add(new Effect.Send(from, "GET", url.data(), url.span()));
        add(new Effect.Receive(from, url.span()));
        flow = flow.with(Data.of(new Source.Network(from)));
    }

    private void receive(Arg host) {
        Endpoint from = Endpoints.of(host, "tcp");
        add(new Effect.Receive(from, host.span()));
        flow = flow.with(Data.of(new Source.Network(from)));
    }

    private void write(List<Phrase.Word> words, Manner manner) {
        Use use = manner == Manner.CREATE ? Use.CREATE : Use.CHANGE;
        all(words).forEach(file -> writeFile(file, manner, use));
    }

    private void writeFile(Arg file, Manner manner, Use use) {
        if (file.is("-")) {
            shown = true;
            notes.output(flow);
            return;
        }
        for (Place place : places(file, use)) {
            add(new Effect.Write(place, manner, flow, file.span()));
        }
    }

    /// Something that is there afterwards; what was there before stays.
    private void make(List<Phrase.Word> words) {
        for (Arg file : all(words)) {
            for (Place place : places(file, Use.CREATE)) {
                add(new Effect.Write(place, Manner.APPEND, Data.NONE, file.span()));
            }
        }
    }

    private void delete(List<Phrase.Word> words, boolean recursive) {
        for (Arg file : all(words)) {
            for (Place place : places(file, Use.DELETE)) {
                add(new Effect.Delete(place, recursive, file.span()));
            }
        }
    }

    /// `move A to B`, and its like: into B where B is a directory or there are several.
    private void carry(Phrase phrase) {
        int to = indexOf(phrase.words(), "to");
        List<Arg> sources = all(phrase.words().subList(0, to));
        List<Arg> targets = all(phrase.words().subList(to + 1, phrase.words().size()));
        if (targets.isEmpty()) {
            targets = List.of(Arg.exact(".", call.span()));
        }
        var carrying = new Carrying(call, sources, targets.getFirst());
        carrying.effects(phrase.verb()).forEach(this::add);
    }

    private void mode(List<Phrase.Word> words, boolean recursive) {
        int last = words.size() - 1;
        String mode = rest(words, last);
        for (Arg file : all(words.subList(0, last))) {
            for (Place place : places(file, Use.CHANGE)) {
                add(new Effect.SetMode(place, mode, recursive, file.span()));
            }
        }
    }

    private void run(List<Arg> command) {
        if (!command.isEmpty()) {
            include(opener.command(command, call));
        }
    }

    /// `env A=1 command`: settings first, then the command; without one the environment is shown.
    private void runWith(List<Arg> words) {
        int at = 0;
        var environment = new HashMap<>(call.environment());
        while (at < words.size() && Words.settingOf(words.get(at)).isPresent()) {
            Arg word = words.get(at++);
            String name = Words.settingOf(word).orElseThrow();
            environment.put(name, word.after(name.length() + 1));
        }
        if (at == words.size()) {
            reveal(List.of());
            return;
        }
        call = call.under(environment);
        run(words.subList(at, words.size()));
    }

    /// `run-known python MODULE ARGS among pip pytest`: one of these programs, else code of the project.
    private void runKnown(List<Phrase.Word> words) {
        int among = indexOf(words, "among");
        List<Arg> command = all(words.subList(1, among));
        List<Phrase.Word> known = words.subList(among + 1, words.size());
        String name = command.isEmpty() ? "" : command.getFirst().text().orElse("");
        if (known.contains(new Phrase.Word.Text(name))) {
            run(command);
        } else {
            project(words.subList(0, 2));
        }
    }

    /// A program by its name: a known one, or one that the project's packages bring.
    private void runOwn(List<Arg> command) {
        String name = command.isEmpty() ? "" : command.getFirst().text().orElse("");
        boolean own = !name.isEmpty() && name.indexOf('/') < 0 && Programs.of(name).isEmpty();
        if (own) {
            add(new Effect.Run(new Code.Project(call.name(), name), command.getFirst().span()));
        } else {
            run(command);
        }
    }

    /// A tool that a card knows is taken to be the project's own; any other is fetched by its name.
    private void npx(List<Arg> command) {
        if (command.isEmpty()) {
            return;
        }
        Arg first = command.getFirst();
        String name = Packages.commandOf(first.text().orElse(""));
        boolean own = Programs.of(name).isPresent() && !name.isEmpty();
        if (!own) {
            Packages.installs("npm", List.of(first), "named", Reach.USER, first.span(), call)
                    .forEach(this::add);
        }
        var words = new ArrayList<>(command);
        words.set(0, name.isEmpty() ? first : Arg.exact(name, first.span()));
        runOwn(words);
    }

    /// `inside docker NAME COMMAND`: what a command does in a container, seen from outside.
    private void inside(List<Phrase.Word> words) {
        List<Arg> command = all(words.subList(2, words.size()));
        if (!command.isEmpty()) {
            String name = text(words, 1);
            String system = text(words, 0);
            if (!system.equals("docker") && command.size() == 1 && isShell(command.getFirst())) {
                add(new Effect.Remote(system, "shell", name, Change.CHANGE, false, call.span()));
                return;
            }
            var seen = new Inside(text(words, 0), name.equals("new") ? "" : name, call.span());
            include(seen.of(opener.command(command, call.inContainer())));
        }
    }

    private static boolean isShell(Arg word) {
        String name = Words.shown(word);
        return Set.of("sh", "bash", "zsh", "ash", "dash", "fish", "ksh")
                .contains(name.substring(name.lastIndexOf('/') + 1));
    }

    /// A container's `HOST:PATH` or `type=bind,source=HOST,...`: what it does there cannot be told.
    private void mount(Arg spec) {
        for (String path : Inside.mounted(Words.shown(spec))) {
            if (path.equals("/") || path.endsWith("docker.sock")) {
                add(new Effect.Elevate("root", true, spec.span()));
            }
            var gap = new Gap.Unread("what the container does in `" + path + "`");
            Optional<Place> below =
                    path.contains("…")
                            ? Optional.empty()
                            : Optional.of(place(Arg.exact(path, spec.span()), Use.CHANGE));
            var bound = new Bound(Inside.IN_A_MOUNT, below);
            add(new Effect.Unknown(gap, bound, spec.span()));
        }
    }

    /// Several words are joined by blanks, as `watch` and `eval` do.
    private void script(List<Phrase.Word> words) {
        int with = indexOf(words, "with");
        List<Arg> texts = all(words.subList(0, with < 0 ? words.size() : with));
        List<Arg> rest = with < 0 ? List.of() : all(words.subList(with + 1, words.size()));
        if (!texts.isEmpty()) {
            boolean stdin = texts.size() == 1 && texts.getFirst().is("stdin");
            include(opener.script(stdin ? stdin() : Words.joined(texts, " "), rest, call));
        }
    }

    /// One text among others: a script of the project where it is written `npm:NAME`.
    private void scriptAlone(Arg text) {
        String known = text.value().prefix();
        if (known.startsWith("npm:") || known.startsWith("pnpm:") || known.startsWith("yarn:")) {
            String what = "run " + known.substring(known.indexOf(':') + 1);
            add(new Effect.Run(new Code.Project("npm", what), text.span()));
        } else {
            include(opener.script(text, List.of(), call));
        }
    }

    private void code(List<Phrase.Word> words) {
        int with = indexOf(words, "with");
        List<Arg> texts = all(words.subList(1, with < 0 ? words.size() : with));
        List<Arg> rest = with < 0 ? List.of() : all(words.subList(with + 1, words.size()));
        if (!texts.isEmpty()) {
            Arg text =
                    texts.size() == 1 && texts.getFirst().is("stdin")
                            ? stdin()
                            : Words.joined(texts, "\n");
            String language = text(words, 0);
            boolean value = language.equals("javascript-value");
            include(
                    value
                            ? opener.code("javascript", printed(text), rest, call)
                            : opener.code(language, text, rest, call));
        }
    }

    /// `node -p`: what one expression comes to is printed.
    private static Arg printed(Arg text) {
        String code = text.text().orElse("").strip();
        boolean one = !code.isEmpty() && code.indexOf(';') < 0 && code.indexOf('\n') < 0;
        return one ? text.with(Value.exact("console.log(" + code + ")")) : text;
    }

    private Arg stdin() {
        return Words.stdin(call);
    }

    private void file(List<Phrase.Word> words) {
        int with = indexOf(words, "with");
        List<Arg> files = all(words.subList(0, with < 0 ? words.size() : with));
        List<Arg> rest = with < 0 ? List.of() : all(words.subList(with + 1, words.size()));
        for (Arg file : files) {
            String path = file.value().prefix();
            if (path.startsWith("https://") || path.startsWith("http://")) {
                fetched(file);
            } else {
                include(opener.file(file, rest, call));
            }
        }
    }

    /// Code whose place is an address: it is fetched, and run as it comes.
    private void fetched(Arg address) {
        Endpoint from = Endpoints.of(address, "https");
        add(new Effect.Receive(from, address.span()));
        Data code = Data.of(new Source.Network(from));
        add(new Effect.Run(new Code.Inline("program", code), address.span()));
    }

    private void project(List<Phrase.Word> words) {
        add(new Effect.Run(new Code.Project(text(words, 0), rest(words, 1)), span(words)));
    }

    /// `send HOST POST`, `send URL PUT`: all but the last word are ends.
    private void send(List<Phrase.Word> words) {
        int last = words.size() - 1;
        String verb = rest(words, last);
        for (Arg end : all(words.subList(0, last))) {
            Endpoint to = Endpoints.of(end, verb.toLowerCase(Locale.ROOT));
            add(new Effect.Send(to, verb, flow.with(end.data()), end.span()));
        }
    }

    private void listen(List<Phrase.Word> words) {
        add(new Effect.Listen(text(words, 0), Words.number(rest(words, 1)), span(words)));
    }

    private void install(List<Phrase.Word> words) {
        int size = words.size();
        List<Arg> packages = all(words.subList(1, size - 2));
        String ecosystem = text(words, 0);
        Reach said = Reach.valueOf(upper(text(words, size - 1)));
        boolean stops =
                said == Reach.SYSTEM && call.isPowerless() && Packages.needsRights(ecosystem);
        Packages.installs(
                        ecosystem,
                        packages,
                        text(words, size - 2),
                        stops ? Reach.NOWHERE : said,
                        span(words),
                        call)
                .forEach(this::add);
    }

    private void remote(List<Phrase.Word> words) {
        boolean local = isLocal(words);
        List<Phrase.Word> said = unmarked(words);
        Change change = Change.valueOf(upper(text(said, 1)));
        add(
                new Effect.Remote(
                        text(said, 0), text(said, 2), rest(said, 3), change, local, span(said)));
    }

    /// `by-verb aws second WORD`: the words' own verb says what changes; where it stands, the client's grammar.
    private void byVerb(List<Phrase.Word> words) {
        List<Arg> args = all(words.subList(2, words.size()));
        List<String> said = args.stream().map(Words::shown).toList();
        Cloud.Grammar grammar = Cloud.Grammar.valueOf(upper(text(words, 1)));
        Cloud.Operation operation = Cloud.of(said, grammar, typed.lead());
        int verb = operation.verb();
        add(
                new Effect.Remote(
                        text(words, 0),
                        String.join(" ", said.subList(0, verb)),
                        String.join(" ", said.subList(verb, said.size())),
                        operation.change(),
                        false,
                        span(words)));
    }

    /// `sql SYSTEM TEXT at TARGET local`, `sql SYSTEM TEXT at TARGET by-host`, and either with `readonly` before it.
    private void sql(List<Phrase.Word> words) {
        boolean local = isLocal(words);
        List<Phrase.Word> said = unmarked(words);
        boolean readOnly = said.getLast().equals(new Phrase.Word.Text("readonly"));
        int at = indexOf(said, "at");
        int end = readOnly ? said.size() - 1 : said.size();
        String system = text(said, 0);
        String target = at < 0 ? "" : text(said.subList(at + 1, end));
        for (Arg given : all(said.subList(1, at < 0 ? end : at))) {
            Arg text = given.is("stdin") ? stdin() : given;
            List<String> known = texts(text);
            if (known.isEmpty()) {
                Change change = readOnly ? Change.READ : Change.UNKNOWN;
                add(new Effect.Remote(system, "SQL", target, change, local, text.span()));
                continue;
            }
            for (String one : known) {
                List<Sql.Statement> statements =
                        system.equals("mongo") ? Mongo.statements(one) : Sql.statements(one);
                for (Sql.Statement each : statements) {
                    Sql.Statement seen = readOnly ? each.refused() : each;
                    statement(system, seen, target, local, text.span());
                }
            }
        }
    }

    /// The texts that it may be; none where that is not known.
    private static List<String> texts(Arg arg) {
        return !arg.splits() && arg.value() instanceof Value.OneOf(var texts)
                ? texts
                : arg.text().map(List::of).orElse(List.of());
    }

    private void statement(
            String system, Sql.Statement each, String target, boolean local, Span span) {
        boolean own = local && !each.changesRights();
        add(new Effect.Remote(system, each.operation(), target, each.change(), own, span));
        if (!each.shell().isEmpty()) {
            include(opener.script(Arg.exact(each.shell(), span), List.of(), call));
        }
        if (!each.file().isEmpty() && !each.file().equals("stdout")) {
            for (Place place : places(Arg.exact(each.file(), span), Use.CREATE)) {
                add(new Effect.Write(place, Manner.CREATE, flow, span));
            }
        }
        boolean writes =
                switch (each.change()) {
                    case CHANGE, DESTROY, PUBLISH, UNKNOWN -> true;
                    case READ, READ_SECRET -> false;
                };
        for (Arg database : writes ? bindings.of("DATABASE") : List.<Arg>of()) {
            for (Place place : places(database, Use.CHANGE)) {
                add(new Effect.Write(place, Manner.EDIT, flow, database.span()));
            }
        }
    }

    private static List<Phrase.Word> unmarked(List<Phrase.Word> words) {
        boolean marked =
                words.getLast() instanceof Phrase.Word.Text(var text)
                        && (text.equals("local") || text.equals("by-host"));
        return marked ? words.subList(0, words.size() - 1) : words;
    }

    private boolean isLocal(List<Phrase.Word> words) {
        if (!(words.getLast() instanceof Phrase.Word.Text(var text))) {
            return false;
        }
        return text.equals("local") || text.equals("by-host") && isNear(unmarked(words));
    }

    /// Whether no host is named but this machine: by the option `HOST`, or by an address among the words.
    private boolean isNear(List<Phrase.Word> words) {
        return bindings.of("HOST").stream().allMatch(Teller::isThisMachine)
                && words.stream()
                        .filter(word -> word instanceof Phrase.Word.Name)
                        .flatMap(word -> args(word).stream())
                        .filter(arg -> Words.shown(arg).contains("://"))
                        .allMatch(Teller::isThisMachine);
    }

    private static boolean isThisMachine(Arg host) {
        String text = Words.shown(host);
        return text.startsWith("/")
                || text.equals(".")
                || Endpoints.of(host, "tcp").scope() == Endpoint.Scope.LOOPBACK;
    }

    private void administer(List<Phrase.Word> words) {
        Gravity gravity = Gravity.valueOf(upper(text(words, 1)));
        add(
                new Effect.Administer(
                        text(words, 0), text(words, 2), rest(words, 3), gravity, span(words)));
    }

    private void signal(List<Phrase.Word> words) {
        Whom whom = Whom.valueOf(upper(text(words, 0)));
        String signal = rest(words, 2);
        List<Arg> targets = args(words.get(1));
        for (Arg target : targets) {
            boolean all = target.is("-1") || target.is("1") || target.is("0");
            add(
                    new Effect.Signal(
                            all ? Whom.ALL : whom, Words.shown(target), signal, target.span()));
        }
    }

    private void reveal(List<Phrase.Word> words) {
        shown = true;
        if (words.isEmpty()) {
            add(new Effect.Reveal(Optional.empty(), call.span()));
            notes.output(Data.of(new Source.Environment()));
        }
        for (Arg name : all(words)) {
            add(new Effect.Reveal(Optional.of(Words.shown(name)), name.span()));
            notes.output(Data.of(new Source.Variable(Words.shown(name))));
        }
    }

    private void unknown(List<Phrase.Word> words) {
        int below = indexOf(words, "below");
        List<Phrase.Word> kinds = words.subList(1, below < 0 ? words.size() : below);
        Bound bound = Card.bound(text(kinds)).orElse(Bound.ANYTHING);
        if (below < 0) {
            add(new Effect.Unknown(new Gap.Unread(text(words, 0)), bound, call.span()));
        } else {
            below(text(words, 0), bound, all(words.subList(below + 1, words.size())));
        }
    }

    /// Files whose names are not known, in a directory; without one, in the working directory.
    private void below(String what, Bound bound, List<Arg> there) {
        Arg directory = there.isEmpty() ? Arg.exact(".", call.span()) : there.getFirst();
        if (ARRIVING.containsAll(bound.kinds())) {
            String known = directory.value().prefix() + (directory.text().isPresent() ? "/" : "");
            writeFile(
                    directory.with(new Value.Partial(known, "", what)), Manner.CREATE, Use.CREATE);
            return;
        }
        var inside = new Bound(bound.kinds(), Optional.of(place(directory, Use.CHANGE)));
        add(new Effect.Unknown(new Gap.Unread(what), inside, directory.span()));
    }

    private void show(List<Phrase.Word> words) {
        shown = true;
        if (words.isEmpty()) {
            notes.output(Decoders.of(call, flow));
            return;
        }
        if (words.getFirst().equals(new Phrase.Word.Text("names"))) {
            showNames(all(words.subList(1, words.size())));
            return;
        }
        switch (text(words)) {
            case "exactly" -> notes.output(flow);
            case "nothing" -> {}
            case "vault" -> notes.output(Data.of(new Source.Vault(call.name())));
            default -> all(words).forEach(arg -> notes.output(arg.data()));
        }
    }

    /// The names of what lies at places, or in the working directory.
    private void showNames(List<Arg> at) {
        if (at.isEmpty()) {
            notes.output(Data.of(new Source.Names(call.directory())));
        }
        for (Arg each : at) {
            places(each, Use.READ).forEach(place -> notes.output(Data.of(new Source.Names(place))));
        }
    }

    private List<Arg> all(List<Phrase.Word> words) {
        List<Arg> args = new ArrayList<>();
        words.forEach(word -> args.addAll(args(word)));
        return args;
    }

    private List<Arg> args(Phrase.Word word) {
        return switch (word) {
            case Phrase.Word.Name(var name) -> bindings.of(name);
            case Phrase.Word.Subcommand _ -> List.of(Arg.exact(typed.command(), call.span()));
            case Phrase.Word.Text(var text) -> List.of(Arg.exact(underHome(text), call.span()));
        };
    }

    private String underHome(String text) {
        return text.startsWith("~/") ? call.world().home() + text.substring(1) : text;
    }

    private String text(List<Phrase.Word> words, int at) {
        return at < words.size() ? text(List.of(words.get(at))) : "";
    }

    private String rest(List<Phrase.Word> words, int from) {
        return from < words.size() ? text(words.subList(from, words.size())) : "";
    }

    private String text(List<Phrase.Word> words) {
        return Words.shown(all(words));
    }

    private Span span(List<Phrase.Word> words) {
        for (Phrase.Word word : words) {
            if (word instanceof Phrase.Word.Name(var name) && !bindings.of(name).isEmpty()) {
                return bindings.of(name).getFirst().span();
            }
        }
        return call.span();
    }

    private static int indexOf(List<Phrase.Word> words, String text) {
        return words.indexOf(new Phrase.Word.Text(text));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private Place place(Arg arg, Use use) {
        return places(arg, use).getFirst();
    }

    private List<Place> places(Arg arg, Use use) {
        return Places.of(arg.value(), call.directory(), use, call.world());
    }
}
