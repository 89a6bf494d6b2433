package dev.cattlegrid.policy.rule;

import java.util.Locale;

/// Questions about requests and addresses that several rules ask.
final class Verbs {
    private Verbs() {}

    /// Whether a verb asks for something and changes nothing at the other end.
    static boolean onlyAsks(String verb) {
        return switch (verb.toUpperCase(Locale.ROOT)) {
            case "GET", "HEAD", "OPTIONS", "LOOKUP", "PING", "FETCH", "CONNECT", "RESOLVE" -> true;
            default -> false;
        };
    }

    static boolean isLoopback(String address) {
        return address.equals("localhost") || address.equals("::1") || address.startsWith("127.");
    }
}
