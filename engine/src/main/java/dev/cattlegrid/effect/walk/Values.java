package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What becomes of values: joined end to end, one or the other, widened.
final class Values {
    /// At most so many texts are told apart.
    static final int MOST = 64;

    /// A text longer than this is no longer followed.
    static final int LONGEST = 65_536;

    /// Any text without a slash.
    static final Value ONE_NAME = new Value.Glob("*");

    private static final String ACTIVE = "*?[";

    private Values() {}

    static Value concat(Value first, Value second) {
        if (first instanceof Value.Exact(var text) && text.isEmpty()) {
            return second;
        }
        if (second instanceof Value.Exact(var text) && text.isEmpty()) {
            return first;
        }
        if (first instanceof Value.Exact(var one) && second instanceof Value.Exact(var other)) {
            return one.length() + other.length() > LONGEST
                    ? tooLong(one)
                    : Value.exact(one + other);
        }
        List<String> left = texts(first);
        List<String> right = texts(second);
        if (!left.isEmpty() && !right.isEmpty()) {
            return product(left, right, first, second);
        }
        if (isGlobLike(first) && isGlobLike(second)) {
            String pattern = pattern(first) + pattern(second);
            return pattern.length() > LONGEST ? tooLong(pattern) : new Value.Glob(pattern);
        }
        return partial(first, second);
    }

    private static Value tooLong(String text) {
        return new Value.Partial(
                text.substring(0, Math.min(256, text.length())), "", "the text is too long");
    }

    private static Value product(List<String> left, List<String> right, Value first, Value second) {
        if (left.size() * right.size() > MOST) {
            return partial(first, second);
        }
        var texts = new LinkedHashSet<String>();
        for (String one : left) {
            for (String other : right) {
                if (one.length() + other.length() > LONGEST / MOST) {
                    return partial(first, second);
                }
                texts.add(one + other);
            }
        }
        return of(texts);
    }

    private static Value partial(Value first, Value second) {
        String prefix =
                first instanceof Value.Exact(var text) ? text + second.prefix() : first.prefix();
        String suffix =
                second instanceof Value.Exact(var text) ? suffix(first) + text : suffix(second);
        String why = why(first);
        return new Value.Partial(cut(prefix), cut(suffix), why.isEmpty() ? why(second) : why);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? "" : text;
    }

    /// One value for some texts, of which there is at least one.
    static Value of(Set<String> texts) {
        if (texts.size() == 1) {
            return Value.exact(texts.iterator().next());
        }
        var some = new ArrayList<>(texts);
        if (texts.size() <= MOST) {
            return new Value.OneOf(some);
        }
        String prefix = new Value.OneOf(some).prefix();
        for (String text : some) {
            if (text.indexOf('/', prefix.length()) >= 0) {
                return new Value.Partial(prefix, "", "it is one of many values");
            }
        }
        return new Value.Glob(escape(prefix) + "*");
    }

    /// The texts that it may be, where they can be counted; else empty.
    static List<String> texts(Value value) {
        return switch (value) {
            case Value.Exact(var text) -> List.of(text);
            case Value.OneOf(var texts) -> texts;
            case Value.Glob _, Value.Partial _ -> List.of();
        };
    }

    static String suffix(Value value) {
        return switch (value) {
            case Value.Exact(var text) -> text;
            case Value.OneOf(var texts) -> commonEnd(texts);
            case Value.Glob(var pattern) -> plainEnd(pattern);
            case Value.Partial(_, var suffix, _) -> suffix;
        };
    }

    private static String commonEnd(List<String> texts) {
        String common = texts.getFirst();
        for (String text : texts) {
            int length = 0;
            while (length < common.length()
                    && length < text.length()
                    && common.charAt(common.length() - 1 - length)
                            == text.charAt(text.length() - 1 - length)) {
                length++;
            }
            common = common.substring(common.length() - length);
        }
        return common;
    }

    private static String plainEnd(String pattern) {
        int start = pattern.length();
        while (start > 0 && "*?[]\\!@+()|".indexOf(pattern.charAt(start - 1)) < 0) {
            start--;
        }
        return pattern.substring(start);
    }

    static String why(Value value) {
        return switch (value) {
            case Value.Exact _ -> "";
            case Value.OneOf _ -> "it is one of several values";
            case Value.Glob(var pattern) -> "`" + pattern + "` may be any of several names";
            case Value.Partial(_, _, var why) -> why;
        };
    }

    private static boolean isGlobLike(Value value) {
        return value instanceof Value.Exact || value instanceof Value.Glob;
    }

    /// The value as a pattern in which the characters of a known text are plain.
    static String pattern(Value value) {
        return switch (value) {
            case Value.Exact(var text) -> escape(text);
            case Value.Glob(var pattern) -> pattern;
            case Value.OneOf _ -> escape(value.prefix()) + "*";
            case Value.Partial _ -> escape(value.prefix()) + "*";
        };
    }

    static boolean hasActive(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (ACTIVE.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether a pattern can stand for anything but itself: a `[` that nothing closes is plain.
    static boolean isPattern(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '*' || c == '?' || c == '[' && pattern.indexOf(']', i + 1) > 0) {
                return true;
            }
        }
        return false;
    }

    static String escape(String text) {
        if (!hasActive(text) && text.indexOf('\\') < 0) {
            return text;
        }
        var escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (ACTIVE.indexOf(c) >= 0 || c == '\\') {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    static String unescape(String pattern) {
        if (pattern.indexOf('\\') < 0) {
            return pattern;
        }
        var text = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                i++;
                c = pattern.charAt(i);
            }
            text.append(c);
        }
        return text.toString();
    }

    /// One or the other.
    static Value either(Value first, Value second) {
        if (first.equals(second)) {
            return first;
        }
        List<String> left = texts(first);
        List<String> right = texts(second);
        if (!left.isEmpty() && !right.isEmpty()) {
            var texts = new LinkedHashSet<>(left);
            texts.addAll(right);
            return of(texts);
        }
        if (isName(first) && isName(second)) {
            return ONE_NAME;
        }
        String why = why(first).isEmpty() ? why(second) : why(first);
        return new Value.Partial(common(first, second), "", why);
    }

    private static String common(Value first, Value second) {
        return new Value.OneOf(List.of(first.prefix(), second.prefix())).prefix();
    }

    /// Whether it certainly holds no slash and is not empty.
    static boolean isName(Value value) {
        return switch (value) {
            case Value.Exact(var text) -> !text.isEmpty() && text.indexOf('/') < 0;
            case Value.OneOf(var texts) ->
                    texts.stream().allMatch(t -> !t.isEmpty() && t.indexOf('/') < 0);
            case Value.Glob(var pattern) -> !pattern.isEmpty() && pattern.indexOf('/') < 0;
            case Value.Partial _ -> false;
        };
    }

    static Value widen(Value before, Value after) {
        if (before.equals(after)) {
            return before;
        }
        if (isName(before) && isName(after)) {
            return ONE_NAME;
        }
        String why = why(after);
        if (before instanceof Value.Partial(var prefix, _, var reason)
                && after.prefix().startsWith(prefix)) {
            return new Value.Partial(prefix, "", reason);
        }
        boolean again = before instanceof Value.Partial || after instanceof Value.Partial;
        return new Value.Partial(
                again ? "" : common(before, after),
                "",
                why.isEmpty() ? "it changes in a loop" : why);
    }

    /// The value after a change of text; a text that is not known stays so, with neither end known.
    static Value map(Value value, UnaryOperator<String> change) {
        return switch (value) {
            case Value.Exact(var text) -> Value.exact(change.apply(text));
            case Value.OneOf(var texts) -> {
                var changed = new LinkedHashSet<String>();
                texts.forEach(text -> changed.add(change.apply(text)));
                yield of(changed);
            }
            case Value.Glob _, Value.Partial _ -> Value.unknown(why(value));
        };
    }
}
