package dev.cattlegrid.effect;

import java.util.List;
import java.util.Optional;

/// What a word comes to, as far as it can be told without running anything.
public sealed interface Value {
    /// This text.
    record Exact(String text) implements Value {}

    /// One of these: 2 to 64 texts, distinct.
    record OneOf(List<String> texts) implements Value {
        public OneOf {
            texts = List.copyOf(texts);
        }
    }

    /// A pattern that is expanded against file names; `*`, `?`, `[` are active unless a backslash stands before them.
    record Glob(String pattern) implements Value {}

    /// A text of which only the ends are known; both empty: nothing is known.
    ///
    /// @param why what is unknown, in the user's words: "`$X` has no value here"
    record Partial(String prefix, String suffix, String why) implements Value {}

    /// The number of a commit, as git prints it: no path that anybody meant.
    Value COMMIT = new Glob("[0123456789abcdef]*");

    static Value exact(String text) {
        return new Exact(text);
    }

    static Value unknown(String why) {
        return new Partial("", "", why);
    }

    /// The text, if it is this one text.
    default Optional<String> known() {
        return this instanceof Exact(var text) ? Optional.of(text) : Optional.empty();
    }

    /// What it certainly begins with; may be empty.
    default String prefix() {
        return switch (this) {
            case Exact(var text) -> text;
            case OneOf(var texts) -> commonPrefix(texts);
            case Glob(var pattern) -> literalBeginning(pattern);
            case Partial(var prefix, _, _) -> prefix;
        };
    }

    private static String commonPrefix(List<String> texts) {
        String common = texts.getFirst();
        for (String text : texts) {
            int length = 0;
            while (length < common.length()
                    && length < text.length()
                    && common.charAt(length) == text.charAt(length)) {
                length++;
            }
            common = common.substring(0, length);
        }
        return common;
    }

    private static String literalBeginning(String pattern) {
        var text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*' || c == '?' || c == '[') {
                break;
            }
            if (c == '\\' && i + 1 < pattern.length()) {
                i++;
                text.append(pattern.charAt(i));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
