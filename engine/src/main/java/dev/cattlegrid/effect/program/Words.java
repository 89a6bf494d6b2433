package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Small things that are asked of arguments.
final class Words {
    private Words() {}

    /// Several words as one text; known only if each of them is.
    static Arg joined(List<Arg> args, String between) {
        if (args.size() == 1) {
            return args.getFirst();
        }
        var text = new StringBuilder();
        Data data = Data.NONE;
        Arg unknown = null;
        for (Arg arg : args) {
            data = data.with(arg.data());
            Optional<String> known = arg.text();
            unknown = known.isEmpty() && unknown == null ? arg : unknown;
            text.append(text.isEmpty() ? "" : between).append(known.orElse(""));
        }
        var span = args.getFirst().span().to(args.getLast().span());
        if (unknown != null) {
            return new Arg(Value.unknown(why(unknown)), data.changed(), false, span);
        }
        return new Arg(
                Value.exact(text.toString()),
                new Data(data.sources(), Optional.of(text.toString())),
                false,
                span);
    }

    /// Standard input as a word.
    static Arg stdin(Invocation call) {
        Value value =
                call.stdin()
                        .text()
                        .map(Value::exact)
                        .orElseGet(() -> Value.unknown("what arrives on standard input"));
        return new Arg(value, call.stdin(), false, call.span());
    }

    /// A word for showing: what is known of it, with `…` for the rest.
    static String shown(Arg arg) {
        return switch (arg.value()) {
            case Value.Exact(var text) -> text;
            case Value.OneOf(var texts) -> String.join("|", texts);
            case Value.Glob(var pattern) -> pattern;
            case Value.Partial(var prefix, var suffix, _) -> prefix + "…" + suffix;
        };
    }

    static String shown(List<Arg> args) {
        return args.stream().map(Words::shown).collect(Collectors.joining(" "));
    }

    /// Why a word's value is not known, in the user's words.
    static String why(Arg arg) {
        return switch (arg.value()) {
            case Value.Exact(var text) -> "`" + text + "` may be several words";
            case Value.OneOf(var texts) -> "one of " + texts.size() + " values";
            case Value.Glob(var pattern) -> "`" + pattern + "` stands for file names";
            case Value.Partial(_, _, var why) -> why;
        };
    }

    /// The name in `NAME=value`.
    static Optional<String> settingOf(Arg word) {
        String text = word.splits() ? "" : word.value().prefix();
        int equals = text.indexOf('=');
        boolean name = equals > 0 && Character.isJavaIdentifierStart(text.charAt(0));
        for (int i = 0; name && i < equals; i++) {
            char c = text.charAt(i);
            name = c == '_' || c < 128 && Character.isLetterOrDigit(c);
        }
        return name ? Optional.of(text.substring(0, equals)) : Optional.empty();
    }

    /// A port or count; 0 where it is none.
    static int number(String text) {
        try {
            return text.isEmpty() || text.length() > 9 ? 0 : Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
