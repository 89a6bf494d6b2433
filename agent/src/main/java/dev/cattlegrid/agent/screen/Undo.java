package dev.cattlegrid.agent.screen;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.screen.EffectWords;
import java.util.List;

/// Whether what a call does can be taken back, as a person is told it before they say yes.
enum Undo {
    /// It changes nothing.
    NOTHING,
    YES,
    UNKNOWN,
    NO;

    private static final int MOST = 3;

    /// In words, a line each.
    static List<String> lines(List<Step> steps, Near near) {
        Undo worst =
                steps.stream().map(step -> of(step.effect())).max(Undo::compareTo).orElse(UNKNOWN);
        return switch (worst) {
            case NOTHING -> List.of("it changes nothing");
            case YES -> List.of("what it changes can be had back");
            case UNKNOWN -> List.of("whether this can be taken back is not known");
            case NO ->
                    steps.stream()
                            .filter(step -> of(step.effect()) == NO)
                            .map(step ->
                                    "cannot be taken back: "
                                            + near.of(EffectWords.of(step.effect())))
                            .distinct()
                            .limit(MOST)
                            .toList();
        };
    }

    static Undo of(Effect effect) {
        return switch (effect) {
            case Effect.Read _, Effect.Reveal _ -> NOTHING;
            case Effect.Write write -> written(write);
            case Effect.Delete(var place, _, _) -> lost(place);
            case Effect.Move(_, var to, _) -> lost(to);
            case Effect.SetMode _, Effect.Link _, Effect.Listen _ -> YES;
            case Effect.Run _, Effect.Receive _ -> NOTHING;
            case Effect.Install _, Effect.Administer _, Effect.Elevate _, Effect.Spawn _ -> UNKNOWN;
            case Effect.Persist _ -> YES;
            case Effect.Send _, Effect.Speak _, Effect.Signal _ -> NO;
            case Effect.Git(var action, _, _) -> of(action);
            case Effect.Remote remote ->
                    switch (remote.change()) {
                        case READ, READ_SECRET -> NOTHING;
                        case CHANGE -> YES;
                        case DESTROY, PUBLISH -> NO;
                        case UNKNOWN -> UNKNOWN;
                    };
            case Effect.Unknown _ -> UNKNOWN;
        };
    }

    private static Undo of(GitAction action) {
        return switch (action) {
            case GitAction.Keep _, GitAction.SkipHooks _ -> YES;
            case GitAction.Push push -> push.force() || push.delete() ? NO : UNKNOWN;
            case GitAction.Discard _, GitAction.Purge _ -> NO;
            case GitAction.Rewrite(_, var pushed) -> pushed ? UNKNOWN : YES;
            case GitAction.DeleteRef(_, var merged) -> merged ? YES : NO;
            case GitAction.Repoint _, GitAction.Config _ -> YES;
        };
    }

    private static Undo written(Effect.Write write) {
        return switch (write.manner()) {
            case CREATE, EDIT -> lost(write.place());
            case APPEND, DIRECTORY -> YES;
            case DESTROY -> NO;
        };
    }

    private static Undo lost(Place place) {
        PathFacts facts = place.facts();
        if (facts.existence() == PathFacts.Existence.ABSENT) {
            return YES;
        }
        return switch (facts.saved()) {
            case NOTHING, TRACKED_CLEAN, REBUILDABLE -> YES;
            case MODIFIED, UNTRACKED, IGNORED, MIXED, UNVERSIONED -> NO;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
