package dev.cattlegrid.desk;

import dev.cattlegrid.ledger.Deed;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.session.Granted;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Something that a grant would let pass or not, as the engine itself tells it: a person sees both before they keep one.
///
/// @param words fit to be shown
public record GrantExample(String words, boolean covered) {
    private static final String INSIDE = "/*";

    /// Examples on both sides of a grant.
    public static List<GrantExample> of(Granted grant) {
        return deeds(grant).stream()
                .map(deed ->
                        new GrantExample(
                                Shown.line(Granted.words(deed.kind(), deed.target())).text(),
                                grant.grant().deed().coversAtAnyStake(deed)))
                .toList();
    }

    /// Deeds on both sides: the same, what lies in it, what lies beside and above it, and other deeds on it.
    private static List<Deed> deeds(Granted grant) {
        String target = grant.target();
        Stream<String> targets =
                target.startsWith("/")
                        ? paths(target)
                        : Stream.of(target, target + "-2", "another " + target);
        Stream<Deed> others =
                Arrays.stream(Deed.Kind.values())
                        .filter(kind -> kind != grant.kind() && isNear(kind, grant.kind()))
                        .map(kind -> new Deed(kind, target, ""));
        return Stream.concat(targets.map(path -> new Deed(grant.kind(), path, "")), others)
                .toList();
    }

    private static Stream<String> paths(String target) {
        String tree =
                target.endsWith(INSIDE)
                        ? target.substring(0, target.length() - INSIDE.length())
                        : target;
        String parent = tree.substring(0, Math.max(1, tree.lastIndexOf('/')));
        return Stream.of(target, tree + "/inside.txt", tree + "-2", parent).distinct();
    }

    private static boolean isNear(Deed.Kind kind, Deed.Kind other) {
        return switch (other) {
            case LOSE, WRITE, READ, RIGHTS -> kind == Deed.Kind.LOSE || kind == Deed.Kind.WRITE;
            case PUSH, OVERWRITE_REF, DELETE_REF ->
                    kind == Deed.Kind.OVERWRITE_REF || kind == Deed.Kind.DELETE_REF;
            case CHANGE, DESTROY, PUBLISH -> kind == Deed.Kind.DESTROY;
            default -> false;
        };
    }
}
