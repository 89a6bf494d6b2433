package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Options.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads xargs: its input becomes words of a command.
///
/// Input that is known gives the words themselves; names below a place give one word below it; anything else gives
/// words of which nothing is known.
///
/// Source: xargs(1), findutils 4.9; xargs(1) of FreeBSD for `-J -R -S -o`.
final class XargsReader {
    private static final int MOST = 256;

    private static final Options OPTIONS =
            Options.of(
                            """
                            -0,--null -a=,--arg-file= -d=,--delimiter= -E= -e?,--eof? -I= -i?,--replace? -L=
                            -l?,--max-lines? -n=,--max-args= -P=,--max-procs= -p,--interactive -r,--no-run-if-empty
                            -s=,--max-chars= -t,--verbose -x,--exit --process-slot-var= --show-limits -o,--open-tty
                            --help --version -J= -R= -S=
                            """)
                    .stopping();

    private XargsReader() {}

    static Outcome read(Invocation call, Opener opener) {
        var sheet = new Sheet(call, opener);
        var words = new ArrayList<Arg>();
        Data input = call.stdin();
        String hole = "";
        char delimiter = ' ';
        for (Item item : OPTIONS.scan(call.args())) {
            switch (item) {
                case Item.Operand(var arg, _) -> words.add(arg);
                case Item.Strange(var name, var arg) -> sheet.strange(name, arg);
                case Item.Loose(var arg) -> {
                    return sheet.unknown(arg, Bound.ANYTHING).done();
                }
                case Item.Option option -> {
                    switch (option.name()) {
                        case "-0" -> delimiter = '\0';
                        case "-a" -> input = sheet.read(option.given());
                        case "-d" -> delimiter = delimiter(option.given());
                        case "-I", "-J" -> hole = option.given().text().orElse("{}");
                        case "-i" ->
                                hole =
                                        option.value()
                                                .flatMap(Arg::text)
                                                .filter(t -> !t.isEmpty())
                                                .orElse("{}");
                        default -> {}
                    }
                }
            }
        }
        if (!hole.isEmpty() && delimiter == ' ') {
            delimiter = '\n';
        }
        if (words.isEmpty()) {
            return sheet.output(input).done();
        }
        char separator = delimiter;
        Optional<List<String>> known = input.text().flatMap(text -> split(text, separator));
        Data data = input;
        if (known.isPresent() && known.get().isEmpty()) {
            return sheet.include(opener.command(words, call)).done();
        }
        Invocation from = withoutInput(call);
        if (hole.isEmpty()) {
            var all = new ArrayList<>(words);
            all.addAll(
                    known.map(texts -> exact(texts, data, call))
                            .orElseGet(() -> unknown(data, true, call)));
            return sheet.include(opener.command(all, from)).done();
        }
        List<Arg> each =
                known.map(texts -> exact(texts, data, call))
                        .orElseGet(() -> unknown(data, false, call));
        for (Arg one : each.size() > 64 ? unknown(data, false, call) : each) {
            sheet.include(opener.command(filled(words, hole, one), from));
        }
        return sheet.done();
    }

    private static Invocation withoutInput(Invocation call) {
        return new Invocation(
                call.name(),
                call.args(),
                call.environment(),
                Data.NONE,
                false,
                call.directory(),
                call.world(),
                call.contained(),
                call.raised(),
                call.span());
    }

    private static char delimiter(Arg arg) {
        String text = arg.text().orElse("\\n");
        return switch (text) {
            case "\\n" -> '\n';
            case "\\0" -> '\0';
            case "\\t" -> '\t';
            default -> text.isEmpty() ? ' ' : text.charAt(0);
        };
    }

    private static List<Arg> exact(List<String> texts, Data data, Invocation call) {
        return texts.stream()
                .map(text ->
                        new Arg(
                                Value.exact(text),
                                new Data(data.sources(), Optional.of(text)),
                                false,
                                call.span()))
                .toList();
    }

    /// One word for all that may come.
    private static List<Arg> unknown(Data data, boolean splits, Invocation call) {
        var words = new ArrayList<Arg>();
        for (Source source : data.sources()) {
            if (!(source instanceof Source.Names(var below)) || below.path().isEmpty()) {
                words.clear();
                break;
            }
            words.add(new Arg(below(below), data.changed(), false, call.span()));
        }
        return words.isEmpty()
                ? List.of(
                        new Arg(
                                Value.unknown("what xargs reads"),
                                data.changed(),
                                splits,
                                call.span()))
                : words;
    }

    /// A place that is itself "names below" keeps the end that it is known to have.
    private static Value below(Place place) {
        String path = place.path();
        String shown = place.written().isEmpty() ? path : place.written();
        int open = place.sure() instanceof Place.Sure.Below ? place.written().lastIndexOf('…') : -1;
        String end = open < 0 ? "" : place.written().substring(open + 1);
        return new Value.Partial(
                path.endsWith("/") ? path : path + "/", end, "names from `" + shown + "`");
    }

    private static List<Arg> filled(List<Arg> words, String hole, Arg one) {
        var all = new ArrayList<Arg>();
        for (Arg word : words) {
            String text = word.text().orElse("");
            int at = text.indexOf(hole);
            if (at < 0) {
                all.add(word);
            } else if (text.equals(hole)) {
                all.add(one);
            } else if (one.text().isPresent()) {
                all.add(
                        new Arg(
                                Value.exact(text.replace(hole, one.text().get())),
                                one.data().changed(),
                                false,
                                word.span()));
            } else {
                String after = text.substring(text.lastIndexOf(hole) + hole.length());
                Value value =
                        one.value() instanceof Value.Partial(var prefix, var suffix, var why)
                                ? new Value.Partial(
                                        text.substring(0, at) + prefix, suffix + after, why)
                                : Value.unknown(Sheet.why(one));
                all.add(new Arg(value, one.data().changed(), false, word.span()));
            }
        }
        return all;
    }

    /// The words of an input; empty where there are more than fit.
    private static Optional<List<String>> split(String text, char delimiter) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean some = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = delimiter != ' ';
            if (plain ? c == delimiter : quote == 0 && (c == ' ' || c == '\t' || c == '\n')) {
                if (some || plain && !word.isEmpty()) {
                    words.add(word.toString());
                }
                word.setLength(0);
                some = false;
            } else if (!plain && quote != 0 && c == quote) {
                quote = 0;
            } else if (!plain && quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
                some = true;
            } else if (!plain && quote == 0 && c == '\\' && i + 1 < text.length()) {
                i++;
                word.append(text.charAt(i));
                some = true;
            } else {
                word.append(c);
                some = true;
            }
            if (words.size() > MOST) {
                return Optional.empty();
            }
        }
        if (some) {
            words.add(word.toString());
        }
        return Optional.of(words);
    }
}
