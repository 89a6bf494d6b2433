package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.Optional;
import java.util.Set;

final class ForeignRights extends EffectRule {

    ForeignRights() {
        super(
                Strength.SOFT,
                Set.of(Topic.SET_MODE),
                About.of(
                        About.Group.WEAKEN_SECURITY,
                        """
                        # foreign-rights: rights outside the project would be changed

                        Programs and services rely on the rights of system files and of keys; a wrong one locks people out or lets them in.

                        deny: chmod 666 /usr/lib/libc.so
                        deny: chown -R dev ~/.ssh
                        allow: chmod a+x ~/.local/bin/tool
                        allow: chmod +x scripts/run.sh
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.SetMode(var place, var mode, var recursive, _)
                        && !Wheres.isOwn(place)
                        && !Modes.isSpecial(mode)
                        && !place.is(Standing.REBUILDABLE)
                        && !place.is(Standing.SINK)
                        && !(Wheres.isCritical(place) && recursive)
                        && !(Modes.narrows(mode) && !recursive)
                        && !(isPlain(place) && Modes.isUsual(mode) && !recursive)
                        && !(facts.contained() && place.zone() == Zone.SYSTEM)
                        && !place.facts().ownWork()
                ? Optional.of(
                        found(effect, "the rights of %s would become `%s`", name(place), mode)
                                .clearedBy("say that the rights of " + name(place) + " may change"))
                : Optional.empty();
    }

    /// A document of the user's that nothing obeys; to let others read it is asked about.
    private static boolean isPlain(Place place) {
        return place.zone() == Zone.HOME && place.isExact() && place.standings().isEmpty();
    }
}
