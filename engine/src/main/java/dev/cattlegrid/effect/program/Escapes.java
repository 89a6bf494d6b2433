package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Bound.Kind;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Environment variables by which a program can be made to run, load, read, write or send something: the table
/// `commands/escapes.toml`.
final class Escapes {
    private static final Map<String, Variable> BY_NAME = new HashMap<>();
    private static final List<Variable> PATTERNS = new ArrayList<>();

    static {
        var rows = new Table(CardText.read(Cards.escapes()));
        for (String name : rows.names()) {
            var variable = Variable.of(name, rows.table(name));
            if (name.contains("*")) {
                PATTERNS.add(variable);
            } else {
                BY_NAME.put(name, variable);
            }
        }
    }

    private Escapes() {}

    /// What becomes of a variable's value.
    enum How {
        SCRIPT,
        COMMAND,
        TOOL,
        FILE,
        LOAD,
        DIRECTORIES,
        OPTIONS,
        PREPENDED,
        READ,
        WRITE,
        PROXY,
        ENDPOINT
    }

    /// @param among the pieces of which one makes the value load code, for [How#OPTIONS]
    /// @param programs who reads it; empty: any
    record Variable(String name, How how, List<String> among, List<String> programs) {
        static Variable of(String name, Table row) {
            return new Variable(
                    name,
                    How.valueOf(row.text("how").toUpperCase(Locale.ROOT)),
                    Phrase.split(row.text("among")),
                    Phrase.split(row.text("programs")));
        }

        boolean concerns(String program) {
            return programs.isEmpty() || programs.contains(program);
        }

        boolean matches(String other) {
            int star = name.indexOf('*');
            return other.length() >= name.length() - 1
                    && other.startsWith(name.substring(0, star))
                    && other.endsWith(name.substring(star + 1));
        }
    }

    /// The row of a variable, by its name or by a row with a star.
    static @Nullable Variable of(String name) {
        Variable variable = BY_NAME.get(name);
        if (variable != null) {
            return variable;
        }
        for (Variable pattern : PATTERNS) {
            if (pattern.matches(name)) {
                return pattern;
            }
        }
        return null;
    }

    /// The same reader, which also looks at the environment that its program is started in.
    static Reader watching(Reader reader) {
        return (call, opener) ->
                call.environment().isEmpty()
                        ? reader.read(call, opener)
                        : under(reader, call, opener);
    }

    private static Outcome under(Reader reader, Invocation call, Opener opener) {
        Outcome.Notes notes = new Outcome.Notes();
        var before = new ArrayList<Arg>();
        call.environment()
                .forEach((name, value) -> {
                    Variable variable = of(name);
                    if (variable == null || !variable.concerns(call.name())) {
                        return;
                    }
                    if (variable.how() == How.PREPENDED && value.text().isPresent()) {
                        before.addAll(words(value, value.text().get()));
                    } else {
                        tell(variable, value, call, opener, notes);
                    }
                });
        before.addAll(call.args());
        return notes.include(reader.read(call.with(before), opener)).done();
    }

    /// Options in a variable are parted by blanks; quotes count for nothing.
    private static List<Arg> words(Arg value, String text) {
        var words = new ArrayList<Arg>();
        for (String word : text.strip().split("\\s+")) {
            if (!word.isEmpty()) {
                words.add(value.with(Value.exact(word)));
            }
        }
        return words;
    }

    private static void tell(
            Variable variable, Arg value, Invocation call, Opener opener, Outcome.Notes notes) {
        Optional<String> text = value.text();
        if (text.filter(String::isEmpty).isPresent()) {
            return;
        }
        Invocation plain = call.under(Map.of());
        switch (variable.how()) {
            case SCRIPT -> {
                boolean pipe = text.filter(known -> known.startsWith("|")).isPresent();
                notes.mayInclude(
                        steps(opener.script(pipe ? value.after(1) : value, List.of(), plain)));
            }
            case COMMAND -> notes.mayInclude(steps(command(value, text, plain, opener)));
            case TOOL -> tool(variable, value, text, plain, opener, notes);
            case FILE -> notes.mayInclude(steps(opener.file(value, List.of(), plain)));
            case LOAD, PREPENDED -> notes.must(unknown(variable, value, Bound.ANYTHING));
            case DIRECTORIES -> directories(variable, value, text, call, notes);
            case OPTIONS -> {
                if (text.isEmpty() || variable.among().stream().anyMatch(text.get()::contains)) {
                    notes.must(unknown(variable, value, Bound.ANYTHING));
                }
            }
            case READ ->
                    places(value, call, Use.READ)
                            .forEach(place -> notes.may(new Effect.Read(place, value.span())));
            case WRITE -> write(value, text, call, notes);
            case PROXY -> proxy(value, notes);
            case ENDPOINT -> endpoint(variable, value, notes);
        }
    }

    /// Files only: `1`, `true` and descriptors switch something on.
    private static void write(
            Arg value, Optional<String> text, Invocation call, Outcome.Notes notes) {
        boolean flag = text.isPresent() && !text.get().contains("/") && !text.get().contains(".");
        if (flag) {
            return;
        }
        for (Place place : places(value, call, Use.CREATE)) {
            notes.may(new Effect.Write(place, Effect.Write.Manner.APPEND, Data.NONE, value.span()));
        }
    }

    private static List<Place> places(Arg value, Invocation call, Use use) {
        return Places.of(value.value(), call.directory(), use, call.world());
    }

    /// What a program asks the network for goes through this host.
    private static void proxy(Arg value, Outcome.Notes notes) {
        notes.may(
                new Effect.Send(
                        Endpoints.of(value, "http"), "CONNECT", value.data(), value.span()));
    }

    /// Another host stands in for the usual one and gets what that would get, credentials among it.
    private static void endpoint(Variable variable, Arg value, Outcome.Notes notes) {
        Endpoint end = Endpoints.of(value, "https");
        switch (end.scope()) {
            case LOOPBACK -> {}
            case PRIVATE, REMOTE, METADATA, UNKNOWN -> {
                notes.must(unknown(variable, value, Sheet.bound(Kind.SEND, Kind.RECEIVE)));
            }
        }
    }

    /// A compiler or its like that goes by a bare name and has no card belongs to the project's build.
    private static void tool(
            Variable variable,
            Arg value,
            Optional<String> text,
            Invocation call,
            Opener opener,
            Outcome.Notes notes) {
        boolean named =
                text.filter(known -> !known.contains("/") && !known.contains(" ")).isPresent();
        if (named && Programs.of(text.orElseThrow()).isEmpty()) {
            notes.may(
                    new Effect.Run(
                            new Code.Project(variable.name(), text.orElseThrow()), value.span()));
        } else {
            notes.mayInclude(steps(command(value, text, call, opener)));
        }
    }

    private static Outcome command(
            Arg value, Optional<String> text, Invocation call, Opener opener) {
        boolean words = text.filter(known -> known.contains(" ")).isPresent();
        return words ? opener.script(value, List.of(), call) : opener.command(List.of(value), call);
    }

    private static Outcome steps(Outcome outcome) {
        return new Outcome(outcome.steps(), Data.NONE);
    }

    /// Directories of the machine, of the home and of the project are all right; scratch and what is not known are not.
    private static void directories(
            Variable variable,
            Arg value,
            Optional<String> text,
            Invocation call,
            Outcome.Notes notes) {
        String known = text.orElseGet(() -> value.value().prefix());
        if (known.isEmpty()) {
            notes.must(unknown(variable, value, Bound.ANYTHING));
            return;
        }
        for (String directory : known.split(":")) {
            Arg each = value.with(Value.exact(directory.isEmpty() ? "." : directory));
            boolean usual =
                    switch (places(each, call, Use.READ).getFirst().zone()) {
                        case WORKSPACE, HOME, SYSTEM, OTHER_REPOSITORY -> true;
                        case SCRATCH, DEVICE, REMOVABLE, REMOTE, UNKNOWN -> false;
                    };
            if (!usual) {
                notes.must(unknown(variable, value, Bound.ANYTHING));
                return;
            }
        }
    }

    private static Effect unknown(Variable variable, Arg value, Bound bound) {
        String setting = variable.name() + "=" + Words.shown(value);
        return new Effect.Unknown(
                new Gap.Unread("what `" + setting + "` brings in"), bound, value.span());
    }
}
