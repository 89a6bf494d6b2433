package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.KnownHosts;
import dev.cattlegrid.policy.Strength;
import java.util.Optional;

final class SystemSecurity extends EffectRule {

    SystemSecurity() {
        super(
                Strength.SOFT,
                Wheres.CHANGES,
                About.of(
                        About.Group.WEAKEN_SECURITY,
                        """
                        # system-security: a file that decides who may do what on the machine would be changed

                        Accounts, sudo rules, host names and remote logins are decided there.

                        deny: echo 'dev ALL=(ALL) NOPASSWD: ALL' >> /etc/sudoers
                        deny: sed -i 's/^root:.*//' /etc/passwd
                        deny: ssh-keyscan new.example.org >> ~/.ssh/known_hosts
                        allow: cat /etc/hosts
                        allow: ssh-keygen -R old.example.org
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {
        if (KnownHosts.forgets(effect)) {
            return Optional.empty();
        }
        return Wheres.changed(effect).stream()
                .filter(place -> place.is(Standing.SYSTEM_SECURITY) && !place.is(Standing.GATE))
                .findFirst()
                .map(place ->
                        found(effect, "%s decides who may do what on this machine", name(place))
                                .clearedBy("say by name that " + name(place) + " may be changed"));
    }
}
