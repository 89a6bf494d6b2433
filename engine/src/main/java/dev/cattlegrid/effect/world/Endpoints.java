package dev.cattlegrid.effect.world;

import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Value;
import java.util.List;
import java.util.Locale;

/// Reads URLs, hosts and `user@host:path` for the other end that they name. Nothing is looked up.
///
/// Where readers of URLs differ (backslashes, spaces, braces before the host ends), the scope is unknown.
///
/// Source: RFC 3986, 3.2 *Authority*; `curl(1)` URL; `scp(1)`; `git-fetch(1)` GIT URLS.
public final class Endpoints {
    private static final String UNSURE = "\\ \t\r\n{}\"<>^`|*";

    private Endpoints() {}

    /// The ends that a value may stand for; at least one.
    public static List<Endpoint> of(Value value) {
        return switch (value) {
            case Value.Exact(var text) -> List.of(of(text));
            case Value.OneOf(var texts) -> texts.stream().map(Endpoints::of).toList();
            // a URL with a query is a pattern to the shell, which hardly ever matches a file
            case Value.Glob(var pattern) -> List.of(of(Pattern.literal(pattern)));
            case Value.Partial(var prefix, var suffix, _) -> List.of(beginning(prefix, suffix));
        };
    }

    /// The end that a text names; the scope is unknown where the text could be read in two ways.
    public static Endpoint of(String text) {
        String scheme = scheme(text);
        if (!scheme.isEmpty()) {
            String rest = text.substring(scheme.length() + 1);
            if (rest.startsWith(":")) {
                return new Endpoint(scheme, "", 0, Endpoint.Scope.UNKNOWN, text);
            }
            if (scheme.equals("file") || scheme.equals("unix")) {
                return fileOrSocket(scheme, rest, text);
            }
            if (rest.startsWith("//")) {
                return authority(scheme, withoutPath(rest.substring(2)), text);
            }
            return new Endpoint(scheme, "", 0, Endpoint.Scope.UNKNOWN, text);
        }
        if (text.startsWith("//")) {
            return authority("", withoutPath(text.substring(2)), text);
        }
        if (text.startsWith("/") || text.startsWith("./") || text.startsWith("../")) {
            return new Endpoint("file", "", 0, Endpoint.Scope.LOOPBACK, text);
        }
        return bare(text);
    }

    /// A file on this machine, unless the URL names another one.
    private static Endpoint fileOrSocket(String scheme, String rest, String text) {
        String host = rest.startsWith("//") ? withoutPath(rest.substring(2)) : "";
        return host.isEmpty() || host.equalsIgnoreCase("localhost")
                ? new Endpoint(scheme, host, 0, Endpoint.Scope.LOOPBACK, text)
                : authority(scheme, host, text);
    }

    /// What a URL begins with, before its colon: a letter, then letters, digits, `+`, `-`, `.`; lower case.
    private static String scheme(String text) {
        int end = 0;
        while (end < text.length() && isOfScheme(text.charAt(end), end == 0)) {
            end++;
        }
        if (end < 2 || end >= text.length() || text.charAt(end) != ':') {
            return "";
        }
        String rest = text.substring(end + 1);
        String scheme = text.substring(0, end).toLowerCase(Locale.ROOT);
        if (Addresses.looksLikeIpv6(withoutPath(text))) {
            return "";
        }
        boolean url = rest.startsWith("//") || rest.startsWith(":");
        boolean known =
                switch (scheme) {
                    case "http", "https", "ftp", "ftps", "ws", "wss", "file", "unix" -> true;
                    default -> false;
                };
        return url || known ? scheme : "";
    }

    private static boolean isOfScheme(char c, boolean first) {
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        return letter || !first && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.');
    }

    private static String withoutPath(String text) {
        int end = 0;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, end);
    }

    /// A host alone, `host:port`, `user@host`, `user@host:path`, `host:path`, `[::1]:22`, `::1`, `host/path`.
    private static Endpoint bare(String text) {
        int colon = text.indexOf(':');
        int slash = text.indexOf('/');
        boolean remotePath =
                colon > 0
                        && (slash < 0 || colon < slash)
                        && !text.startsWith("[")
                        && !isDigits(withoutPath(text.substring(colon + 1)))
                        && !Addresses.looksLikeIpv6(withoutPath(text));
        if (remotePath) {
            return authority("ssh", text.substring(0, colon), text);
        }
        int bracket = text.indexOf("]:");
        if (text.startsWith("[")
                && bracket > 0
                && !isDigits(withoutPath(text.substring(bracket + 2)))) {
            return authority("ssh", text.substring(0, bracket + 1), text);
        }
        return authority("", withoutPath(text), text);
    }

    private static Endpoint authority(String scheme, String authority, String url) {
        boolean unsure = false;
        for (int i = 0; i < authority.length(); i++) {
            char c = authority.charAt(i);
            unsure |= c < ' ' || UNSURE.indexOf(c) >= 0;
        }
        String place = authority.substring(authority.lastIndexOf('@') + 1);
        String host = place;
        int port = 0;
        int colon = place.lastIndexOf(':');
        if (colon >= 0 && colon > place.lastIndexOf(']') && !Addresses.looksLikeIpv6(place)) {
            host = place.substring(0, colon);
            String digits = place.substring(colon + 1);
            port = port(digits);
            unsure |= port < 0;
            port = Math.max(port, 0);
        }
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        String name = Addresses.name(host);
        unsure |= name.isEmpty() || name.indexOf('[') >= 0;
        return new Endpoint(
                scheme, name, port, unsure ? Endpoint.Scope.UNKNOWN : Addresses.scope(name), url);
    }

    /// @return 0 for none, -1 for what is no port
    private static int port(String digits) {
        if (digits.isEmpty()) {
            return 0;
        }
        if (!isDigits(digits) || digits.length() > 5) {
            return -1;
        }
        int port = Integer.parseInt(digits);
        return port <= 65535 ? port : -1;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// The end that a half-known text names, if its host is told whole: what is unknown is taken to hold no `@`.
    private static Endpoint beginning(String prefix, String suffix) {
        String written = prefix + "…" + suffix;
        int start = prefix.indexOf("://");
        boolean path = start >= 0 && prefix.indexOf('/', start + 3) >= 0;
        boolean scp = start < 0 && prefix.indexOf('@') > 0 && prefix.indexOf(':') > 0;
        boolean query = start >= 0 && (prefix.indexOf('?') > 0 || prefix.indexOf('#') > 0);
        boolean bareHost = start < 0 && prefix.indexOf('/') > 0;
        // what follows the colon is taken to be a port
        boolean port =
                start >= 0
                        && prefix.indexOf(':', start + 3) == prefix.length() - 1
                        && prefix.indexOf('@') < 0
                        && (suffix.isEmpty() || suffix.startsWith("/"));
        if (!path && !scp && !query && !bareHost && !port) {
            String scheme = start > 0 ? prefix.substring(0, start).toLowerCase(Locale.ROOT) : "";
            return new Endpoint(scheme, "", 0, Endpoint.Scope.UNKNOWN, written);
        }
        Endpoint known = of(prefix);
        return new Endpoint(known.scheme(), known.host(), known.port(), known.scope(), written);
    }
}
