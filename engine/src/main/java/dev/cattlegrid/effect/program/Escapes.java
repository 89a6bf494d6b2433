package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World.Use;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Environment variables by which any program can be made to run or load something: the table `commands/escapes.toml`.
final class Escapes {
    private static final Map<String, Variable> VARIABLES = read();

    private Escapes() {}

    /// What becomes of a variable's value.
    enum How {
        SCRIPT,
        COMMAND,
        FILE,
        LOAD,
        DIRECTORIES,
        OPTIONS
    }

    /// @param among the pieces of which one makes the value load code, for [How#OPTIONS]
    record Variable(String name, How how, List<String> among) {}

    private static Map<String, Variable> read() {
        var variables = new HashMap<String, Variable>();
        for (Table row : new Table(CardText.read(Cards.escapes())).tables("variable")) {
            How how = How.valueOf(row.text("how").toUpperCase(Locale.ROOT));
            String name = row.text("name");
            variables.put(name, new Variable(name, how, Phrase.split(row.text("among"))));
        }
        return Map.copyOf(variables);
    }

    /// The same reader, which also looks at the environment that its program is started in.
    static Reader watching(Reader reader) {
        return (call, opener) -> {
            if (call.environment().isEmpty()) {
                return reader.read(call, opener);
            }
            Outcome outcome = reader.read(call, opener);
            Outcome.Notes notes = new Outcome.Notes();
            call.environment()
                    .forEach((name, value) -> {
                        Variable variable = VARIABLES.get(name);
                        if (variable != null) {
                            tell(variable, value, call, opener, notes);
                        }
                    });
            return notes.include(outcome).done();
        };
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
            case FILE -> notes.mayInclude(steps(opener.file(value, List.of(), plain)));
            case LOAD -> notes.must(unknown(variable, value));
            case DIRECTORIES -> directories(variable, value, text, call, notes);
            case OPTIONS -> {
                if (text.isEmpty() || variable.among().stream().anyMatch(text.get()::contains)) {
                    notes.must(unknown(variable, value));
                }
            }
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
            notes.must(unknown(variable, value));
            return;
        }
        for (String directory : known.split(":")) {
            Place place =
                    Places.of(
                                    Value.exact(directory.isEmpty() ? "." : directory),
                                    call.directory(),
                                    Use.READ,
                                    call.world())
                            .getFirst();
            boolean usual =
                    switch (place.zone()) {
                        case WORKSPACE, HOME, SYSTEM, OTHER_REPOSITORY -> true;
                        case SCRATCH, DEVICE, REMOVABLE, REMOTE, UNKNOWN -> false;
                    };
            if (!usual) {
                notes.must(unknown(variable, value));
                return;
            }
        }
    }

    private static Effect unknown(Variable variable, Arg value) {
        var gap =
                new Gap.Unread(
                        "what `" + variable.name() + "=" + Words.shown(value) + "` brings in");
        return new Effect.Unknown(gap, Bound.ANYTHING, value.span());
    }
}
