package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class DiskOverwritten extends EffectRule {

    DiskOverwritten() {
        super(
                Strength.HARD,
                Set.of(Topic.WRITE, Topic.ADMINISTER),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # disk-overwritten: a disk or another device would be overwritten

                        What is written to a disk's device goes past every file system on it; nothing brings the old content back.

                        deny: dd if=/dev/zero of=/dev/sda bs=1M
                        deny: mkfs.ext4 /dev/sdb1
                        allow: dd if=/dev/zero of=build/blank.img bs=1M count=1
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return switch (effect) {
            case Effect.Write(var place, _, _, _) ->
                    foundIf(
                            place.zone() == Zone.DEVICE
                                    && !place.is(Standing.SINK)
                                    && place.path().startsWith("/dev/"),
                            effect,
                            "the device %s would be overwritten",
                            name(place));
            case Effect.Administer(var area, var operation, var target, var gravity, _) ->
                    foundIf(
                            gravity == Effect.Administer.Gravity.DESTROY && isDisk(area, target),
                            effect,
                            "`%s` would destroy what is on %s",
                            operation,
                            or(target, "a disk"));
            default -> Optional.empty();
        };
    }

    private static boolean isDisk(String area, String target) {
        return area.startsWith("disk") || area.startsWith("volume") || target.startsWith("/dev/");
    }
}
