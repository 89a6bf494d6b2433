package dev.cattlegrid.policy;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Standing;
import java.util.Set;
import java.util.stream.Stream;

/// Places at which a write would only fail: the user's own rights are not enough, and nothing in the call could act with
/// those of somebody else.
///
/// Where the operating system itself lives, and for what something else obeys, no such excuse counts: whoever tries to
/// write there is judged by what they say.
final class OutOfReach {
    /// What systems keep at the top. `/opt` holds what others added; `/usr/src` holds texts that nothing starts.
    private static final Set<String> SYSTEM_ROOTS =
            Set.of(
                    "Applications",
                    "Library",
                    "System",
                    "bin",
                    "boot",
                    "cores",
                    "efi",
                    "etc",
                    "gnu",
                    "initrd",
                    "lib",
                    "lib32",
                    "lib64",
                    "libx32",
                    "lost+found",
                    "nix",
                    "private",
                    "root",
                    "run",
                    "sbin",
                    "selinux",
                    "snap",
                    "usr",
                    "var");

    private OutOfReach() {}

    static boolean holds(Place place, Stream<Effect> call) {
        return place.facts().rights() == PathFacts.Rights.REFUSED
                && place.standings().stream().allMatch(standing -> standing == Standing.BUILD)
                && !isOperatingSystems(place.path())
                && call.noneMatch(OutOfReach::mayActForOthers);
    }

    private static boolean isOperatingSystems(String path) {
        int end = path.indexOf('/', 1);
        String top = path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
        return top.isEmpty() || SYSTEM_ROOTS.contains(top) && !path.startsWith("/usr/src/");
    }

    /// A container's engine and an agent have rights of their own, and what is not known may have any.
    private static boolean mayActForOthers(Effect effect) {
        return effect instanceof Effect.Elevate
                || effect instanceof Effect.Remote
                || effect instanceof Effect.Spawn
                || effect instanceof Effect.Unknown;
    }
}
