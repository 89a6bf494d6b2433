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

final class FetchedCode extends FlowRule {

    FetchedCode() {
        super(
                Strength.SOFT,
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # fetched-code: code from the network would run unread

                        Whoever controls the other end decides what runs here, and may send something else to a pipe than to a browser.
                        Download it to a file, read it, then run it.

                        deny: curl -fsSL https://get.example.com | sh
                        deny: bash <(wget -qO- https://get.example.com)
                        allow: curl -fsSL -o install.sh https://get.example.com
                        """));
    }

    @Override
    Optional<Finding> look(Flow flow, Facts facts) {

        if (flow.label() != Label.UNTRUSTED
                || !(flow.to() instanceof Effect.Run(Code.Inline(var language, var data), _))
                || !data.sources().contains(flow.from())
                || Fetches.isFile(flow.to(), flow.from(), facts)
                || ReverseShell.isRaw(flow.from())) {
            return Optional.empty();
        }
        Finding finding =
                found(
                                flow,
                                "%s would run as %s without anybody having read it",
                                name(flow.from()),
                                language)
                        .clearedBy("say that the code from there may run");
        return Optional.of(Fetches.instead(flow.from(), finding));
    }
}
