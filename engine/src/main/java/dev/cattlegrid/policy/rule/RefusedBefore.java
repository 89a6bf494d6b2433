package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.EnumSet;
import java.util.Optional;

final class RefusedBefore extends EffectRule {

    RefusedBefore() {
        super(
                Strength.SOFT,
                EnumSet.allOf(Topic.class),
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # refused-before: what was refused in this session would be done by another way

                        It is the effect that was refused, and not the words of a command: another tool, an interpreter, a script or a wider target
                        that includes it does the same. Once a person has let it pass, or what was at stake has changed, it is a new question.

                        deny: [after rm -rf src] mv src /tmp/x
                        deny: [after rm -rf src] python3 -c "import shutil; shutil.rmtree('src')"
                        allow: [after rm -rf src] rm -rf build
                        allow: [after git push --force origin main] git push origin feature/work
                        """));
    }

    @Override
    public boolean applies(Facts facts) {
        return !facts.ledger().refusals().list().isEmpty();
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {
        return facts.ledger()
                .refusals()
                .of(effect)
                .map(refusal ->
                        found(
                                        effect,
                                        "refused before, as `%s`: %s",
                                        refusal.call(),
                                        refusal.reason())
                                .clearedBy("a person lets it pass"));
    }
}
