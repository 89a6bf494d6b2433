package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.flow.Secrets;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class EnvironmentShown extends EffectRule {

    EnvironmentShown() {
        super(
                Strength.ASK,
                Set.of(Topic.REVEAL),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # environment-shown: the environment, or a secret in it, would be shown

                        An environment holds tokens more often than not. Ask for the one variable that is needed.

                        ask: env
                        ask: printenv GITHUB_TOKEN
                        allow: printenv PATH
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        if (!(effect instanceof Effect.Reveal(var variable, _))) {
            return Optional.empty();
        }
        if (variable.isEmpty()) {
            return Optional.of(
                    found(effect, "the whole environment would be shown")
                            .clearedBy("name the one variable that is needed")
                            .instead("printenv PATH"));
        }
        return foundIf(
                        Secrets.inVariable(variable.get()),
                        effect,
                        "the value of `%s` would be shown, and its name says that it is secret",
                        variable.get())
                .map(finding ->
                        finding.clearedBy("say that `" + variable.get() + "` may be shown"));
    }
}
