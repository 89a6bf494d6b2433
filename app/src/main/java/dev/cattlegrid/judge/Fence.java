package dev.cattlegrid.judge;

import dev.cattlegrid.audit.Redactor;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.screen.Shown;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Keeps what is told apart from what is only quoted: all that comes from a session stands between two lines that nobody
/// can know before, one JSON value a line.
///
/// @param mark drawn anew for each request
record Fence(String mark) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstvwxyz23456789";
    private static final int LONG = 26;
    private static final int SHORT = 5;

    /// Words that servers of one's own take for marks of who speaks.
    private static final Pattern ROLE_MARK = Pattern.compile("\\[(?=/?[A-Z_]{3,24}\\])");

    static Fence fresh() {
        return new Fence(drawn(LONG));
    }

    /// A name for a call, which nothing in it can have known.
    static String freshId() {
        return drawn(SHORT);
    }

    private static String drawn(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    String open() {
        return "<<<" + mark;
    }

    String close() {
        return mark + ">>>";
    }

    String around(List<String> lines) {
        return open() + "\n" + String.join("\n", lines) + "\n" + close();
    }

    /// One line of data: secrets taken out, nothing hidden in it, nothing that a server would take for more than text.
    static String line(Map<String, Object> values) {
        return disarmed(Json.print(clean(values)));
    }

    /// A text as it is sent, without what is hidden in it.
    static String clean(String text) {
        return Shown.lines(Redactor.redact(text), Integer.MAX_VALUE).text();
    }

    private static Object clean(Object value) {
        return switch (value) {
            case String text -> clean(text);
            case Map<?, ?> map -> {
                var members = new LinkedHashMap<String, Object>();
                map.forEach(
                        (name, member) -> members.put(clean(String.valueOf(name)), clean(member)));
                yield members;
            }
            case List<?> list -> {
                var elements = new ArrayList<Object>();
                list.forEach(element -> elements.add(clean(element)));
                yield elements;
            }
            case Optional<?> optional -> optional.map(Fence::clean);
            default -> value;
        };
    }

    private static String disarmed(String json) {
        String text = json.replace("<", "\\u003c").replace(">", "\\u003e");
        return ROLE_MARK.matcher(text).replaceAll("\\\\u005b");
    }
}
