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

final class SystemPackage extends EffectRule {

    SystemPackage() {
        super(
                Strength.ASK,
                Set.of(Topic.INSTALL),
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # system-package: a package of the operating system would be installed

                        It changes the machine for everybody on it. In a container that holds nothing to lose it is part of the work.

                        Some package managers stop where root did not start them: then nothing is changed.

                        ask: sudo apt-get install -y jq
                        ask: brew install jq
                        allow: apt-get install -y jq
                        allow: apt-cache search jq
                        allow: nix-shell -p jq
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Install install
                        && install.from() == Effect.Install.Provenance.NAMED
                        && install.reach() != Effect.Install.Reach.NOWHERE
                        && !isForOneShell(install)
                        && isSystem(install)
                        && !facts.contained()
                ? Optional.of(
                        found(
                                        effect,
                                        "%s would be installed for the whole machine",
                                        or(install.packages(), "a package"))
                                .clearedBy("name the package that may be installed"))
                : Optional.empty();
    }

    /// Nix and Guix put packages into a store beside each other: a shell that gets some of them changes nobody else's.
    private static boolean isForOneShell(Effect.Install install) {
        return install.reach() == Effect.Install.Reach.PROJECT
                && (install.ecosystem().equals("nix") || install.ecosystem().equals("guix"));
    }

    static boolean isSystem(Effect.Install install) {
        return switch (install.ecosystem()) {
            case "apt",
                    "dpkg",
                    "dnf",
                    "yum",
                    "rpm",
                    "apk",
                    "pacman",
                    "zypper",
                    "brew",
                    "snap",
                    "flatpak",
                    "port",
                    "nix",
                    "guix",
                    "winget",
                    "choco" ->
                    true;
            default -> false;
        };
    }
}
