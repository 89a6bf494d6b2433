package dev.cattlegrid.effect.world;

import dev.cattlegrid.effect.Endpoint.Scope;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Says how far away a host is, by its name or address alone.
///
/// Source: RFC 6890 (special-purpose addresses), RFC 6761 (special-use names), `inet_aton(3)` for the old spellings of an
/// IPv4 address, and the clouds' own pages on instance metadata.
final class Addresses {
    private static final Set<String> METADATA_NAMES =
            Set.of(
                    "metadata.google.internal",
                    "metadata.goog",
                    "metadata",
                    "instance-data",
                    "instance-data.ec2.internal",
                    "metadata.tencentyun.com",
                    "metadata.packet.net",
                    "metadata.platformequinix.com",
                    "metadata.azure.internal",
                    "metadata.hetzner.cloud");

    private static final Set<String> METADATA_ADDRESSES =
            Set.of(
                    // AWS, Google, Azure, DigitalOcean, Oracle, Hetzner, OpenStack
                    "169.254.169.254",
                    // AWS: containers' and pods' credentials, time and names of an instance
                    "169.254.170.2",
                    "169.254.170.23",
                    "169.254.169.253",
                    // Alibaba; Oracle's old one; Azure's wire server; Tencent
                    "100.100.100.200",
                    "192.0.0.192",
                    "168.63.129.16",
                    "169.254.0.23",
                    // Scaleway
                    "169.254.42.42",
                    // AWS and Google over IPv6
                    "fd00:ec2:0:0:0:0:0:254",
                    "fd00:ec2:0:0:0:0:0:23",
                    "fd20:ce:0:0:0:0:0:254");

    private static final List<String> PRIVATE_ENDS =
            List.of(
                    ".local",
                    ".internal",
                    ".lan",
                    ".home.arpa",
                    ".intranet",
                    ".corp",
                    ".home",
                    ".private");

    private static final Set<String> LOOPBACK_NAMES =
            Set.of(
                    "localhost",
                    "localhost.localdomain",
                    "localhost4",
                    "localhost6",
                    "ip6-localhost",
                    "ip6-loopback",
                    "localhost6.localdomain6",
                    "localhost4.localdomain4");

    private Addresses() {}

    /// A host's name as it is compared: lower case, escapes resolved, no dot at its end, no zone of an address.
    static String name(String host) {
        String plain = host.indexOf('%') < 0 ? host : decoded(host);
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) >= 0x80) {
                plain = Normalizer.normalize(plain, Normalizer.Form.NFKC).replace('。', '.');
                break;
            }
        }
        String lower = plain.toLowerCase(Locale.ROOT);
        int zone = lower.indexOf('%');
        String bare =
                zone > 0 && looksLikeIpv6(lower.substring(0, zone))
                        ? lower.substring(0, zone)
                        : lower;
        return bare.length() > 1 && bare.endsWith(".")
                ? bare.substring(0, bare.length() - 1)
                : bare;
    }

    private static String decoded(String host) {
        var bytes = new StringBuilder();
        for (int i = 0; i < host.length(); i++) {
            int high = i + 2 < host.length() ? Character.digit(host.charAt(i + 1), 16) : -1;
            int low = i + 2 < host.length() ? Character.digit(host.charAt(i + 2), 16) : -1;
            if (host.charAt(i) == '%'
                    && high >= 0
                    && low >= 0
                    && !looksLikeIpv6(host.substring(0, i))) {
                byte[] one = {(byte) (high * 16 + low)};
                bytes.append(new String(one, StandardCharsets.ISO_8859_1));
                i += 2;
            } else {
                bytes.append(host.charAt(i));
            }
        }
        return bytes.toString();
    }

    static boolean looksLikeIpv6(String text) {
        int colons = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                colons++;
            } else if (Character.digit(c, 16) < 0 && c != '.') {
                return c == '%' && colons >= 2;
            }
        }
        return colons >= 2;
    }

    /// @param name as [#name] gives it, not empty
    static Scope scope(String name) {
        if (name.indexOf(':') >= 0) {
            return ofIpv6(name);
        }
        if (METADATA_NAMES.contains(name)) {
            return Scope.METADATA;
        }
        if (LOOPBACK_NAMES.contains(name) || name.endsWith(".localhost")) {
            return Scope.LOOPBACK;
        }
        long address = ipv4(name);
        if (address >= 0) {
            return ofIpv4(address);
        }
        if (namesMetadata(name)) {
            return Scope.METADATA;
        }
        if (endsInNumber(name)) {
            return Scope.UNKNOWN;
        }
        if (name.indexOf('.') < 0) {
            return isPlain(name) ? Scope.PRIVATE : Scope.UNKNOWN;
        }
        return PRIVATE_ENDS.stream().anyMatch(name::endsWith) ? Scope.PRIVATE : Scope.REMOTE;
    }

    /// A name of one of the services that resolve `1.2.3.4.service` to that address.
    private static boolean namesMetadata(String name) {
        char first = name.charAt(0);
        boolean dotted = first >= '0' && first <= '9';
        boolean dashed = name.indexOf('-') >= 0;
        return (dotted || dashed)
                && METADATA_ADDRESSES.stream()
                        .anyMatch(address ->
                                name.startsWith(address + ".")
                                        || name.contains(address.replace('.', '-') + "."));
    }

    /// Readers of URLs do not agree on what is not quite an address.
    private static boolean endsInNumber(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return name.indexOf('.') >= 0 && !last.isEmpty() && (isDecimal(last) || number(last) >= 0);
    }

    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_')) {
                return false;
            }
        }
        return true;
    }

    private static Scope ofIpv4(long address) {
        String text =
                "%d.%d.%d.%d"
                        .formatted(
                                address >> 24 & 255,
                                address >> 16 & 255,
                                address >> 8 & 255,
                                address & 255);
        if (METADATA_ADDRESSES.contains(text)) {
            return Scope.METADATA;
        }
        int first = (int) (address >> 24);
        int second = (int) (address >> 16 & 255);
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

    /// The address that `inet_aton` reads from one to four numbers, decimal, `0`octal or `0x`hexadecimal; -1 for none.
    static long ipv4(String name) {
        char first = name.charAt(0);
        if (first < '0' || first > '9') {
            return -1;
        }
        String[] parts = name.split("\\.", -1);
        if (parts.length > 4) {
            return -1;
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            long part = number(parts[i]);
            boolean last = i == parts.length - 1;
            long limit = last ? 1L << 8 * (4 - i) : 256;
            if (part < 0 || part >= limit) {
                return -1;
            }
            address = last ? address << 8 * (4 - i) | part : address << 8 | part;
        }
        return address;
    }

    private static long number(String text) {
        boolean hex = text.startsWith("0x");
        int radix = hex ? 16 : text.length() > 1 && text.startsWith("0") ? 8 : 10;
        String digits = hex ? text.substring(2) : text;
        if (digits.isEmpty() || digits.length() > 16) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
            if (value > 0xffffffffL) {
                return -1;
            }
        }
        return value;
    }

    private static Scope ofIpv6(String text) {
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException _) {
            return Scope.UNKNOWN;
        }
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return ofIpv4(ipv4In(bytes, 0));
        }
        if (METADATA_ADDRESSES.contains(address.getHostAddress())) {
            return Scope.METADATA;
        }
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return Scope.LOOPBACK;
        }
        if (holdsIpv4(bytes)) {
            return ofIpv4(ipv4In(bytes, 12));
        }
        boolean inside = address.isLinkLocalAddress() || (bytes[0] & 0xfe) == 0xfc;
        return inside ? Scope.PRIVATE : Scope.REMOTE;
    }

    /// `::a.b.c.d` and `64:ff9b::a.b.c.d` (RFC 6052).
    private static boolean holdsIpv4(byte[] bytes) {
        boolean translated =
                bytes[0] == 0
                        && bytes[1] == 0x64
                        && bytes[2] == (byte) 0xff
                        && bytes[3] == (byte) 0x9b;
        for (int i = translated ? 4 : 0; i < 12; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static long ipv4In(byte[] bytes, int from) {
        long address = 0;
        for (int i = from; i < from + 4; i++) {
            address = address << 8 | bytes[i] & 255;
        }
        return address;
    }
}
