package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Topic;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Questions about places that several rules ask.
final class Wheres {
    /// The kinds of effects that change a place.
    static final Set<Topic> CHANGES =
            EnumSet.of(Topic.WRITE, Topic.DELETE, Topic.MOVE, Topic.SET_MODE, Topic.LINK);

    private static final Set<String> SCRATCH_ROOTS =
            Set.of("/tmp", "/var/tmp", "/private/tmp", "/dev/shm", "/private/var/tmp");

    private Wheres() {}

    /// All of a place, or nobody knows how much of it: its loss would be the loss of what it is.
    static boolean isCritical(Place place) {
        return place.is(Standing.CRITICAL);
    }

    static boolean isScratchRoot(Place place) {
        String path = place.path();
        String plain =
                path.length() > 1 && path.endsWith("/")
                        ? path.substring(0, path.length() - 1)
                        : path;
        return SCRATCH_ROOTS.contains(plain);
    }

    static boolean isSweep(Place place) {
        return switch (place.sure()) {
            case Place.Sure.Exact _ -> false;
            case Place.Sure.Expanded _, Place.Sure.Below _, Place.Sure.Unresolved _ -> true;
        };
    }

    /// In the workspace or scratch.
    static boolean isOwn(Place place) {
        return place.zone() == Zone.WORKSPACE || place.zone() == Zone.SCRATCH;
    }

    static boolean isHarmlessTarget(Place place) {
        return place.is(Standing.SINK) || place.is(Standing.REBUILDABLE);
    }

    /// Guarded by a rule of its own, wherever it lies.
    static boolean isGuarded(Place place) {
        return place.is(Standing.GATE)
                || place.is(Standing.CRITICAL)
                || place.is(Standing.AGENT_SETTINGS)
                || place.is(Standing.STARTUP)
                || place.is(Standing.EDITOR_SETTINGS)
                || place.is(Standing.SYSTEM_SECURITY)
                || place.is(Standing.AUDIT_TRAIL)
                || place.is(Standing.GIT_INTERNALS);
    }

    /// The places whose content, rights or existence an effect changes.
    static List<Place> changed(Effect effect) {
        return switch (effect) {
            case Effect.Write write -> List.of(write.place());
            case Effect.Delete delete -> List.of(delete.place());
            case Effect.Move(var from, var to, _) -> List.of(from, to);
            case Effect.SetMode setMode -> List.of(setMode.place());
            // Whoever writes to a link writes to what it leads to.
            case Effect.Link(var at, var target, _, _) ->
                    target.is(Standing.GATE) ? List.of(at, target) : List.of(at);
            case Effect.Read _,
                    Effect.Run _,
                    Effect.Send _,
                    Effect.Receive _,
                    Effect.Listen _,
                    Effect.Install _,
                    Effect.Git _,
                    Effect.Remote _,
                    Effect.Administer _,
                    Effect.Elevate _,
                    Effect.Persist _,
                    Effect.Signal _,
                    Effect.Spawn _,
                    Effect.Speak _,
                    Effect.Reveal _,
                    Effect.Unknown _ ->
                    List.of();
        };
    }

    /// The place where an effect puts something.
    static Optional<Place> written(Effect effect) {
        return switch (effect) {
            case Effect.Write write -> Optional.of(write.place());
            case Effect.Move move -> Optional.of(move.to());
            case Effect.Link link -> Optional.of(link.at());
            default -> Optional.empty();
        };
    }

    /// Overwritten for good, which a rule of its own looks at.
    static boolean isDestroyed(Effect effect) {
        return effect instanceof Effect.Write write
                && write.manner() == Effect.Write.Manner.DESTROY;
    }

    /// Whether only an empty directory would come to be in a place that nobody guards, and the call puts nothing
    /// there: nothing reads it, and what is put there later is judged when it is.
    static boolean isEmptyDirectory(Effect effect, Facts facts) {
        return isDirectory(effect)
                && facts.effects(Effect.class)
                        .filter(other -> !isDirectory(other))
                        .flatMap(other -> written(other).stream())
                        .allMatch(place -> isOwn(place) || isHarmlessTarget(place));
    }

    private static boolean isDirectory(Effect effect) {
        return effect instanceof Effect.Write write
                && write.manner() == Effect.Write.Manner.DIRECTORY
                && write.place().zone() != Zone.SYSTEM
                && write.place().zone() != Zone.REMOTE;
    }

    /// What would be lost, as the second half of a sentence about a place.
    static String said(PathFacts.Saved saved) {
        return switch (saved) {
            case NOTHING -> "holds nothing";
            case TRACKED_CLEAN -> "is in git as it stands";
            case MODIFIED -> "has changes that are in no commit";
            case UNTRACKED -> "is not in git";
            case IGNORED -> "is ignored by git, which has no copy of it";
            case REBUILDABLE -> "can be built again";
            case MIXED -> "holds work that is in no commit";
            case UNVERSIONED -> "is in no repository";
            case UNKNOWN -> "may hold work that is nowhere else";
        };
    }
}
