package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.LookAlikes;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class LookAlikeHost extends EffectRule {

    LookAlikeHost() {
        super(
                Strength.SOFT,
                Set.of(Topic.SEND, Topic.RECEIVE, Topic.GIT, Topic.INSTALL),
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # look-alike-host: a host is written so that it looks like a well-known one

                        A letter of another alphabet, a name in punycode that stands for one, or a `0` for an `o` leads to somebody else's
                        machine.

                        deny: curl https://gіthub.com/acme/project
                        deny: curl https://xn--gthub-n2e.com/
                        deny: curl https://paypa1.com/login
                        allow: curl https://github.com/acme/project
                        allow: curl https://münchen.de/
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {
        String host =
                switch (effect) {
                    case Effect.Send send -> hostOf(send.to());
                    case Effect.Receive receive -> hostOf(receive.from());
                    case Effect.Git(GitAction.Push push, _, _) -> LookAlikes.host(push.remote());
                    case Effect.Git(GitAction.Repoint repoint, _, _) ->
                            LookAlikes.host(repoint.url());
                    case Effect.Install install -> LookAlikes.host(install.packages());
                    default -> "";
                };
        return LookAlikes.of(host)
                .map(looks ->
                        found(effect, "`%s` %s", host, looks)
                                .clearedBy("say that `" + host + "` is meant"));
    }

    private static String hostOf(Endpoint end) {
        return end.host().isEmpty() ? LookAlikes.host(end.url()) : end.host();
    }
}
