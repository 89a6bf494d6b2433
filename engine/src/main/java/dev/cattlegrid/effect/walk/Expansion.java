package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.shell.Part;
import dev.cattlegrid.shell.Script;
import dev.cattlegrid.shell.Span;
import dev.cattlegrid.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Words to the arguments that they become (bash manual, 3.5 *Shell Expansions*, in its order).
final class Expansion {
    private static final String BLANKS = " \t\n";

    private final Walk walk;
    private final Parameters parameters;
    private final Arithmetic arithmetic;

    Expansion(Walk walk) {
        this.walk = walk;
        this.arithmetic = new Arithmetic(walk);
        this.parameters = new Parameters(walk, this, arithmetic);
    }

    Arithmetic arithmetic() {
        return arithmetic;
    }

    Parameters parameters() {
        return parameters;
    }

    Variable lookup(String name, State s) {
        return parameters.lookup(name, s);
    }

    /// The arguments of a command: braces, expansions, splitting, patterns.
    List<Arg> fields(List<Word> words, State s) {
        var done = new ArrayList<Arg>(words.size());
        for (Word word : words) {
            fields(word, s, done);
        }
        return done;
    }

    void fields(Word word, State s, List<Arg> done) {
        if (!walk.meter.pieces(word.parts().size())) {
            walk.exhausted("there are too many words", word.span());
            return;
        }
        Optional<String> plain = plain(word);
        if (plain.isPresent()) {
            done.add(Arg.exact(plain.get(), word.span()));
            return;
        }
        if (!hasBraces(word.parts())) {
            field(word.parts(), word.span(), s, done);
            return;
        }
        Optional<List<List<Part>>> all = Braces.expand(word.parts(), walk.meter);
        if (all.isEmpty()) {
            walk.exhausted("braces stand for too many words", word.span());
            return;
        }
        for (List<Part> parts : all.get()) {
            field(parts, word.span(), s, done);
        }
    }

    private static boolean hasBraces(List<Part> parts) {
        for (Part part : parts) {
            if (part instanceof Part.BraceList || part instanceof Part.BraceRange) {
                return true;
            }
        }
        return false;
    }

    private void field(List<Part> parts, Span span, State s, List<Arg> done) {
        var fields = new Fields(true, separators(s), done, span);
        add(parts, false, fields, s);
        fields.end(s.directory, walk.world);
    }

    /// The lists of words that a command may be, where an unquoted word is one of a few texts that are split
    /// differently; none where there is no such word, or too many.
    List<List<Arg>> alternatives(List<Arg> words, State s) {
        List<List<Arg>> lines = List.of();
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).splits()
                    || !(words.get(i).value() instanceof Value.OneOf(var texts))) {
                continue;
            }
            var more = new ArrayList<List<Arg>>();
            for (List<Arg> line : lines.isEmpty() ? List.of(words) : lines) {
                int rest = words.size() - i;
                for (String text : texts) {
                    var chosen = new ArrayList<>(line.subList(0, line.size() - rest));
                    var fields = new Fields(true, separators(s), chosen, words.get(i).span());
                    fields.split(new Held(Value.exact(text), words.get(i).data().sources()));
                    fields.end(s.directory, walk.world);
                    chosen.addAll(words.subList(i + 1, words.size()));
                    more.add(chosen);
                }
            }
            if (more.size() > Programming.NAMES) {
                return List.of();
            }
            lines = more;
        }
        return lines;
    }

    private static String separators(State s) {
        return s.variable("IFS")
                .map(ifs ->
                        ifs.presence() == Variable.Presence.UNSET
                                ? BLANKS
                                : ifs.scalar().value().known().orElse(BLANKS))
                .orElse(BLANKS);
    }

    /// The one text that a word stands for where nothing is split: an assigned value, a redirection's target, the
    /// subject of `case`, a here-document.
    Arg one(Word word, State s) {
        if (!walk.meter.pieces(word.parts().size())) {
            walk.exhausted("there are too many words", word.span());
            return new Arg(
                    Value.unknown("the call does too much to follow"),
                    Held.unknown("").data(),
                    false,
                    word.span());
        }
        Optional<String> plain = word.parts().size() == 1 ? plain(word) : Optional.empty();
        if (plain.isPresent()) {
            return Arg.exact(plain.get(), word.span());
        }
        var fields = new Fields(false, BLANKS, new ArrayList<>(0), word.span());
        add(word.parts(), false, fields, s);
        return fields.arg();
    }

    /// A text in which nothing is quoted but everything is as in double quotes: a here-document's body.
    Held inside(Word word, State s) {
        var fields = new Fields(false, BLANKS, new ArrayList<>(0), word.span());
        fields.begin();
        add(word.parts(), true, fields, s);
        Arg arg = fields.arg();
        return new Held(arg.value(), arg.data().sources());
    }

    Held held(Word word, State s) {
        Arg arg = one(word, s);
        return new Held(arg.value(), arg.data().sources());
    }

    /// The pattern that a word stands for: what is quoted in it is plain.
    Value pattern(Word word, State s) {
        Value value = Value.exact("");
        for (Part part : word.parts()) {
            value = Values.concat(value, patternPiece(part, s));
        }
        return value instanceof Value.Exact(var text) ? new Value.Glob(Values.escape(text)) : value;
    }

    private Value patternPiece(Part part, State s) {
        return switch (part) {
            case Part.Literal(var text, _) ->
                    new Value.Glob(text.indexOf('\\') < 0 ? text : text.replace("\\", "\\\\"));
            case Part.ExtendedGlob glob -> new Value.Glob(extended(glob, s));
            case Part.Parameter _, Part.CommandSubstitution _ -> {
                Held held = held(new Word(List.of(part), part.span()), s);
                yield held.value() instanceof Value.Exact(var text)
                        ? new Value.Glob(text)
                        : held.value();
            }
            case Part.Escaped _,
                    Part.SingleQuoted _,
                    Part.AnsiQuoted _,
                    Part.DoubleQuoted _,
                    Part.Tilde _,
                    Part.ArithmeticExpansion _,
                    Part.ProcessSubstitution _,
                    Part.BraceList _,
                    Part.BraceRange _,
                    Part.ArrayValue _ ->
                    held(new Word(List.of(part), part.span()), s).value();
        };
    }

    private String extended(Part.ExtendedGlob glob, State s) {
        var text = new StringBuilder().append(glob.operator()).append('(');
        for (int i = 0; i < glob.alternatives().size(); i++) {
            text.append(i == 0 ? "" : "|");
            text.append(Values.pattern(pattern(glob.alternatives().get(i), s)));
        }
        return text.append(')').toString();
    }

    /// The text of a word in which nothing expands, if it is such a one.
    private static Optional<String> plain(Word word) {
        List<Part> parts = word.parts();
        if (parts.size() == 1 && parts.getFirst() instanceof Part.Literal(var text, _)) {
            return Values.hasActive(text) && Values.isPattern(text)
                    ? Optional.empty()
                    : Optional.of(text);
        }
        return word.literal();
    }

    void add(List<Part> parts, boolean quoted, Fields fields, State s) {
        for (Part part : parts) {
            add(part, quoted, fields, s);
        }
    }

    private void add(Part part, boolean quoted, Fields fields, State s) {
        switch (part) {
            case Part.Literal(var text, _) -> {
                if (quoted) {
                    fields.quoted(text);
                } else {
                    fields.written(text);
                }
            }
            case Part.Escaped(var text, _) -> fields.quoted(text);
            case Part.SingleQuoted(var text, _) -> fields.quoted(text);
            case Part.AnsiQuoted(var text, _) -> fields.quoted(text);
            case Part.DoubleQuoted(var inside, _, _) -> inQuotes(inside, fields, s);
            case Part.Tilde(var user, _) -> fields.whole(home(user, s));
            case Part.Parameter parameter -> parameters.add(parameter, quoted, fields, s);
            case Part.CommandSubstitution(var script, _, _) ->
                    expanded(substitute(script, s), quoted, fields);
            case Part.ArithmeticExpansion(var expression, _) ->
                    expanded(arithmetic.value(expression, s), quoted, fields);
            case Part.ProcessSubstitution process -> fields.whole(walk.pipes.process(process, s));
            case Part.BraceList(var alternatives, _) -> {
                fields.written("{");
                for (int i = 0; i < alternatives.size(); i++) {
                    fields.written(i == 0 ? "" : ",");
                    add(alternatives.get(i).parts(), quoted, fields, s);
                }
                fields.written("}");
            }
            case Part.BraceRange(var first, var last, var step, _) ->
                    fields.written(
                            "{" + first + ".." + last + step.map(by -> ".." + by).orElse("") + "}");
            case Part.ExtendedGlob glob -> {
                if (quoted) {
                    fields.quoted(extended(glob, s));
                } else {
                    fields.pattern("*");
                }
            }
            case Part.ArrayValue _ -> fields.begin();
        }
    }

    /// A word in double quotes: nothing but `"$@"` alone vanishes where it is empty.
    private void inQuotes(List<Part> inside, Fields fields, State s) {
        boolean list =
                inside.size() == 1
                        && inside.getFirst() instanceof Part.Parameter parameter
                        && Parameters.isList(parameter);
        if (!list) {
            fields.begin();
        }
        add(inside, true, fields, s);
    }

    static void expanded(Held held, boolean quoted, Fields fields) {
        if (quoted) {
            fields.whole(held);
        } else {
            fields.split(held);
        }
    }

    private Held home(String user, State s) {
        return switch (user) {
            case "" ->
                    s.variable("HOME")
                            .filter(home -> home.presence() != Variable.Presence.UNSET)
                            .map(Variable::scalar)
                            .orElseGet(() -> Held.exact(walk.world.home()));
            case "+" -> parameters.directory(s.directory);
            case "-" -> parameters.directory(s.previous);
            default ->
                    walk.world
                            .homeOf(user)
                            .map(Held::exact)
                            .orElseGet(() ->
                                    new Held(
                                            new Value.Partial(
                                                    "/", "", "the home of `" + user + "`"),
                                            Set.of()));
        };
    }

    /// What a script prints, without the newlines at its end.
    Held substitute(Script script, State s) {
        if (script.items().isEmpty()) {
            return Held.EMPTY;
        }
        walk.substitutions++;
        Sink sink = Sink.taken(walk.doubt);
        State inner = s.copy();
        inner.io = s.io.out(sink);
        walk.shell(inner, () -> walk.script(script, inner));
        s.takeFiles(inner);
        s.status = inner.status;
        walk.at(s);
        return printed(sink);
    }

    private static Held printed(Sink sink) {
        Set<Source> sources = sink.data().sources();
        Optional<String> text = sink.data().text();
        if (text.isPresent()) {
            String all = text.get().replace("\0", "");
            int end = all.length();
            while (end > 0 && all.charAt(end - 1) == '\n') {
                end--;
            }
            return new Held(Value.exact(all.substring(0, end)), sources);
        }
        return new Held(
                sink.value().orElseGet(() -> Value.unknown("the output of " + named(sources))),
                sources);
    }

    private static String named(Set<Source> sources) {
        for (Source source : sources) {
            if (source instanceof Source.Program(var name)) {
                return "`" + name + "` is not known";
            }
        }
        return "a command is not known";
    }
}
