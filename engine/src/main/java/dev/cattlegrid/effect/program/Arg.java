package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.shell.Span;
import java.util.List;
import java.util.Optional;

/// One argument of a program.
///
/// @param data what went into it: variables, files, the network
/// @param splits whether it may turn out to be any number of words, options among them (an unquoted `$FILES`)
public record Arg(Value value, Data data, boolean splits, Span span) {
    private static final int LONGEST_LINE = 2_000;

    public static Arg exact(String text, Span span) {
        return new Arg(Value.exact(text), Data.spelled(text), false, span);
    }

    /// A command as a line: its words with blanks between them, `…` for one that is not known.
    public static String line(List<Arg> words) {
        var line = new StringBuilder();
        for (Arg word : words) {
            if (line.length() > LONGEST_LINE) {
                return line.append(" …").toString();
            }
            line.append(line.isEmpty() ? "" : " ").append(word.text().orElse("…"));
        }
        return line.toString();
    }

    public Optional<String> text() {
        return splits ? Optional.empty() : value.known();
    }

    public boolean is(String text) {
        return text().filter(text::equals).isPresent();
    }

    /// Whether it could be read as an option.
    public boolean mayBeOption() {
        String prefix = value.prefix();
        return splits || prefix.isEmpty() && value.known().isEmpty() || prefix.startsWith("-");
    }

    /// The rest of it behind its first characters: `out.txt` of `-oout.txt` or of `--output=out.txt`.
    ///
    /// @param count how many characters go; no more than are certainly there
    public Arg after(int count) {
        Value rest =
                switch (value) {
                    case Value.Exact(var text) -> Value.exact(text.substring(count));
                    case Value.OneOf(var texts) ->
                            texts.stream().allMatch(text -> text.length() >= count)
                                    ? new Value.OneOf(
                                            texts.stream()
                                                    .map(text -> text.substring(count))
                                                    .toList())
                                    : Value.unknown("one of several texts");
                    case Value.Glob(var pattern) -> new Value.Glob(pattern.substring(count));
                    case Value.Partial(var prefix, var suffix, var why) ->
                            new Value.Partial(
                                    prefix.substring(Math.min(count, prefix.length())),
                                    suffix,
                                    why);
                };
        return new Arg(
                rest,
                data.text().isPresent() && rest instanceof Value.Exact(var text)
                        ? new Data(data.sources(), Optional.of(text))
                        : data.changed(),
                splits,
                span);
    }

    /// The same word with another value.
    public Arg with(Value other) {
        return new Arg(other, data, splits, span);
    }
}
