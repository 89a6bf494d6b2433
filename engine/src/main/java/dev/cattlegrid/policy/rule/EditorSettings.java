package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Wanted;
import java.util.Optional;

final class EditorSettings extends EffectRule {

    EditorSettings() {
        super(
                Strength.SOFT,
                Wheres.CHANGES,
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # editor-settings: settings with which an editor runs programs would be changed

                        An editor that opens the project runs what stands there.

                        deny: echo '{}' > .vscode/tasks.json
                        allow: cat .vscode/tasks.json
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return Wheres.changed(effect).stream()
                .filter(place -> place.is(Standing.EDITOR_SETTINGS) && !place.is(Standing.GATE))
                .findFirst()
                .map(place ->
                        found(effect, "%s can make an editor run programs", name(place))
                                .clearedBy("say by name that " + name(place) + " may be changed"));
    }
}
