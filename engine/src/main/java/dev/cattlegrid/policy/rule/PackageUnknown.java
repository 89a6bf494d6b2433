package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Packages;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class PackageUnknown extends EffectRule {

    PackageUnknown() {
        super(
                Strength.ASK,
                Set.of(Topic.INSTALL),
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # package-unknown: a package that is not well known would be installed

                        Installing runs the package's code here. A name that few people know may be a mistake, made up, or a trap.

                        ask: npm install zzz-left-pad-helper
                        ask: pip install totally-obscure-package
                        allow: npm install express
                        allow: npm ci
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        if (!(effect instanceof Effect.Install install)
                || install.from() != Effect.Install.Provenance.NAMED
                || SystemPackage.isSystem(install)) {
            return Optional.empty();
        }
        List<String> unknown =
                Packages.unknownOf(install).stream()
                        .filter(name -> Packages.lookAlike(install.ecosystem(), name).isEmpty())
                        .toList();
        return foundIf(
                        !unknown.isEmpty(),
                        effect,
                        "%s is no well-known package of %s",
                        unknown.isEmpty() ? "" : names(unknown),
                        install.ecosystem())
                .map(finding -> finding.clearedBy("name the package that may be installed"));
    }
}
