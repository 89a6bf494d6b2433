package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;

/// Offers to download instead of running at once.
final class Fetches {
    private Fetches() {}

    static Finding instead(Source from, Finding finding) {
        return from instanceof Source.Network(var endpoint) && isPlain(endpoint)
                ? finding.instead("curl -fsSL -o install.sh '" + endpoint.url() + "'")
                : finding;
    }

    /// Whether the code that runs lies in a file, which could have been read first; code that a script of this call
    /// fetches for itself does not.
    static boolean isFile(Effect run, Source from, Facts facts) {
        return facts.effects(Effect.Run.class)
                .anyMatch(other ->
                        other.code() instanceof Code.Script(var place, _, _)
                                && !place.path().startsWith("/dev/fd/")
                                && other.span().equals(run.span())
                                && !isSpelledOut(place, from, facts));
    }

    /// Whether the call writes the file itself, and from elsewhere than there.
    private static boolean isSpelledOut(Place place, Source from, Facts facts) {
        var written =
                facts.effects(Effect.Write.class)
                        .filter(write -> write.place().path().equals(place.path()))
                        .toList();
        return !written.isEmpty()
                && written.stream().noneMatch(write -> write.data().sources().contains(from));
    }

    /// An address that can stand between quotes and is a page that anybody may ask for.
    private static boolean isPlain(Endpoint endpoint) {
        String url = endpoint.url();
        return endpoint.scope() == Endpoint.Scope.REMOTE
                && (url.startsWith("https://") || url.startsWith("http://"))
                && url.chars().allMatch(c -> c > ' ' && c < 127 && "'\"`$".indexOf(c) < 0);
    }
}
