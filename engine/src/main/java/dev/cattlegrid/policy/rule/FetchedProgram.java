package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.flow.Flow;
import dev.cattlegrid.flow.Label;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import java.util.Optional;

final class FetchedProgram extends FlowRule {

    FetchedProgram() {
        super(
                Strength.ASK,
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # fetched-program: a program that was just downloaded would run

                        It came from the network in this very call, and nobody has read it.

                        ask: curl -o install.sh https://get.example.com && bash install.sh
                        allow: curl -o install.sh https://get.example.com && cat install.sh
                        """));
    }

    @Override
    Optional<Finding> look(Flow flow, Facts facts) {

        if (flow.label() != Label.UNTRUSTED
                || !(flow.to() instanceof Effect.Run(var code, _))
                || ReverseShell.isRaw(flow.from())) {
            return Optional.empty();
        }
        String what =
                switch (code) {
                    case Code.Script(var place, _, _) -> EffectRule.name(place);
                    case Code.Inline(_, var data) ->
                            data.sources().contains(flow.from())
                                            && !Fetches.isFile(flow.to(), flow.from(), facts)
                                    ? ""
                                    : "a file";
                    case Code.Program _, Code.Project _ -> "";
                };
        return what.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        found(flow, "%s holds %s and would run unread", what, name(flow.from()))
                                .clearedBy("say that it may run"));
    }
}
