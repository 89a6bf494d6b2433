package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.Optional;
import java.util.Set;

final class PackageElsewhere extends EffectRule {

    PackageElsewhere() {
        super(
                Strength.SOFT,
                Set.of(Topic.INSTALL),
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # package-elsewhere: a package would come from a URL, a repository or another index

                        The index that the package manager is set to checks names and keeps versions; elsewhere nobody does.

                        deny: pip install git+https://github.com/someone/tool
                        deny: npm install https://files.example.com/tool.tgz
                        allow: pip install -r requirements.txt
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Install install
                        && (install.from() == Effect.Install.Provenance.ELSEWHERE
                                || isFetched(install, facts))
                        && install.reach() != Effect.Install.Reach.NOWHERE
                        && !facts.environment().trusts(install)
                ? Optional.of(
                        found(
                                        effect,
                                        "%s would not come from the usual index of %s",
                                        or(install.packages(), "a package"),
                                        install.ecosystem())
                                .clearedBy("name where the package may come from"))
                : Optional.empty();
    }

    /// A package's file that the same call brings from another machine is none that the project built.
    private static boolean isFetched(Effect.Install install, Facts facts) {
        return install.from() == Effect.Install.Provenance.DECLARED
                && !install.packages().isEmpty()
                && facts.effects(Effect.Write.class)
                        .anyMatch(write ->
                                write.data().sources().stream()
                                        .anyMatch(Source.Network.class::isInstance));
    }
}
