package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Place;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Wanted.Target;
import java.util.HashSet;
import java.util.Set;

/// The names by which people name what an effect is about.
final class Named {
    private Named() {}

    /// A path: as the call writes it, absolute, from the home or the working directory; in the project or scratch its last
    /// name is enough.
    static Target place(Place place, Facts facts) {
        var names = new HashSet<String>();
        String path = plain(place.path());
        names.add(path);
        below(facts.call().origin().directory(), path, "", names);
        if (Wheres.isOwn(place)) {
            names.add(path.substring(path.lastIndexOf('/') + 1));
        }
        return new Target(names, Set.of());
    }

    private static void below(String top, String path, String prefix, Set<String> names) {
        if (path.startsWith(top + "/")) {
            names.add(prefix + path.substring(top.length() + 1));
        }
    }

    /// Without what does not change which path it is.
    static String plain(String path) {
        String plain = path.startsWith("./") ? path.substring(2) : path;
        return plain.length() > 1 && plain.endsWith("/")
                ? plain.substring(0, plain.length() - 1)
                : plain;
    }
}
