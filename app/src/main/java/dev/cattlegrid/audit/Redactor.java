package dev.cattlegrid.audit;

import dev.cattlegrid.flow.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes secrets out of text before it is written down or sent anywhere.
///
/// What looks like a secret by its shape (tokens, keys) or by its name (`password=`, `Authorization:`) goes; the name
/// stays. It would rather take too much than too little, and is no proof that nothing is left.
public final class Redactor {
    /// What stands where a secret stood.
    public static final String MARK = "[redacted]";

    private static final String SECRET_NAME =
            "[\\w.-]{0,40}?(?:passw(?:or)?d|passwd|passphrase|secret|token|api[_-]?key|access[_-]?key"
                    + "|private[_-]?key|account[_-]?key|credentials?|auth[_-]?key|encryption[_-]?key"
                    + "|signing[_-]?key|session[_-]?key|pgpass)[\\w-]{0,40}";

    /// A pattern and what of a match stays: groups 1 and 2 around the mark.
    private record Shape(Pattern pattern) {
        static Shape of(String regex) {
            return new Shape(Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
        }

        static Shape exactly(String regex) {
            return new Shape(Pattern.compile(regex));
        }
    }

    private static final List<Shape> SHAPES =
            List.of(
                    // Headers.
                    Shape.of(
                            "\\b((?:proxy-)?authorization\\s{0,3}[:=]\\s{0,3}[\"']?(?:(?:bearer|basic|token|digest|apikey)\\s{1,3})?)"
                                    + "(?!\\$)[^\\s\"'$][^\\r\\n\"']{0,4000}"),
                    Shape.of(
                            "\\b((?:x-[\\w-]{0,20}(?:key|token|secret)|private-token|api-key|cookie|set-cookie)"
                                    + "\\s{0,3}:\\s{0,3})(?!\\$)[^\\s\"'$][^\\r\\n\"']{0,4000}"),
                    Shape.of("\\b(bearer\\s{1,3})(?!\\$)[\\w.~+/=-]{8,4000}"),
                    // Who logs in, before the host of a URL.
                    Shape.of(
                            "\\b([a-z][a-z0-9+.-]{1,20}://[^/\\s:@'\"]{0,200}:)(?!\\$)[^/\\s@'\"]{1,400}(@)"),
                    Shape.of("\\b([a-z][a-z0-9+.-]{1,20}://)(?!\\$)[\\w.~-]{12,400}(@)"),
                    // Options that take a secret.
                    Shape.exactly(
                            "((?:^|\\s)(?:-u|--user|--proxy-user)[ =]['\"]?[^\\s:'\"]{1,100}:)(?!\\$)[^\\s'\"]{1,400}"),
                    Shape.exactly("(\\bsshpass\\s{1,5}-p\\s{0,5})(?!\\$)[^\\s]{1,400}"),
                    Shape.exactly(
                            "(\\b(?:mysql|mysqldump|mysqladmin|mariadb)\\b[^|;&\\n]{0,400}?\\s-p)(?!\\$)[^\\s'\"]{2,400}"),
                    Shape.of("(--?" + SECRET_NAME + "[ =]\\s{0,3})(?![\\$-])'[^'\\n]{1,4000}'"),
                    Shape.of("(--?" + SECRET_NAME + "[ =]\\s{0,3})(?![\\$-])\"[^\"\\n]{1,4000}\""),
                    Shape.of("(--?" + SECRET_NAME + "[ =]\\s{0,3})(?![\\$'\"-])[^\\s'\"]{1,4000}"),
                    // Names that say what their value is.
                    Shape.of(
                            "(\\b"
                                    + SECRET_NAME
                                    + "['\"]?\\s{0,3}[:=]\\s{0,3})'(?!\\$|\\[redacted)[^'\\n]{1,4000}'"),
                    Shape.of(
                            "(\\b"
                                    + SECRET_NAME
                                    + "['\"]?\\s{0,3}[:=]\\s{0,3})\"(?!\\$|\\[redacted)[^\"\\n]{1,4000}\""),
                    Shape.of(
                            "(\\b"
                                    + SECRET_NAME
                                    + "['\"]?\\s{0,3}[:=]\\s{0,3})(?![\\$'\"\\[])[^\\s'\",;&|]{3,4000}"));

    /// A cheap first look: a text without any of these letters cannot match.
    private static final Pattern MAYBE =
            Pattern.compile(
                    "://|-u|--user|passw|passphrase|pgpass|secret|token|key|credential|auth|cookie|bearer|sshpass|mysql|mariadb",
                    Pattern.CASE_INSENSITIVE);

    private Redactor() {}

    /// The text with every secret that was recognised replaced by [#MARK].
    public static String redact(String text) {
        String left = withoutTokens(text);
        if (!MAYBE.matcher(left).find()) {
            return left;
        }
        for (Shape shape : SHAPES) {
            left = without(left, shape.pattern());
        }
        return left;
    }

    /// The same for every text inside a value for JSON; names of members stay.
    public static Object redact(Object value) {
        return switch (value) {
            case String text -> redact(text);
            case Map<?, ?> map -> {
                var members = new LinkedHashMap<String, Object>();
                map.forEach((name, member) -> members.put(String.valueOf(name), redact(member)));
                yield members;
            }
            case List<?> list -> {
                var elements = new ArrayList<Object>();
                list.forEach(element -> elements.add(redact(element)));
                yield elements;
            }
            case java.util.Optional<?> optional -> optional.map(Redactor::redact);
            default -> value;
        };
    }

    private static String withoutTokens(String text) {
        List<Tokens.Found> tokens = Tokens.all(text);
        if (tokens.isEmpty()) {
            return text;
        }
        var left = new StringBuilder(text.length());
        int at = 0;
        for (Tokens.Found token : tokens) {
            left.append(text, at, token.start()).append(MARK);
            at = token.end();
        }
        return left.append(text, at, text.length()).toString();
    }

    private static String without(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        var left = new StringBuilder(text.length());
        do {
            String before = matcher.groupCount() >= 1 ? matcher.group(1) : "";
            String after = matcher.groupCount() >= 2 ? matcher.group(2) : "";
            matcher.appendReplacement(left, Matcher.quoteReplacement(before + MARK + after));
        } while (matcher.find());
        return matcher.appendTail(left).toString();
    }
}
