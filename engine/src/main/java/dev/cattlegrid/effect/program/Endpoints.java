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
        int start = text.indexOf("://");
        String named = start < 0 ? scheme : text.substring(0, start).toLowerCase(Locale.ROOT);
        String authority = text.substring(start < 0 ? 0 : start + 3);
        authority = authority.substring(0, end(authority));
        authority = authority.substring(authority.lastIndexOf('@') + 1);
        if (named.equals("unix") || start < 0 && text.startsWith("/")) {
            return new Endpoint(named, "", 0, Scope.LOOPBACK, text);
        }
        String host = authority;
        int port = 0;
        int bracket = authority.indexOf(']');
        int colon = authority.indexOf(':', Math.max(bracket, 0));
        if (authority.startsWith("[") && bracket > 0) {
            host = authority.substring(1, bracket);
        } else if (colon >= 0 && colon == authority.lastIndexOf(':')) {
            host = authority.substring(0, colon);
        }
        if (colon >= 0) {
            port = port(authority.substring(colon + 1));
        }
        host = host.toLowerCase(Locale.ROOT);
        while (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        return new Endpoint(named, host, port, scope(host), text);
    }

    private static int end(String authority) {
        for (int i = 0; i < authority.length(); i++) {
            if ("/?#\\".indexOf(authority.charAt(i)) >= 0) {
                return i;
            }
        }
        return authority.length();
    }

    private static int port(String text) {
        if (text.isEmpty() || text.length() > 5) {
            return 0;
        }
        int port = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            port = port * 10 + (c - '0');
        }
        return port > 65535 ? 0 : port;
    }

    /// Where a host lies, as far as its name or address tells; a number in another spelling than four decimal
    /// parts (`0x7f000001`, `2130706433`) is resolved as `inet_aton` does.
    public static Scope scope(String host) {
        if (host.isEmpty()) {
            return Scope.UNKNOWN;
        }
        long address = address(host);
        if (address >= 0) {
            return scope(address);
        }
        if (host.contains(":")) {
            return scopeOfSix(host);
        }
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return Scope.LOOPBACK;
        }
        if (host.equals("metadata")
                || host.equals("metadata.google.internal")
                || host.equals("instance-data.ec2.internal")
                || host.equals("instance-data")) {
            return Scope.METADATA;
        }
        boolean inside =
                host.endsWith(".local")
                        || host.endsWith(".internal")
                        || host.endsWith(".lan")
                        || host.endsWith(".home.arpa");
        return inside ? Scope.PRIVATE : Scope.REMOTE;
    }

    private static Scope scope(long address) {
        int first = (int) (address >> 24);
        int second = (int) (address >> 16 & 0xff);
        if (address == 0xA9FEA9FEL || address == 0xA9FEAA02L || address == 0x646464C8L) {
            return Scope.METADATA;
        }
        if (first == 127 || address == 0) {
            return Scope.LOOPBACK;
        }
        boolean inside =
                first == 10
                        || first == 172 && second >= 16 && second < 32
                        || first == 192 && second == 168
                        || first == 169 && second == 254
                        || first == 100 && second >= 64 && second < 128;
        return inside ? Scope.PRIVATE : Scope.REMOTE;
    }

    private static Scope scopeOfSix(String host) {
        if (host.equals("::1") || host.equals("::") || host.equals("0:0:0:0:0:0:0:1")) {
            return Scope.LOOPBACK;
        }
        if (host.startsWith("fd00:ec2:")) {
            return Scope.METADATA;
        }
        int mapped = host.startsWith("::ffff:") ? 7 : -1;
        if (mapped > 0 && address(host.substring(mapped)) >= 0) {
            return scope(address(host.substring(mapped)));
        }
        boolean inside = host.startsWith("fc") || host.startsWith("fd") || host.startsWith("fe8");
        return inside ? Scope.PRIVATE : Scope.REMOTE;
    }

    /// An IPv4 address as a number, in any spelling that `inet_aton` takes; -1 for a name.
    private static long address(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length > 4) {
            return -1;
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            long part = number(parts[i]);
            boolean last = i == parts.length - 1;
            long most = last ? 1L << 8 * (5 - parts.length) : 256;
            if (part < 0 || part >= most) {
                return -1;
            }
            address = last ? address << 8 * (5 - parts.length) | part : address << 8 | part;
        }
        return address;
    }

    private static long number(String text) {
        if (text.isEmpty() || text.length() > 12 || !Character.isDigit(text.charAt(0))) {
            return -1;
        }
        int radix = text.startsWith("0x") ? 16 : text.length() > 1 && text.startsWith("0") ? 8 : 10;
        try {
            return Long.parseLong(radix == 16 ? text.substring(2) : text, radix);
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}
