package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Part;
import dev.cattlegrid.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Parameters to what they hold, with everything that `${...}` does to it (bash manual, 3.5.3).
final class Parameters {
    /// The source of the process ids of this call's own jobs.
    static final Source OWN_JOB = new Source.Program("own job");

    private final Walk walk;
    private final Expansion expansion;
    private final Operations operations;

    Parameters(Walk walk, Expansion expansion, Arithmetic arithmetic) {
        this.walk = walk;
        this.expansion = expansion;
        this.operations = new Operations(expansion, arithmetic);
    }

    /// Whether it stands for any number of words even in quotes: `$@`, `${a[@]}`.
    static boolean isList(Part.Parameter parameter) {
        return parameter.name().equals("@") && parameter.subscript().isEmpty()
                || parameter.subscript().flatMap(Word::literal).filter("@"::equals).isPresent();
    }

    private static boolean isJoined(Part.Parameter parameter) {
        return parameter.name().equals("*") && parameter.subscript().isEmpty()
                || subscript(parameter).filter("*"::equals).isPresent();
    }

    private static Optional<String> subscript(Part.Parameter parameter) {
        return parameter
                .subscript()
                .filter(word -> word.parts().size() == 1)
                .map(word -> word.parts().getFirst())
                .flatMap(part ->
                        part instanceof Part.Literal(var text, _)
                                ? Optional.of(text)
                                : Optional.empty());
    }

    void add(Part.Parameter parameter, boolean quoted, Fields fields, State s) {
        if (isList(parameter) || isAt(parameter) || isJoined(parameter)) {
            list(parameter, quoted, fields, s);
            return;
        }
        if (parameter.operation()
                instanceof Part.Operation.Fallback(var kind, var emptyToo, var word)) {
            fallback(parameter, kind, emptyToo, word, quoted, fields, s);
            return;
        }
        Variable variable = of(parameter, s);
        if (variable.presence() == Variable.Presence.UNKNOWN
                && parameter.operation() instanceof Part.Operation.Length) {
            fields.whole(Held.oneName());
            return;
        }
        Expansion.expanded(
                operations.apply(parameter.operation(), variable.scalar(), s), quoted, fields);
    }

    private static boolean isAt(Part.Parameter parameter) {
        return subscript(parameter).filter("@"::equals).isPresent();
    }

    private void list(Part.Parameter parameter, boolean quoted, Fields fields, State s) {
        Listed listed = listed(parameter, s);
        switch (parameter.operation()) {
            case Part.Operation.Length _ ->
                    fields.whole(
                            listed.open
                                    ? Held.oneName()
                                    : Held.exact(Integer.toString(listed.values.size())));
            case Part.Operation.Fallback(var kind, _, var word) -> {
                boolean present = !listed.values.isEmpty() || listed.open;
                if (kind == '+' ? present : !present) {
                    other(word, quoted, fields, s);
                }
                if (kind != '+' && present || kind == '+' && listed.open) {
                    values(listed, quoted, isJoined(parameter), fields, s);
                }
            }
            case Part.Operation.Substring(var offset, var length) ->
                    values(
                            slice(listed, offset, length, parameter, s),
                            quoted,
                            isJoined(parameter),
                            fields,
                            s);
            case Part.Operation.Plain _,
                    Part.Operation.Trim _,
                    Part.Operation.Replace _,
                    Part.Operation.Fold _,
                    Part.Operation.Transform _,
                    Part.Operation.Names _ -> {
                var changed = new ArrayList<Held>(listed.values.size());
                for (Held value : listed.values) {
                    changed.add(operations.apply(parameter.operation(), value, s));
                }
                values(new Listed(changed, listed.open), quoted, isJoined(parameter), fields, s);
            }
        }
    }

    private Listed slice(
            Listed listed, Word offset, Optional<Word> length, Part.Parameter parameter, State s) {
        Optional<Long> from = expansion.arithmetic().number(offset, s);
        Optional<Long> count =
                length.isEmpty()
                        ? Optional.of(Long.MAX_VALUE)
                        : expansion.arithmetic().number(length.get(), s);
        if (listed.open || from.isEmpty() || count.isEmpty() || count.get() < 0) {
            return new Listed(listed.values, true);
        }
        var all = new ArrayList<Held>();
        boolean positional = parameter.subscript().isEmpty();
        if (positional) {
            all.add(s.zero);
        }
        all.addAll(listed.values);
        long start = from.get() < 0 ? all.size() + from.get() : from.get();
        if (start < 0) {
            return new Listed(List.of(), false);
        }
        int begin = (int) Math.min(start, all.size());
        int end =
                (int)
                        Math.min(
                                all.size(),
                                count.get() > all.size() ? all.size() : begin + count.get());
        return new Listed(all.subList(begin, end), false);
    }

    private void values(Listed listed, boolean quoted, boolean joined, Fields fields, State s) {
        boolean one = joined && quoted;
        String separator =
                s.variable("IFS")
                        .flatMap(ifs -> ifs.scalar().value().known())
                        .map(ifs -> ifs.isEmpty() ? "" : ifs.substring(0, 1))
                        .orElse(" ");
        if (!walk.meter.pieces(listed.values.size())) {
            return;
        }
        for (int i = 0; i < listed.values.size(); i++) {
            if (i > 0 && one) {
                fields.quoted(separator);
            } else if (i > 0) {
                fields.end();
            }
            Expansion.expanded(listed.values.get(i), quoted, fields);
        }
        if (listed.open) {
            Held rest = new Held(Value.unknown("the list is not known"), sources(listed));
            if (one) {
                fields.whole(rest);
            } else {
                fields.any(rest);
            }
        }
    }

    private static Set<Source> sources(Listed listed) {
        Set<Source> all = Set.of();
        for (Held value : listed.values) {
            all = Held.both(all, value.sources());
        }
        return all;
    }

    private record Listed(List<Held> values, boolean open) {}

    private Listed listed(Part.Parameter parameter, State s) {
        if (parameter.subscript().isEmpty()) {
            var values = new ArrayList<Held>(s.positional.size());
            for (Arg arg : s.positional) {
                values.add(new Held(arg.value(), arg.data().sources()));
            }
            return new Listed(
                    values, s.positionalOpen || s.positional.stream().anyMatch(Arg::splits));
        }
        Variable variable = lookup(parameter.name(), s);
        if (parameter.indirect()) {
            var names = new ArrayList<Held>();
            variable.elements()
                    .orElse(Map.of())
                    .keySet()
                    .forEach(name -> names.add(Held.exact(name)));
            return new Listed(
                    names, variable.open() || variable.presence() == Variable.Presence.UNKNOWN);
        }
        if (variable.elements().isPresent()) {
            return new Listed(List.copyOf(variable.elements().get().values()), variable.open());
        }
        return switch (variable.presence()) {
            case SET -> new Listed(List.of(variable.scalar()), false);
            case UNSET -> new Listed(List.of(), false);
            case UNKNOWN -> new Listed(List.of(variable.scalar()), true);
        };
    }

    private void fallback(
            Part.Parameter parameter,
            char kind,
            boolean emptyToo,
            Word word,
            boolean quoted,
            Fields fields,
            State s) {
        Variable variable = of(parameter, s);
        Status given = given(variable, emptyToo);
        if (kind == '+') {
            switch (given) {
                case TRUE -> other(word, quoted, fields, s);
                case FALSE -> {}
                case UNKNOWN ->
                        Expansion.expanded(expansion.held(word, s).or(Held.EMPTY), quoted, fields);
            }
            return;
        }
        switch (given) {
            case TRUE -> Expansion.expanded(variable.scalar(), quoted, fields);
            case FALSE -> {
                if (kind == '=') {
                    Held value = expansion.held(word, s);
                    s.set(parameter.name(), variable.holding(value));
                    Expansion.expanded(value, quoted, fields);
                } else if (kind == '?') {
                    fields.whole(Held.unknown("`" + parameter.name() + "` has to be set"));
                } else {
                    other(word, quoted, fields, s);
                }
            }
            case UNKNOWN -> {
                Held value =
                        kind == '?'
                                ? variable.scalar()
                                : variable.scalar().or(expansion.held(word, s));
                if (kind == '=') {
                    s.set(parameter.name(), variable.holding(value));
                }
                Expansion.expanded(value, quoted, fields);
            }
        }
    }

    private void other(Word word, boolean quoted, Fields fields, State s) {
        expansion.add(word.parts(), quoted, fields, s);
    }

    private static Status given(Variable variable, boolean emptyToo) {
        return switch (variable.presence()) {
            case UNSET -> Status.FALSE;
            case UNKNOWN -> Status.UNKNOWN;
            case SET ->
                    !emptyToo
                            ? Status.TRUE
                            : switch (variable.scalar().value()) {
                                case Value.Exact(var text) -> Status.of(!text.isEmpty());
                                case Value.OneOf(var texts) ->
                                        texts.contains("") ? Status.UNKNOWN : Status.TRUE;
                                case Value.Glob _ -> Status.TRUE;
                                case Value.Partial(var prefix, var suffix, _) ->
                                        prefix.isEmpty() && suffix.isEmpty()
                                                ? Status.UNKNOWN
                                                : Status.TRUE;
                            };
        };
    }

    /// The variable, element or special parameter that is meant.
    private Variable of(Part.Parameter parameter, State s) {
        if (parameter.operation() instanceof Part.Operation.Names) {
            return Variable.of(Held.unknown("the names of variables"));
        }
        if (parameter.subscript().isPresent()) {
            return element(lookup(parameter.name(), s), parameter.subscript().get(), s);
        }
        Variable variable = lookup(parameter.name(), s);
        if (!parameter.indirect()) {
            return variable;
        }
        return variable.scalar()
                .value()
                .known()
                .filter(name -> variable.presence() == Variable.Presence.SET)
                .map(name -> lookup(name, s))
                .orElseGet(() ->
                        unknown(
                                "`${!" + parameter.name() + "}` names something unknown",
                                Set.of()));
    }

    private Variable element(Variable array, Word subscript, State s) {
        Optional<String> key = key(array, subscript, s);
        if (key.isEmpty() || array.presence() == Variable.Presence.UNKNOWN) {
            return unknown("an element of an array", array.scalar().sources());
        }
        Map<String, Held> elements = array.elements().orElse(Map.of("0", array.scalar()));
        String name = key.get();
        if (name.startsWith("-") && !array.open()) {
            long index = Numbers.decimal(name).orElse(-1L) + elements.size();
            name = Long.toString(index);
        }
        Held held = elements.get(name);
        if (held != null) {
            return Variable.of(held);
        }
        return array.open() ? unknown("an element of an array", Set.of()) : Variable.UNSET;
    }

    /// The subscript as a key: a number for an indexed array, text for an associative one.
    Optional<String> key(Variable array, Word subscript, State s) {
        Optional<String> text = expansion.held(subscript, s).value().known();
        boolean named =
                array.elements().orElse(Map.of()).keySet().stream()
                        .anyMatch(name -> Numbers.decimal(name).isEmpty());
        if (named || text.isPresent() && Numbers.decimal(text.get()).isPresent()) {
            return text;
        }
        return expansion
                .arithmetic()
                .number(subscript, s)
                .map(number -> Long.toString(number))
                .or(() -> text);
    }

    private static Variable unknown(String why, Set<Source> sources) {
        return new Variable(
                Variable.Presence.UNKNOWN,
                new Held(Value.unknown(why), sources),
                Optional.empty(),
                false,
                false,
                false);
    }

    /// What a name holds now: set by the call, given by the shell, or the world's.
    Variable lookup(String called, State s) {
        String name = s.target(called);
        if (!name.isEmpty() && !Character.isLetter(name.charAt(0)) && name.charAt(0) != '_') {
            return special(name, s);
        }
        Optional<Variable> set = s.variable(name);
        if (set.isPresent()) {
            return set.get();
        }
        return switch (name) {
            case "PWD" -> Variable.of(directory(s.directory));
            case "OLDPWD" -> Variable.of(directory(s.previous));
            case "IFS" -> Variable.of(Held.exact(" \t\n"));
            case "UID", "EUID" -> Variable.of(Held.exact(Integer.toString(walk.world.uid())));
            case "_" -> Variable.of(s.lastArgument);
            case "RANDOM",
                    "SRANDOM",
                    "SECONDS",
                    "EPOCHSECONDS",
                    "EPOCHREALTIME",
                    "LINENO",
                    "SHLVL",
                    "BASH_VERSION",
                    "HOSTNAME",
                    "HOSTTYPE",
                    "MACHTYPE",
                    "OSTYPE",
                    "COLUMNS",
                    "LINES",
                    "FUNCNAME",
                    "BASH_SUBSHELL" ->
                    Variable.of(Held.oneName());
            case "PPID" -> Variable.of(Held.oneName());
            case "BASHPID" -> Variable.of(new Held(Values.ONE_NAME, Set.of(OWN_JOB)));
            case "PIPESTATUS" -> Variable.array(List.of(Held.oneName()), true);
            case "BASH_SOURCE" -> Variable.array(List.of(s.zero), false);
            default -> outside(name);
        };
    }

    private Variable outside(String name) {
        Set<Source> from = Set.of(new Source.Variable(name));
        return switch (walk.world.variable(name)) {
            case World.Variable.Set(var value) ->
                    Variable.of(new Held(Value.exact(value), from)).exported(true);
            case World.Variable.Unset _ -> Variable.UNSET;
            case World.Variable.Unknown _ -> unknown("`$" + name + "` has no value here", from);
        };
    }

    private Variable special(String name, State s) {
        return switch (name) {
            case "?" ->
                    Variable.of(
                            switch (s.status) {
                                case TRUE -> Held.exact("0");
                                case FALSE, UNKNOWN -> Held.oneName();
                            });
            case "$", "!" -> Variable.of(new Held(Values.ONE_NAME, Set.of(OWN_JOB)));
            case "#" ->
                    Variable.of(
                            s.positionalOpen
                                    ? Held.oneName()
                                    : Held.exact(Integer.toString(s.positional.size())));
            case "-" -> Variable.of(Held.exact("hB"));
            case "0" -> Variable.of(s.zero);
            default -> positional(name, s);
        };
    }

    private static Variable positional(String name, State s) {
        long index = Numbers.decimal(name).orElse(0L);
        if (index >= 1 && index <= s.positional.size()) {
            boolean shifted = s.positional.subList(0, (int) index).stream().anyMatch(Arg::splits);
            Arg arg = s.positional.get((int) index - 1);
            return shifted
                    ? unknown("`$" + name + "` is not known", arg.data().sources())
                    : Variable.of(new Held(arg.value(), arg.data().sources()));
        }
        return s.positionalOpen || s.positional.stream().anyMatch(Arg::splits)
                ? unknown("`$" + name + "` is not known", Set.of())
                : Variable.UNSET;
    }

    Held directory(Place place) {
        return place.isExact()
                ? Held.exact(place.path())
                : new Held(
                        new Value.Partial("/", "", "the working directory is not known"),
                        Held.SPELLED);
    }
}
