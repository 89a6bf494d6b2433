package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Value;
import dev.cattlegrid.shell.Part;
import dev.cattlegrid.shell.Word;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What `${name…}` does to a value.
final class Operations {
    private final Expansion expansion;
    private final Arithmetic arithmetic;

    Operations(Expansion expansion, Arithmetic arithmetic) {
        this.expansion = expansion;
        this.arithmetic = arithmetic;
    }

    /// Fallbacks are not done here: they decide by whether the variable is set.
    Held apply(Part.Operation operation, Held held, State s) {
        return switch (operation) {
            case Part.Operation.Plain _, Part.Operation.Fallback _, Part.Operation.Names _ -> held;
            case Part.Operation.Length _ -> held.with(length(held.value()));
            case Part.Operation.Trim(var operator, var pattern) ->
                    held.with(trim(operator, expansion.pattern(pattern, s), held.value()));
            case Part.Operation.Replace(var operator, var pattern, var replacement) ->
                    replace(operator, pattern, replacement, held, s);
            case Part.Operation.Substring(var offset, var length) ->
                    held.with(substring(offset, length, held.value(), s));
            case Part.Operation.Fold(var operator, var pattern) ->
                    held.with(fold(operator, pattern, held.value()));
            case Part.Operation.Transform(char operator) ->
                    held.with(transform(operator, held.value()));
        };
    }

    private static Value length(Value value) {
        return value instanceof Value.Exact(var text)
                ? Value.exact(Integer.toString(text.codePointCount(0, text.length())))
                : Values.ONE_NAME;
    }

    private static Value trim(String operator, Value pattern, Value value) {
        if (!(pattern instanceof Value.Glob(var glob))) {
            return Value.unknown(Values.why(pattern));
        }
        if (!Values.texts(value).isEmpty()) {
            return Values.map(value, text -> trim(operator, glob, text));
        }
        return value instanceof Value.Glob(var names)
                ? trimName(operator, glob, names)
                : Value.unknown(Values.why(value));
    }

    private static String trim(String operator, String glob, String text) {
        boolean longest = operator.length() == 2;
        if (operator.startsWith("#")) {
            int end = Patterns.beginning(glob, text, longest);
            return end < 0 ? text : text.substring(end);
        }
        int start = Patterns.ending(glob, text, longest);
        return start < 0 ? text : text.substring(0, start);
    }

    /// One of some names, trimmed: `##*/` leaves a name, `%.*` leaves one in the same directory.
    private static Value trimName(String operator, String glob, String names) {
        if (operator.equals("##") && glob.equals("*/")) {
            int slash = names.lastIndexOf('/');
            return new Value.Glob(slash < 0 ? names : names.substring(slash + 1));
        }
        boolean atEnd = operator.startsWith("%") && glob.indexOf('/') < 0;
        boolean within = atEnd && (operator.equals("%") || names.indexOf('/') < 0);
        if (within
                && (names.indexOf('/') < 0
                        || Values.suffix(new Value.Glob(names)).indexOf('.') >= 0)) {
            int slash = names.lastIndexOf('/');
            return new Value.Glob(names.substring(0, slash + 1) + "*");
        }
        if (operator.equals("%") && glob.equals("/*") && names.lastIndexOf('/') > 0) {
            String above = names.substring(0, names.lastIndexOf('/'));
            return Values.hasActive(above)
                    ? new Value.Glob(above)
                    : Value.exact(Values.unescape(above));
        }
        return operator.startsWith("#") && names.indexOf('/') < 0
                ? Values.ONE_NAME
                : Value.unknown(Values.why(new Value.Glob(names)));
    }

    private Held replace(
            String operator, Word pattern, Optional<Word> replacement, Held held, State s) {
        Value glob = expansion.pattern(pattern, s);
        Held by = replacement.map(word -> expansion.held(word, s)).orElse(Held.EMPTY);
        Held both = new Held(held.value(), Held.both(held.sources(), by.sources()));
        if (!(glob instanceof Value.Glob(var active))
                || !(by.value() instanceof Value.Exact(var text))) {
            return both.with(Value.unknown("a replacement is not known"));
        }
        if (Values.isName(held.value())
                && held.value() instanceof Value.Glob
                && text.indexOf('/') < 0) {
            return both.with(Values.ONE_NAME);
        }
        return both.with(Values.map(held.value(), from -> replaced(operator, active, text, from)));
    }

    private static String replaced(String operator, String glob, String by, String text) {
        if (glob.isEmpty()) {
            return text;
        }
        if (operator.equals("/#")) {
            int end = Patterns.beginning(glob, text, true);
            return end < 0 ? text : by + text.substring(end);
        }
        if (operator.equals("/%")) {
            int start = Patterns.ending(glob, text, true);
            return start < 0 ? text : text.substring(0, start) + by;
        }
        var out = new StringBuilder();
        int at = 0;
        while (at < text.length() && out.length() <= Values.LONGEST) {
            int end = Patterns.longestAt(glob, text, at);
            if (end <= at) {
                out.append(text.charAt(at));
                at++;
                continue;
            }
            out.append(by);
            at = end;
            if (operator.equals("/")) {
                break;
            }
        }
        return out.append(text, Math.min(at, text.length()), text.length()).toString();
    }

    private Value substring(Word offset, Optional<Word> length, Value value, State s) {
        Optional<Long> from = arithmetic.number(offset, s);
        Optional<Long> count =
                length.isEmpty() ? Optional.of(Long.MAX_VALUE) : arithmetic.number(length.get(), s);
        if (from.isEmpty() || count.isEmpty()) {
            return Value.unknown("a piece of a text is not known");
        }
        if (value instanceof Value.Glob(var names) && names.indexOf('/') < 0) {
            return Values.ONE_NAME;
        }
        return Values.map(value, text -> substring(text, from.get(), count.get()));
    }

    private static String substring(String text, long from, long count) {
        long start = from < 0 ? text.length() + from : from;
        if (start < 0 || start > text.length()) {
            return "";
        }
        long end =
                count < 0
                        ? text.length() + count
                        : count > text.length()
                                ? text.length()
                                : Math.min(text.length(), start + count);
        return end <= start ? "" : text.substring((int) start, (int) end);
    }

    private static Value fold(String operator, Optional<Word> pattern, Value value) {
        if (pattern.isPresent() && !pattern.get().parts().isEmpty()) {
            return Values.isName(value) ? Values.ONE_NAME : Value.unknown("the case of a text");
        }
        UnaryOperator<String> change =
                switch (operator) {
                    case "^^" -> text -> text.toUpperCase(Locale.ROOT);
                    case ",," -> text -> text.toLowerCase(Locale.ROOT);
                    case "^" -> text -> first(text, true);
                    case "," -> text -> first(text, false);
                    case "~~" -> Operations::swapped;
                    default ->
                            text ->
                                    text.isEmpty()
                                            ? text
                                            : swapped(text.substring(0, 1)) + text.substring(1);
                };
        return Values.isName(value) && Values.texts(value).isEmpty()
                ? Values.ONE_NAME
                : Values.map(value, change);
    }

    private static String first(String text, boolean upper) {
        if (text.isEmpty()) {
            return text;
        }
        String start = text.substring(0, 1);
        return (upper ? start.toUpperCase(Locale.ROOT) : start.toLowerCase(Locale.ROOT))
                + text.substring(1);
    }

    private static String swapped(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(
                    Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return out.toString();
    }

    private static Value transform(char operator, Value value) {
        return switch (operator) {
            case 'Q' -> Values.map(value, text -> "'" + text.replace("'", "'\\''") + "'");
            case 'U' -> Values.map(value, text -> text.toUpperCase(Locale.ROOT));
            case 'L' -> Values.map(value, text -> text.toLowerCase(Locale.ROOT));
            case 'u' -> Values.map(value, text -> first(text, true));
            case 'a' -> Values.ONE_NAME;
            default -> Value.unknown("`@" + operator + "` is not followed");
        };
    }
}
