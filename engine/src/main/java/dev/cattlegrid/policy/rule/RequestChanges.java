package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.Optional;
import java.util.Set;

final class RequestChanges extends EffectRule {

    RequestChanges() {
        super(
                Strength.ASK,
                Set.of(Topic.SEND),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # request-changes: a request would carry data to another host or change something there

                        Data that has left cannot be called back, and what a request changes elsewhere nobody can undo from here.

                        ask: curl -X POST -d 'a=1' https://api.example.com/items
                        ask: curl -X POST http://localhost:9200/users/_delete_by_query
                        ask: curl -X POST http://localhost:2375/containers/create -d '{}'
                        ask: curl 'http://localhost:8123/' --data-binary 'DROP TABLE events'
                        ask: curl -T /var/lib/app/data.bin http://localhost:8080/upload
                        ask: scp notes.txt backup.example.com:
                        allow: curl -X POST -d 'a=1' http://localhost:3000/items
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        if (!(effect instanceof Effect.Send send)) {
            return Optional.empty();
        }
        boolean asked =
                switch (send.to().scope()) {
                    case LOOPBACK ->
                            Verbs.destroys(send)
                                    || Verbs.controls(send)
                                    || Verbs.carriesForeign(send);
                    case METADATA -> false;
                    case PRIVATE, REMOTE ->
                            facts.environment().trusts(send.to())
                                    ? Verbs.destroys(send) || Verbs.carriesForeign(send)
                                    : !Verbs.onlyAsks(send.verb());
                    case UNKNOWN -> true;
                };
        return foundIf(
                        asked,
                        effect,
                        "`%s` would reach %s",
                        send.verb().isEmpty() ? "a request" : send.verb(),
                        or(send.to().host(), "a host that is not known"))
                .map(finding -> finding.clearedBy("name the host and what it may be sent"));
    }
}
