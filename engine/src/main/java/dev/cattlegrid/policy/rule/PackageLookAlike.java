package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Packages;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class PackageLookAlike extends EffectRule {

    PackageLookAlike() {
        super(
                Strength.SOFT,
                Set.of(Topic.INSTALL),
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # package-look-alike: a package is spelled almost like a well-known one

                        Such names are registered to catch slips of the finger.

                        deny: pip install reqeusts
                        deny: npm install expresss
                        allow: pip install requests
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        if (!(effect instanceof Effect.Install install)
                || install.from() != Effect.Install.Provenance.NAMED
                || SystemPackage.isSystem(install)) {
            return Optional.empty();
        }
        for (String name : Packages.unknownOf(install)) {
            Optional<String> meant = Packages.lookAlike(install.ecosystem(), name);
            if (meant.isPresent()) {
                return Optional.of(
                        found(
                                        effect,
                                        "`%s` is spelled almost like the well-known `%s`",
                                        name,
                                        meant.get())
                                .clearedBy("say that `" + name + "` is meant"));
            }
        }
        return Optional.empty();
    }
}
