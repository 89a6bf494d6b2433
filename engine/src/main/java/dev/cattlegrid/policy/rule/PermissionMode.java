package dev.cattlegrid.policy.rule;

import dev.cattlegrid.call.Origin.Mode;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.EnumSet;
import java.util.Optional;

final class PermissionMode extends EffectRule {

    PermissionMode() {
        super(
                Strength.ASK,
                EnumSet.complementOf(EnumSet.of(Topic.FLOW, Topic.CALL)),
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # permission-mode: the permission mode asks before anything is changed

                        In the mode `auto` the gate decides by what a call would do. In `default` and `dontAsk` only what looks passes by
                        itself, in `acceptEdits` also changes of files in the project, and in `plan` nothing is changed at all. Leave for
                        the effect, by a rule of the settings or a grant, still counts.

                        ask: [in default] touch notes.txt
                        ask: [in default] npm test
                        allow: [in default] git status
                        allow: [in acceptEdits] mkdir -p src/new && touch src/new/a.ts
                        ask: [in acceptEdits] npm install
                        deny: [in plan] touch notes.txt
                        allow: [in plan] grep -rn name src
                        allow: touch notes.txt
                        """));
    }

    @Override
    public boolean applies(Facts facts) {
        return facts.call().origin().mode() != Mode.AUTO;
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {
        return refused(effect, facts.call().origin().mode())
                .map(finding -> finding.clearedBy("a person says yes, or changes the mode"));
    }

    private Optional<Finding> refused(Effect effect, Mode mode) {
        return switch (mode) {
            case AUTO, BYPASS_PERMISSIONS -> Optional.empty();
            case DEFAULT, DONT_ASK ->
                    foundIf(
                            changes(effect),
                            effect,
                            "in the mode `%s` a person is asked before anything is changed or run",
                            mode.text());
            case ACCEPT_EDITS ->
                    foundIf(
                            changes(effect) && !isEdit(effect),
                            effect,
                            "in the mode `acceptEdits` only changes of files in the project pass by themselves");
            case PLAN ->
                    foundIf(
                                    changes(effect) && !isPlan(effect),
                                    effect,
                                    "in the mode `plan` nothing is changed")
                            .map(finding -> finding.raisedTo(Strength.SOFT));
        };
    }

    private static boolean changes(Effect effect) {
        return switch (effect) {
            case Effect.Read _, Effect.Reveal _, Effect.Unknown _ -> false;
            case Effect.Run(var code, _) ->
                    switch (code) {
                        case Code.Program _, Code.Inline _ -> false;
                        case Code.Script _, Code.Project _ -> true;
                    };
            case Effect.Remote remote -> remote.change() != Effect.Remote.Change.READ;
            case Effect.Write(var place, _, _, _) -> place.zone() != Zone.DEVICE;
            case Effect.Delete _,
                    Effect.Move _,
                    Effect.SetMode _,
                    Effect.Link _,
                    Effect.Send _,
                    Effect.Receive _,
                    Effect.Listen _,
                    Effect.Install _,
                    Effect.Git _,
                    Effect.Administer _,
                    Effect.Elevate _,
                    Effect.Persist _,
                    Effect.Signal _,
                    Effect.Spawn _,
                    Effect.Speak _ ->
                    true;
        };
    }

    private static boolean isEdit(Effect effect) {
        return switch (effect) {
            case Effect.Write write -> isOfTheProject(write.place());
            case Effect.Delete delete -> isOfTheProject(delete.place());
            case Effect.Move(var from, var to, _) -> isOfTheProject(from) && isOfTheProject(to);
            default -> false;
        };
    }

    private static boolean isOfTheProject(Place place) {
        return place.zone() == Zone.WORKSPACE || place.zone() == Zone.SCRATCH;
    }

    /// The plan itself, which Claude Code keeps as a file of its own.
    private static boolean isPlan(Effect effect) {
        return effect instanceof Effect.Write write
                && write.place().isExact()
                && write.place().path().contains("/.claude/plans/")
                && write.place().path().endsWith(".md");
    }
}
