package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Bound.Kind;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Effect.Write.Manner;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Endpoints;
import dev.cattlegrid.effect.program.Invocation;
import dev.cattlegrid.effect.program.Opener;
import dev.cattlegrid.effect.program.Outcome;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// Reads R call by call: functions that reach outside are in a table with the place of what they are given; all others
/// are the language's own work or that of a library of the project.
///
/// Source: R 4.4, base, utils and grDevices reference; remotes 2.5; devtools 2.4.
final class RCode {
    private final Arg source;
    private final Acts acts;

    private RCode(Arg source, Acts acts) {
        this.source = source;
        this.acts = acts;
    }

    static Outcome read(Arg text, List<Arg> arguments, Invocation from, Opener opener) {
        var acts = new Acts(text, arguments, from, opener);
        if (text.text().isEmpty() || text.text().get().length() > PythonCode.LONGEST) {
            acts.unknown(
                    new Gap.Unread("r code that is not known when the call is read"),
                    Bound.ANYTHING);
        } else if (Strange.isForAShell(text.text().get())) {
            acts.unknown(new Gap.Unparsed("r: a command of a shell's, not code"), Bound.ANYTHING);
        } else {
            var reader = new RCode(text, acts);
            RCalls.of(text.text().get()).forEach(reader::call);
        }
        acts.print(from.stdin().changed());
        return acts.done();
    }

    private void call(RCalls.Call call) {
        if (!call.called()) {
            if (!RCalls.ACTS.getOrDefault(call.name(), "read").equals("read")) {
                unread("`" + call.name() + "`, which is handed on");
            }
            return;
        }
        String act = RCalls.ACTS.getOrDefault(call.name(), "");
        switch (act) {
            case "" -> {}
            case "read" -> read(call);
            case "delete" -> call.given(0).forEach(each -> acts.delete(thing(each), false));
            case "delete-all" -> every(call, false);
            case "delete-tree" -> {
                boolean tree = call.named("recursive").map(each -> !each.isFalse()).orElse(false);
                call.given(0).forEach(each -> acts.delete(thing(each), tree));
            }
            case "move" -> move(call);
            case "copy" -> {
                Data data = acts.read(thing(call.one(0, "from")));
                acts.write(thing(call.one(1, "to")), Manner.CREATE, data);
            }
            case "write-first" -> write(call.one(0, "file", "filename", "path"));
            case "write-second" -> write(call.one(1, "file", "con", "path", "filename"));
            case "write-named" -> call.named("file").ifPresent(this::write);
            case "edit" -> acts.write(thing(call.one(0, "path")), Manner.EDIT, Data.NONE);
            case "enter" -> acts.enter(thing(call.one(0, "dir")));
            case "script" -> script(call);
            case "program" -> program(call);
            case "file" -> file(call.one(0, "file"));
            case "fetch" -> fetch(call);
            case "install" -> install(call, Effect.Install.Provenance.NAMED);
            case "install-elsewhere" -> install(call, Effect.Install.Provenance.ELSEWHERE);
            case "library" -> library(call.one(0, "package"));
            case "variable" -> {
                Optional<String> name = call.one(0, "x").text();
                acts.print(
                        Data.of(
                                name.<Source>map(Source.Variable::new)
                                        .orElse(new Source.Environment())));
            }
            case "net" ->
                    acts.unknown(
                            new Gap.UnknownValue("where `" + call.name() + "` connects to"),
                            new Bound(EnumSet.of(Kind.SEND, Kind.RECEIVE), Optional.empty()));
            default -> unread("what `" + call.name() + "` runs in r");
        }
    }

    private void unread(String what) {
        acts.unknown(new Gap.Unread(what), Bound.ANYTHING);
    }

    private static Thing thing(RCalls.Argument argument) {
        return argument.text()
                .map(Thing::text)
                .orElseGet(() ->
                        Thing.of("text", Value.unknown("what the r code works out"), Data.NONE));
    }

    private void read(RCalls.Call call) {
        RCalls.Argument from = call.one(0, "file", "con", "path", "input");
        String text = from.text().orElse("");
        if (text.startsWith("http://") || text.startsWith("https://")) {
            receive(text);
        } else if (isFile(call, from)) {
            acts.print(acts.read(thing(from)));
        }
    }

    private static boolean isFile(RCalls.Call call, RCalls.Argument from) {
        String written = from.written();
        return !written.isEmpty()
                && call.named("text").isEmpty()
                && !written.startsWith("stdin(")
                && !written.startsWith("file(")
                && !written.startsWith("textConnection(");
    }

    private Data receive(String url) {
        Endpoint end = Endpoints.of(Value.exact(url), "https");
        acts.send(end, "GET", Data.NONE);
        acts.receive(end);
        return Data.of(new Source.Network(end));
    }

    private void every(RCalls.Call call, boolean tree) {
        call.arguments().stream()
                .flatMap(each -> each.items().stream())
                .forEach(each -> acts.delete(thing(each), tree));
    }

    private void write(RCalls.Argument file) {
        boolean screen =
                file.written().isEmpty()
                        || file.written().equals("stdout()")
                        || file.written().equals("stderr()")
                        || file.text().filter(String::isEmpty).isPresent();
        if (!screen) {
            acts.write(thing(file), Manner.CREATE, Data.NONE);
        }
    }

    private void move(RCalls.Call call) {
        var to = acts.places(thing(call.one(1, "to")), World.Use.CREATE).getFirst();
        acts.places(thing(call.one(0, "from")), World.Use.DELETE)
                .forEach(place -> acts.add(new Effect.Move(place, to, acts.span())));
    }

    private void script(RCalls.Call call) {
        Optional<String> command = call.one(0, "command").text();
        if (command.isEmpty()) {
            unread("a command that the r code puts together");
            return;
        }
        Arg text = source.with(Value.exact(command.get()));
        acts.print(acts.include(acts.opener().script(text, List.of(), acts.call())));
    }

    /// `system2("git", c("push", "--force"))`
    private void program(RCalls.Call call) {
        var words = new ArrayList<Arg>();
        words.add(acts.arg(thing(call.one(0, "command"))));
        for (RCalls.Argument each : call.given(1)) {
            words.add(
                    each.text()
                            .map(plain -> source.with(Value.exact(plain)))
                            .orElseGet(() ->
                                    new Arg(
                                            Value.unknown("what the r code works out"),
                                            Data.NONE,
                                            true,
                                            acts.span())));
        }
        acts.print(acts.include(acts.opener().command(words, acts.call())));
    }

    private void file(RCalls.Argument file) {
        String text = file.text().orElse("");
        if (text.startsWith("http://") || text.startsWith("https://")) {
            acts.add(new Effect.Run(new Code.Inline("r", receive(text)), acts.span()));
            unread("code from the network");
            return;
        }
        acts.include(acts.opener().file(acts.arg(thing(file)), List.of(), acts.call()));
    }

    private void fetch(RCalls.Call call) {
        Optional<String> url = call.one(0, "url").text();
        if (url.isEmpty()) {
            unread("what `" + call.name() + "` fetches");
            return;
        }
        acts.write(thing(call.one(1, "destfile")), Manner.CREATE, receive(url.get()));
    }

    private void install(RCalls.Call call, Effect.Install.Provenance from) {
        boolean other =
                call.named("repos").filter(each -> each.text().isEmpty()).isPresent()
                        && call.named("repos").filter(RCalls.Argument::isNull).isPresent();
        for (RCalls.Argument each : call.given(0)) {
            String name = each.text().orElse("?");
            acts.add(
                    new Effect.Install(
                            "cran",
                            name,
                            other ? Effect.Install.Provenance.ELSEWHERE : from,
                            Effect.Install.Reach.USER,
                            acts.span()));
        }
    }

    private void library(RCalls.Argument name) {
        String text = name.text().orElse(name.written());
        if (!RCalls.OWN.contains(text)) {
            acts.add(new Effect.Run(new Code.Project("r", "import " + text), acts.span()));
        }
    }
}
