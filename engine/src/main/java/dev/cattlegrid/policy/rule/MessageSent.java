package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.Optional;
import java.util.Set;

final class MessageSent extends EffectRule {

    MessageSent() {
        super(
                Strength.SOFT,
                Set.of(Topic.SPEAK, Topic.SEND),
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # message-sent: a message would reach people

                        It goes out in the user's name and cannot be called back.

                        deny: mail -s hello team@example.com
                        deny: curl -d '{"text":"hello"}' https://hooks.slack.com/services/T0/B0/x
                        allow: echo hello
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return switch (effect) {
            case Effect.Speak(var service, var audience, _) ->
                    Optional.of(said(effect, or(audience, "people"), service));
            case Effect.Send send when !Verbs.onlyAsks(send.verb()) && isHook(send.to()) ->
                    Optional.of(said(effect, "people", send.to().host()));
            default -> Optional.empty();
        };
    }

    private Finding said(Effect effect, String audience, String service) {
        return found(effect, "a message would go to %s through %s", audience, service)
                .clearedBy("say what may be sent to whom");
    }

    /// An address at which a chat takes messages and shows them to people.
    static boolean isHook(Endpoint end) {
        return switch (end.host()) {
            case "hooks.slack.com", "api.telegram.org", "chat.googleapis.com" -> true;
            case "discord.com", "discordapp.com", "canary.discord.com" ->
                    end.url().contains("/webhooks/");
            case "slack.com" -> end.url().contains("/api/chat.");
            default -> end.host().endsWith(".webhook.office.com");
        };
    }
}
