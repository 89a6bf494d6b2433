package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.shell.Assignment;
import dev.cattlegrid.shell.Command;
import dev.cattlegrid.shell.Part;
import dev.cattlegrid.shell.Span;
import dev.cattlegrid.shell.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Assignments, and the builtins that declare variables.
final class Declarations {
    private static final Set<String> NAMES =
            Set.of("export", "declare", "typeset", "local", "readonly");

    private final Walk walk;

    Declarations(Walk walk) {
        this.walk = walk;
    }

    /// The declaring builtin that a command starts with, if it does.
    static Optional<String> named(Command.Simple command) {
        if (command.words().isEmpty()) {
            return Optional.empty();
        }
        List<Part> parts = command.words().getFirst().parts();
        return parts.size() == 1
                        && parts.getFirst() instanceof Part.Literal(var text, _)
                        && NAMES.contains(text)
                ? Optional.of(text)
                : Optional.empty();
    }

    void assign(Assignment assignment, State s) {
        walk.at(s);
        String name = assignment.name();
        Variable old = walk.expansion.lookup(name, s);
        switch (assignment.value()) {
            case Assignment.Value.Scalar(var word) -> {
                Held value = walk.expansion.held(word, s);
                told(name, value, s);
                if (assignment.subscript().isPresent()) {
                    element(name, old, assignment.subscript().get(), assignment.append(), value, s);
                } else {
                    s.set(
                            name,
                            old.holding(value(old, old.scalar(), assignment.append(), value, s)));
                }
            }
            case Assignment.Value.Array(var elements, _) -> {
                Variable now = array(elements, assignment.append(), old, s);
                now.elements().orElse(Map.of()).values().forEach(each -> told(name, each, s));
                s.set(name, now.exported(old.exported()));
            }
        }
    }

    /// What a variable of the shell's own does with the value that it is given.
    private void told(String name, Held value, State s) {
        if (!name.startsWith("HIST")
                && !name.startsWith("P")
                && !name.equals("SAVEHIST")
                && !GateVariables.isOne(name)) {
            return;
        }
        GateVariables.set(name, Span.NONE).ifPresent(walk::note);
        Recording.assigned(name, value.value(), Span.NONE).ifPresent(walk::note);
        switch (name) {
            case "PROMPT_COMMAND" -> later(value, s);
            case "PS0", "PS1", "PS2", "PS4" -> {
                Optional<String> text = value.value().known();
                if (text.filter(t -> t.contains("$(") || t.contains("`")).isPresent()) {
                    later(value.with(Value.exact(": \"" + text.get() + "\"")), s);
                }
            }
            default -> {}
        }
    }

    /// A text that the shell reads before it asks for the next command.
    private void later(Held value, State s) {
        if (value.value().known().filter(String::isEmpty).isPresent()) {
            return;
        }
        State maybe = s.copy();
        var text = new Arg(value.value(), value.data(), false, Span.NONE);
        walk.doubt++;
        walk.shell(maybe, () -> walk.programs.texts.evaluate(text, maybe));
        walk.doubt--;
        walk.at(s);
    }

    private Held value(Variable variable, Held old, boolean append, Held value, State s) {
        if (variable.integer()) {
            return walk.expansion
                    .arithmetic()
                    .evaluate(value, s)
                    .map(number -> Held.exact(Long.toString(number)))
                    .orElseGet(Held::oneName);
        }
        if (!append) {
            return value;
        }
        return new Held(
                Values.concat(old.value(), value.value()),
                Held.both(old.sources(), value.sources()));
    }

    private void element(
            String name, Variable old, Word subscript, boolean append, Held value, State s) {
        Optional<String> key = walk.expansion.parameters().key(old, subscript, s);
        if (key.isEmpty()) {
            s.set(
                    name,
                    Variable.array(old.elements().orElse(Map.of()), true).exported(old.exported()));
            return;
        }
        Held before = old.elements().orElse(Map.of()).getOrDefault(key.get(), Held.EMPTY);
        s.set(name, old.with(key.get(), value(old, before, append, value, s)));
    }

    private Variable array(
            List<Assignment.Element> elements, boolean append, Variable old, State s) {
        var values = new LinkedHashMap<String, Held>();
        boolean open = false;
        if (append) {
            values.putAll(old.elements().orElse(Map.of()));
            open = old.open();
        }
        for (Assignment.Element element : elements) {
            if (element.subscript().isPresent()) {
                Optional<String> key =
                        walk.expansion.parameters().key(old, element.subscript().get(), s);
                open |= key.isEmpty();
                Held value = walk.expansion.held(element.word(), s);
                key.ifPresent(k -> values.put(k, value));
                continue;
            }
            var fields = new ArrayList<Arg>();
            walk.expansion.fields(element.word(), s, fields);
            for (Arg field : fields) {
                open |= field.splits();
                values.put(
                        Integer.toString(values.size()),
                        new Held(field.value(), field.data().sources()));
            }
        }
        return Variable.array(values, open);
    }

    /// `export`, `declare`, `typeset`, `local`, `readonly` with what follows.
    void run(String builtin, Command.Simple command, State s) {
        walk.at(s);
        var flags = new StringBuilder();
        int named = 0;
        for (Word word : command.words().subList(1, command.words().size())) {
            Optional<String> option =
                    word.literal().filter(text -> text.startsWith("-") || text.startsWith("+"));
            if (option.isPresent() && named == 0) {
                flags.append(option.get());
                continue;
            }
            named++;
            declare(builtin, flags.toString(), word, s);
        }
        for (Word word : readonly(builtin, flags) ? command.words() : List.<Word>of()) {
            Optional<String> name = split(word).map(Split::name).or(word::literal);
            name.filter(Declarations::isName)
                    .filter(text -> !text.equals(builtin))
                    .ifPresent(s::fix);
        }
        if (named == 0 && !(flags.indexOf("f") >= 0) && !builtin.equals("local")) {
            s.io.out().append(Data.of(new Source.Environment()), walk.doubt);
            walk.programs.shown(Data.of(new Source.Environment()), s, command.span());
        }
        s.status = Status.TRUE;
    }

    /// Variables that cannot be changed or taken away from here on.
    void fixed(String builtin, CharSequence flags, List<Arg> args, State s) {
        if (readonly(builtin, flags)) {
            for (Arg arg : args) {
                String text = arg.value().prefix();
                int equals = text.indexOf('=');
                String name = equals > 0 ? text.substring(0, equals) : text;
                Optional.of(name).filter(Declarations::isName).ifPresent(s::fix);
            }
        }
    }

    private static boolean readonly(String builtin, CharSequence flags) {
        return builtin.equals("readonly")
                || !builtin.equals("export")
                        && flags.toString().startsWith("-")
                        && flags.toString().contains("r");
    }

    private void declare(String builtin, String flags, Word word, State s) {
        Optional<Split> split = split(word);
        if (split.isEmpty()) {
            var fields = new ArrayList<Arg>();
            walk.expansion.fields(word, s, fields);
            for (Arg field : fields) {
                Subscripts.look(field.text(), walk, field.span());
                expanded(builtin, flags, field, s);
            }
            return;
        }
        Split parts = split.get();
        Variable old = prepared(builtin, flags, parts.name, s);
        if (parts.value.parts().size() == 1
                && parts.value.parts().getFirst() instanceof Part.ArrayValue(var elements, _)) {
            s.set(parts.name, flagged(builtin, flags, array(elements, parts.append, old, s)));
            return;
        }
        Held value = walk.expansion.held(parts.value, s);
        set(builtin, flags, parts.name, old, parts.append, value, s);
    }

    void expanded(String builtin, String flags, Arg field, State s) {
        Optional<String> text = field.text();
        int equals = field.value().prefix().indexOf('=');
        if (text.isEmpty() && equals <= 0) {
            return;
        }
        String name = equals > 0 ? field.value().prefix().substring(0, equals) : text.orElse("");
        if (flags.contains("f")) {
            return;
        }
        Variable old = prepared(builtin, flags, name, s);
        if (equals > 0) {
            Value value =
                    text.<Value>map(all -> Value.exact(all.substring(equals + 1)))
                            .orElseGet(() -> Value.unknown(Values.why(field.value())));
            set(builtin, flags, name, old, false, new Held(value, field.data().sources()), s);
        } else {
            s.set(name, flagged(builtin, flags, old));
        }
    }

    private void set(
            String builtin,
            String flags,
            String name,
            Variable old,
            boolean append,
            Held value,
            State s) {
        told(name, value, s);
        if (refers(builtin, flags)) {
            refer(name, value, s);
            return;
        }
        Variable typed = flags.contains("i") ? old.integer(true) : old;
        Held now = value(typed, old.scalar(), append, value, s);
        if (flags.contains("l") || flags.contains("u")) {
            boolean upper = flags.contains("u");
            now =
                    now.with(
                            Values.map(
                                    now.value(),
                                    text ->
                                            upper
                                                    ? text.toUpperCase(Locale.ROOT)
                                                    : text.toLowerCase(Locale.ROOT)));
        }
        s.set(name, flagged(builtin, flags, typed.holding(now)));
    }

    private static boolean refers(String builtin, String flags) {
        return flags.startsWith("-")
                && flags.contains("n")
                && !builtin.equals("export")
                && !builtin.equals("readonly");
    }

    /// The name stands for another variable from now on.
    private void refer(String name, Held value, State s) {
        Optional<String> target = value.value().known().filter(Declarations::isName);
        s.refer(name, Optional.empty());
        if (target.isPresent() && !target.get().equals(name)) {
            s.refer(name, target);
            return;
        }
        String why = "`" + name + "` stands for another variable";
        s.set(name, Variable.of(new Held(Value.unknown(why), value.sources())));
        walk.unknown(new Gap.UnknownValue(why), Span.NONE);
    }

    private static Variable flagged(String builtin, String flags, Variable variable) {
        boolean export =
                builtin.equals("export") && !flags.contains("n")
                        || flags.contains("x") && flags.contains("-");
        boolean array =
                (flags.contains("a") || flags.contains("A")) && variable.elements().isEmpty();
        Variable result = export ? variable.exported(true) : variable;
        if (builtin.equals("export") && flags.contains("n")) {
            result = result.exported(false);
        }
        return array && variable.presence() == Variable.Presence.UNSET
                ? Variable.array(List.of(), false).exported(result.exported())
                : result;
    }

    /// The variable as it is before the declaration; in a function a new one, the old one noted.
    private Variable prepared(String builtin, String flags, String name, State s) {
        Variable old = walk.expansion.lookup(name, s);
        boolean declares =
                builtin.equals("local") || builtin.equals("declare") || builtin.equals("typeset");
        if (!declares || flags.contains("g")) {
            return old;
        }
        for (Frame f = walk.frame; f != null; f = f.outer) {
            if (f.kind == Frame.Kind.SHELL) {
                break;
            }
            if (f.kind == Frame.Kind.FUNCTION && !f.name.isEmpty()) {
                f.local(name, s);
                return Variable.UNSET;
            }
        }
        return old;
    }

    private record Split(String name, boolean append, Word value) {}

    /// `name=value` in a word, as far as its name is plain text.
    private static Optional<Split> split(Word word) {
        if (word.parts().isEmpty()
                || !(word.parts().getFirst() instanceof Part.Literal(var text, var span))) {
            return Optional.empty();
        }
        int equals = text.indexOf('=');
        if (equals <= 0) {
            return Optional.empty();
        }
        boolean append = text.charAt(equals - 1) == '+';
        String name = text.substring(0, append ? equals - 1 : equals);
        if (!isName(name)) {
            return Optional.empty();
        }
        var rest = new ArrayList<Part>();
        if (equals + 1 < text.length()) {
            rest.add(new Part.Literal(text.substring(equals + 1), span));
        }
        rest.addAll(word.parts().subList(1, word.parts().size()));
        return Optional.of(new Split(name, append, new Word(rest, word.span())));
    }

    static boolean isName(String text) {
        if (text.isEmpty() || !(Character.isLetter(text.charAt(0)) || text.charAt(0) == '_')) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '_') {
                return false;
            }
        }
        return true;
    }
}
