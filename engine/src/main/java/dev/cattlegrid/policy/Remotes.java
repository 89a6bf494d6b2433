package dev.cattlegrid.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Names of repositories elsewhere, the same for each way to write their address.
final class Remotes {
    private static final List<String> SCHEMES =
            List.of("https://", "http://", "ssh://", "git+ssh://");

    private Remotes() {}

    /// `host/path` of an address: `git@h.test:a/b.git`, `https://h.test/a/b`, `ssh://git@h.test/a/b` are one.
    static Optional<String> canonical(String url) {
        for (String scheme : SCHEMES) {
            if (url.startsWith(scheme)) {
                return hostAndPath(url.substring(scheme.length()), '/');
            }
        }
        int colon = url.indexOf(':');
        int slash = url.indexOf('/');
        boolean likeScp =
                colon > 0 && (slash < 0 || colon < slash) && !url.startsWith("://", colon);
        return likeScp ? hostAndPath(url, ':') : Optional.empty();
    }

    private static Optional<String> hostAndPath(String text, char between) {
        int end = text.indexOf(between);
        if (end <= 0) {
            return Optional.empty();
        }
        String host = text.substring(0, end);
        String path = text.substring(end + 1);
        host = host.substring(host.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        while (path.startsWith("/")) {
            path = path.substring(1);
        }
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        path = path.endsWith(".git") ? path.substring(0, path.length() - 4) : path;
        boolean helper = host.indexOf(':') >= 0 && between == ':';
        return host.isEmpty() || path.isEmpty() || path.startsWith(":") || helper
                ? Optional.empty()
                : Optional.of(host + "/" + path);
    }
}
