package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Standing;
import java.util.List;
import java.util.Locale;

/// Questions about requests and addresses that several rules ask.
final class Verbs {
    private static final List<String> DESTROYING =
            List.of(
                    "delete",
                    "destroy",
                    "drop",
                    "purge",
                    "truncate",
                    "flush",
                    "wipe",
                    "reset",
                    "shutdown",
                    "terminate",
                    "_close",
                    "remove");

    private Verbs() {}

    /// Whether a verb asks for something and changes nothing at the other end.
    static boolean onlyAsks(String verb) {
        return switch (verb.toUpperCase(Locale.ROOT)) {
            case "GET", "HEAD", "OPTIONS", "LOOKUP", "PING", "FETCH", "CONNECT", "RESOLVE" -> true;
            default -> false;
        };
    }

    /// Whether a request destroys something at the other end, as far as its verb and address tell.
    static boolean destroys(Effect.Send send) {
        if (send.verb().equalsIgnoreCase("DELETE")) {
            return true;
        }
        if (onlyAsks(send.verb())) {
            return false;
        }
        String url = send.to().url().toLowerCase(Locale.ROOT);
        for (String word : DESTROYING) {
            if (url.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a request carries a file from outside the project and scratch.
    static boolean carriesForeign(Effect.Send send) {
        return !onlyAsks(send.verb())
                && send.data().sources().stream()
                        .anyMatch(source ->
                                source instanceof Source.File(var place)
                                        && !Wheres.isOwn(place)
                                        && !place.is(Standing.SINK));
    }

    static boolean isLoopback(String address) {
        return address.equals("localhost")
                || address.startsWith("localhost:")
                || address.equals("::1")
                || address.startsWith("[::1]")
                || address.startsWith("127.");
    }
}
