package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.Step.Certainty;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Invocation;
import dev.cattlegrid.effect.program.Opener;
import dev.cattlegrid.effect.program.Outcome;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a program's code does, written down while the [Machine] goes through it; each effect once.
final class Acts {
    private static final int MOST = 2_000;

    private final Invocation call;
    private final Opener opener;
    private final Arg source;
    private final List<Arg> arguments;
    private final Map<Effect, Certainty> effects = new LinkedHashMap<>();
    private final Map<Node.Function, Integer> running = new HashMap<>();
    private final Map<String, Arg> exported = new HashMap<>();
    private Place directory;
    private Data output = Data.NONE;
    private Optional<Endpoint> peer = Optional.empty();
    private int unsure;

    Acts(Arg source, List<Arg> arguments, Invocation call, Opener opener) {
        this.source = source;
        this.arguments = arguments;
        this.call = call;
        this.opener = opener;
        this.directory = call.directory();
    }

    Span span() {
        return source.span();
    }

    /// The start of what the code starts; a script that came on standard input has used it up.
    Invocation call() {
        boolean used =
                call.piped()
                        && source.text().isPresent()
                        && call.stdin().text().equals(source.text());
        return new Invocation(
                call.name(),
                call.args(),
                environment(),
                used ? Data.NONE : call.stdin(),
                call.piped() && !used,
                directory,
                call.world(),
                call.contained(),
                call.raised(),
                call.span());
    }

    /// From here on programs see a variable of that value.
    void export(String name, Thing value) {
        exported.put(name, arg(value));
    }

    private Map<String, Arg> environment() {
        if (exported.isEmpty()) {
            return call.environment();
        }
        var all = new HashMap<>(call.environment());
        all.putAll(exported);
        return all;
    }

    List<Arg> arguments() {
        return arguments;
    }

    /// What is done in there may not happen.
    void maybe(Runnable body) {
        unsure++;
        body.run();
        unsure--;
    }

    int inside(Node.Function function) {
        return running.getOrDefault(function, 0);
    }

    void entering(Node.Function function) {
        running.merge(function, 1, Integer::sum);
    }

    void leaving(Node.Function function) {
        running.merge(function, -1, Integer::sum);
    }

    void add(Effect effect) {
        if (effects.size() < MOST) {
            effects.merge(
                    effect,
                    unsure > 0 ? Certainty.MAY : Certainty.MUST,
                    (one, other) -> one == Certainty.MUST ? one : other);
        } else if (effects.size() == MOST) {
            effects.put(
                    new Effect.Unknown(
                            new Gap.Budget("the code does too much"), Bound.ANYTHING, span()),
                    Certainty.MAY);
        }
    }

    void unknown(Gap gap, Bound atMost) {
        add(new Effect.Unknown(gap, atMost, span()));
    }

    Data include(Outcome outcome) {
        outcome.steps()
                .forEach(step -> {
                    if (step.certainty() == Certainty.MAY) {
                        maybe(() -> add(step.effect()));
                    } else {
                        add(step.effect());
                    }
                });
        return outcome.output();
    }

    void print(Data data) {
        output = output.with(data.changed());
        for (Source each : data.sources()) {
            switch (each) {
                case Source.Environment() -> add(new Effect.Reveal(Optional.empty(), span()));
                case Source.Variable(var name) -> add(new Effect.Reveal(Optional.of(name), span()));
                case Source.File _,
                        Source.Names _,
                        Source.Network _,
                        Source.Vault _,
                        Source.Spelled _,
                        Source.Program _ -> {}
            }
        }
    }

    Opener opener() {
        return opener;
    }

    Arg arg(Thing thing) {
        return new Arg(thing.asText(), thing.data(), false, span());
    }

    List<Place> places(Thing thing, World.Use use) {
        return Places.of(thing.asText(), directory, use, call.world());
    }

    Data read(Thing thing) {
        Data data = Data.NONE;
        for (Place place : places(thing, World.Use.READ)) {
            add(new Effect.Read(place, span()));
            data =
                    data.with(
                            place.path().equals("/dev/stdin")
                                    ? call.stdin()
                                    : Data.of(new Source.File(place)));
            if (place.isExact()
                    && place.path().startsWith("/proc/")
                    && place.path().endsWith("/environ")) {
                data = data.with(Data.of(new Source.Environment()));
            }
        }
        return data;
    }

    void write(Thing thing, Effect.Write.Manner manner, Data data) {
        World.Use use = manner == Effect.Write.Manner.CREATE ? World.Use.CREATE : World.Use.CHANGE;
        for (Place place : places(thing, use)) {
            Effect bare = new Effect.Write(place, manner, Data.NONE, span());
            if (!data.equals(Data.NONE)) {
                effects.remove(bare);
            }
            add(new Effect.Write(place, manner, data, span()));
        }
    }

    void delete(Thing thing, boolean recursive) {
        places(thing, World.Use.DELETE)
                .forEach(place -> add(new Effect.Delete(place, recursive, span())));
    }

    void enter(Thing thing) {
        directory = places(thing, World.Use.ENTER).getFirst();
    }

    String directory() {
        return directory.isExact() ? directory.path() : "";
    }

    void send(Endpoint to, String verb, Data data) {
        add(new Effect.Send(to, verb, data, span()));
    }

    void receive(Endpoint from) {
        add(new Effect.Receive(from, span()));
    }

    /// A connection's other end takes the place of the terminal: what runs from here on is decided there.
    void handOver(Endpoint to) {
        peer = Optional.of(to);
        send(to, "shell", Data.of(new Source.Program(call.name())));
        unknown(new Gap.UnknownValue("another machine decides what runs here"), Bound.ANYTHING);
    }

    boolean handedOver() {
        return peer.isPresent();
    }

    /// A variable of the environment, by a name that may not be known.
    Thing variable(Thing name) {
        if (name.text().isEmpty()) {
            return Thing.of("text", Data.of(new Source.Environment()));
        }
        String key = name.text().get();
        Data data = Data.of(new Source.Variable(key));
        Arg set = environment().get(key);
        if (set != null) {
            return Thing.of("text", set.value(), set.data().with(data));
        }
        return switch (call.world().variable(key)) {
            case World.Variable.Set(var value) -> Thing.of("text", Value.exact(value), data);
            case World.Variable.Unset _, World.Variable.Unknown _ ->
                    Thing.of("text", Value.unknown("the variable `" + key + "`"), data);
        };
    }

    /// Values that a library has ready.
    Optional<Thing> constant(String name) {
        return switch (name) {
            case "os.environ", "os.environb", "process.env" ->
                    Optional.of(Thing.of("environment", Data.of(new Source.Environment())));
            case "sys.argv" -> Optional.of(argv(1));
            case "process.argv" -> Optional.of(argv(2));
            case "sys.stdin", "sys.stdin.buffer" ->
                    Optional.of(
                            Thing.of("file", Value.exact("/dev/stdin"), call.stdin().changed()));
            case "sys.executable" -> Optional.of(Thing.text("python3"));
            case "process.execPath" -> Optional.of(Thing.text("node"));
            case "os.sep", "path.sep", "path.posix.sep" -> Optional.of(Thing.text("/"));
            case "os.devnull" -> Optional.of(Thing.text("/dev/null"));
            default -> Optional.empty();
        };
    }

    private Thing argv(int before) {
        var items = new ArrayList<Thing>();
        for (int i = 0; i < before; i++) {
            items.add(Thing.of("text", Value.unknown("the program's own name"), Data.NONE));
        }
        boolean some = false;
        for (Arg arg : arguments) {
            some |= arg.splits();
            items.add(Thing.of("text", arg.value(), arg.data()));
        }
        return some
                ? Thing.many(items.stream().reduce(Thing::or).orElse(Thing.OPAQUE))
                : Thing.list(items);
    }

    /// All names of a module: `from os import *`.
    Map<String, Thing> api(Api api, String module) {
        var names = new HashMap<String, Thing>();
        for (String name : api.rows().keySet()) {
            if (name.startsWith(module + ".") && name.indexOf('.', module.length() + 1) < 0) {
                names.put(name.substring(module.length() + 1), Thing.of("call:" + name));
            }
        }
        return names;
    }

    Outcome done() {
        var steps = new ArrayList<Step>();
        effects.forEach(
                (effect, certainty) -> steps.add(new Step(effect, certainty, steps.size())));
        return new Outcome(steps, output);
    }
}
