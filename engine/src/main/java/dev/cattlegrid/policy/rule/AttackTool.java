package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.AttackTools;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class AttackTool extends EffectRule {

    AttackTool() {
        super(
                Strength.ASK,
                Set.of(Topic.RUN),
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # attack-tool: a tool with the name of a well-known attack tool would run

                        Such tools collect passwords, raise rights, drive other machines or mine coins. Whoever tests a system with leave to do
                        so says it.

                        ask: python3 laZagne.py all
                        ask: ./linpeas.sh
                        ask: python3 CVE-2021-4034.py
                        allow: python3 manage.py test
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        if (!(effect instanceof Effect.Run(var code, _))) {
            return Optional.empty();
        }
        String name =
                switch (code) {
                    case Code.Program(var program, _) -> program;
                    case Code.Script(var place, _, _) -> place.path();
                    case Code.Project(_, var what) -> what;
                    case Code.Inline _ -> "";
                };
        boolean program = code instanceof Code.Program && name.indexOf('/') < 0;
        return AttackTools.purpose(name, program)
                .map(purpose ->
                        found(
                                        effect,
                                        "`%s` has the name of a tool that %s",
                                        name.substring(name.lastIndexOf('/') + 1),
                                        purpose)
                                .clearedBy("say that this tool may be used here"));
    }
}
