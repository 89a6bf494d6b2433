package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Endpoint.Scope;
import dev.cattlegrid.effect.Value;
import java.util.Locale;

/// Turns what a program was given as a URL, `host`, `host:port` or `user@host` into the other end of a connection.
public final class Endpoints {
    private Endpoints() {}

    /// @param scheme what the program speaks where the word names none
    public static Endpoint of(Arg word, String scheme) {
        return of(word.value(), scheme);
    }

    public static Endpoint of(Value value, String scheme) {
        return switch (value) {
            case Value.Exact(var text) -> of(text, scheme);
            case Value.OneOf(var texts) -> of(texts, scheme);
            case Value.Glob(var pattern) -> of(pattern, scheme);
            case Value.Partial(var prefix, _, _) -> partial(prefix, scheme);
        };
    }

    /// One end where all texts name the same, else one whose host is unknown.
    private static Endpoint of(Iterable<String> texts, String scheme) {
        Endpoint first = null;
        for (String text : texts) {
            Endpoint each = of(text, scheme);
            if (first != null && !first.host().equals(each.host())) {
                return new Endpoint(scheme, "", 0, Scope.UNKNOWN, text);
            }
            first = each;
        }
        return first == null ? new Endpoint(scheme, "", 0, Scope.UNKNOWN, "") : first;
    }

    /// A host counts only if the known beginning goes past it.
    private static Endpoint partial(String prefix, String scheme) {
        int start = prefix.indexOf("://");
        String rest = prefix.substring(start < 0 ? 0 : start + 3);
        boolean whole = rest.indexOf('/') > 0 || rest.indexOf(':', rest.indexOf('@') + 1) > 0;
        if (whole) {
            return of(prefix, scheme);
        }
        String named = start < 0 ? scheme : prefix.substring(0, start).toLowerCase(Locale.ROOT);
        return new Endpoint(named, "", 0, Scope.UNKNOWN, prefix);
    }

    public static Endpoint of(String text, String scheme) {
        Endpoint end = dev.cattlegrid.effect.world.Endpoints.of(text);
        boolean told = text.contains("://");
        return told ? end : new Endpoint(scheme, end.host(), end.port(), end.scope(), text);
    }

    /// Where a host lies, as far as its name or address tells.
    public static Scope scope(String host) {
        return dev.cattlegrid.effect.world.Endpoints.of("//" + host).scope();
    }
}
