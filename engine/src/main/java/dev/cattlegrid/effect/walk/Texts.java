package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The builtins that print and read text: `echo`, `printf`, `read`, `mapfile`.
final class Texts {
    private final Walk walk;

    Texts(Walk walk) {
        this.walk = walk;
    }

    void echo(List<Arg> args, State s, Span span) {
        int at = 0;
        boolean newline = true;
        boolean escapes = s.option("xpg_echo");
        while (at < args.size() && isEchoOption(args.get(at))) {
            String option = args.get(at).text().orElse("");
            newline &= option.indexOf('n') < 0;
            escapes |= option.indexOf('e') >= 0;
            at++;
        }
        Arg joined = Args.joined(args.subList(at, args.size()));
        Value value = joined.value();
        if (escapes) {
            value = Values.map(value, Escapes::echo);
        }
        print(value, joined.data().sources(), newline, joined.splits(), s, span);
    }

    private static boolean isEchoOption(Arg arg) {
        String text = arg.text().orElse("");
        if (text.length() < 2 || text.charAt(0) != '-') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if ("neE".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private void print(
            Value value, Set<Source> sources, boolean newline, boolean splits, State s, Span span) {
        if (value instanceof Value.Exact(var text) && !splits) {
            s.io.out()
                    .append(
                            new Data(sources, Optional.of(newline ? text + "\n" : text)),
                            walk.doubt);
        } else {
            Value shown = splits ? new Value.Partial("", "", Values.why(value)) : value;
            s.io.out().append(new Held(shown, sources), walk.doubt);
        }
        walk.programs.shown(new Data(sources, Optional.empty()), s, span);
    }

    void printf(List<Arg> args, State s, Span span) {
        List<Arg> rest = args;
        Optional<Arg> name = Optional.empty();
        if (rest.size() >= 2 && rest.getFirst().is("-v")) {
            name = Optional.of(rest.get(1));
            rest = rest.subList(2, rest.size());
        }
        if (!rest.isEmpty() && rest.getFirst().is("--")) {
            rest = rest.subList(1, rest.size());
        }
        if (rest.isEmpty()) {
            return;
        }
        Arg all = Args.joined(rest);
        Optional<String> text = formatted(rest);
        boolean oneName =
                Values.isName(all.value())
                        && rest.getFirst().value() instanceof Value.Exact(var format)
                        && format.indexOf('\\') < 0;
        Value value =
                text.isPresent()
                        ? Value.exact(text.get())
                        : oneName ? Values.ONE_NAME : Value.unknown("what `printf` prints");
        if (name.isPresent()) {
            Held held = new Held(value, all.data().sources());
            name.get()
                    .text()
                    .ifPresent(n -> s.set(n, s.variable(n).orElse(Variable.UNSET).holding(held)));
            return;
        }
        print(value, all.data().sources(), false, all.splits(), s, span);
    }

    private static Optional<String> formatted(List<Arg> args) {
        var texts = new ArrayList<String>();
        for (Arg arg : args) {
            if (arg.text().isEmpty()) {
                return Optional.empty();
            }
            texts.add(arg.text().get());
        }
        return Escapes.printf(texts.getFirst(), texts.subList(1, texts.size()));
    }

    /// A line of the input goes into variables; the rest of it stays to be read.
    void read(List<Arg> args, State s) {
        var names = new ArrayList<String>();
        boolean raw = false;
        boolean array = false;
        boolean plain = true;
        Io.Input input = s.io.in();
        int number = 0;
        for (int i = 0; i < args.size(); i++) {
            String text = args.get(i).text().orElse("");
            if (!text.startsWith("-") || text.length() < 2) {
                names.add(text);
                continue;
            }
            raw |= text.indexOf('r') > 0;
            array |= text.indexOf('a') > 0;
            char last = text.charAt(text.length() - 1);
            if ("dinNptu".indexOf(last) >= 0) {
                plain &= last == 'p' || last == 't';
                i++;
                if (last == 'u' && i < args.size()) {
                    number = args.get(i).text().flatMap(Numbers::decimal).orElse(0L).intValue();
                    input = s.io.channel(number).in();
                }
            } else {
                plain &= "raesp".indexOf(last) >= 0;
            }
        }
        if (names.isEmpty()) {
            names.add("REPLY");
        }
        Optional<String> all = input.data().text();
        if (all.isEmpty() || !plain || !input.piped()) {
            unknown(names, array, input, s);
            return;
        }
        s.io =
                s.io.with(
                        number,
                        new Io.Channel(
                                line(names, array, raw, input, all.get(), s),
                                s.io.channel(number).out()));
    }

    private static void unknown(List<String> names, boolean array, Io.Input input, State s) {
        Set<Source> sources = input.data().sources();
        Value value = input.lines().orElseGet(() -> Value.unknown("what is read"));
        for (String name : names) {
            Held held = new Held(value, sources);
            s.set(name, array ? Variable.array(List.of(held), true) : Variable.of(held));
        }
        s.status = Status.UNKNOWN;
    }

    /// @return what is left to be read
    private static Io.Input line(
            List<String> names, boolean array, boolean raw, Io.Input input, String all, State s) {
        if (all.isEmpty()) {
            names.forEach(name -> s.set(name, Variable.of(Held.EMPTY)));
            s.status = Status.FALSE;
            return input;
        }
        int end = all.indexOf('\n');
        String line = end < 0 ? all : all.substring(0, end);
        String rest = end < 0 ? "" : all.substring(end + 1);
        Set<Source> sources = input.data().sources();
        var left = new Io.Input(new Data(sources, Optional.of(rest)), true);
        s.status = Status.of(end >= 0);
        if (!raw && line.indexOf('\\') >= 0) {
            unknown(names, array, new Io.Input(new Data(sources, Optional.empty()), true), s);
            s.status = Status.of(end >= 0);
            return left;
        }
        String separators =
                s.variable("IFS").flatMap(ifs -> ifs.scalar().value().known()).orElse(" \t\n");
        List<String> words = words(line, separators, array ? Integer.MAX_VALUE : names.size());
        if (array) {
            s.set(
                    names.getFirst(),
                    Variable.array(
                            words.stream().map(w -> new Held(Value.exact(w), sources)).toList(),
                            false));
            return left;
        }
        for (int i = 0; i < names.size(); i++) {
            String word = i < words.size() ? words.get(i) : "";
            s.set(names.get(i), Variable.of(new Held(Value.exact(word), sources)));
        }
        return left;
    }

    /// Words between separators; the last one takes the rest.
    private static List<String> words(String line, String separators, int most) {
        var words = new ArrayList<String>();
        int at = 0;
        while (at < line.length()) {
            while (at < line.length() && isBlank(line.charAt(at), separators)) {
                at++;
            }
            if (at >= line.length()) {
                break;
            }
            if (words.size() == most - 1) {
                int end = line.length();
                while (end > at && isBlank(line.charAt(end - 1), separators)) {
                    end--;
                }
                words.add(line.substring(at, end));
                return words;
            }
            int start = at;
            while (at < line.length() && separators.indexOf(line.charAt(at)) < 0) {
                at++;
            }
            words.add(line.substring(start, at));
            while (at < line.length() && isBlank(line.charAt(at), separators)) {
                at++;
            }
            if (at < line.length() && separators.indexOf(line.charAt(at)) >= 0) {
                at++;
            }
        }
        return words;
    }

    private static boolean isBlank(char c, String separators) {
        return (c == ' ' || c == '\t' || c == '\n') && separators.indexOf(c) >= 0;
    }

    void mapfile(List<Arg> args, State s) {
        String name = "MAPFILE";
        boolean trimmed = false;
        boolean plain = true;
        for (int i = 0; i < args.size(); i++) {
            String text = args.get(i).text().orElse("");
            if (text.equals("-t")) {
                trimmed = true;
            } else if (text.startsWith("-")) {
                plain = false;
                i++;
            } else {
                name = text;
            }
        }
        Data data = s.io.in().data();
        if (data.text().isEmpty() || !plain || !trimmed) {
            Value value = s.io.in().lines().orElseGet(() -> Value.unknown("what is read"));
            Held any = new Held(value, data.sources());
            s.set(name, Variable.array(List.of(any), true));
            return;
        }
        var lines = new ArrayList<Held>();
        for (String line : data.text().get().split("\n")) {
            lines.add(new Held(Value.exact(line), data.sources()));
        }
        s.set(name, Variable.array(lines, false));
    }
}
