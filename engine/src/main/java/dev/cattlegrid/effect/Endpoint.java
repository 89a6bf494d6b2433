package dev.cattlegrid.effect;

/// Another end of a connection.
///
/// @param scheme `https`, `ssh`, `tcp`, `git` …; empty where it is not told
/// @param host a name or an address, lower case; empty when it is unknown
/// @param port 0 when it is not told
/// @param url as written, for showing
public record Endpoint(String scheme, String host, int port, Scope scope, String url) {
    public enum Scope {
        /// `localhost`, `127.0.0.0/8`, `::1`, a unix socket.
        LOOPBACK,
        /// RFC 1918, link-local, `.local`, `.internal`.
        PRIVATE,
        /// A cloud's instance metadata service, which gives out credentials.
        METADATA,
        REMOTE,
        UNKNOWN
    }
}
