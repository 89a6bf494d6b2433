package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import java.util.Optional;

final class AgentSettings extends EffectRule {

    AgentSettings() {
        super(
                Strength.SOFT,
                Wheres.CHANGES,
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # agent-settings: settings or records of an agent would be changed

                        They decide what an agent may do without asking, or say what it did.

                        deny: echo '{"permissions":{"allow":["Bash"]}}' > ~/.claude/settings.json
                        allow: cat README.md
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return Wheres.changed(effect).stream()
                .filter(place -> place.is(Standing.AGENT_SETTINGS) && !place.is(Standing.GATE))
                .findFirst()
                .map(place ->
                        found(
                                        effect,
                                        "%s decides what an agent may do, or records what it did",
                                        name(place))
                                .clearedBy("say by name that " + name(place) + " may be changed"));
    }
}
