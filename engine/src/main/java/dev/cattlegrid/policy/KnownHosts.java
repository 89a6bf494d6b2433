package dev.cattlegrid.policy;

import dev.cattlegrid.effect.Effect;

/// The file of hosts that ssh has met.
///
/// Source: sshd(8), *SSH_KNOWN_HOSTS FILE FORMAT*; ssh-keygen(1), `-R`, which keeps the old file beside the new one.
public final class KnownHosts {
    private static final String USERS = "/.ssh/known_hosts";

    private KnownHosts() {}

    /// Whether an effect only takes hosts out of the user's own list: a host that is forgotten is asked about again, so
    /// nobody is trusted who was not.
    public static boolean forgets(Effect effect) {
        return effect instanceof Effect.Write(var place, var manner, var data, _)
                && manner == Effect.Write.Manner.EDIT
                && data.sources().isEmpty()
                && place.isExact()
                && place.path().endsWith(USERS);
    }
}
