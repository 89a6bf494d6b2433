package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.Optional;
import java.util.Set;

final class ScratchSwept extends EffectRule {

    private static final int LEAST = 4;

    /// How names begin that other programs give their sockets, locks and sessions.
    private static final Set<String> OTHERS =
            Set.of(
                    "tmux-",
                    "ssh-",
                    "systemd-",
                    "snap",
                    "vscode-",
                    "dbus-",
                    "pulse-",
                    "mysql",
                    "gpg-",
                    "claude-",
                    "codex-",
                    "gemini-",
                    "hsperfdata",
                    "com.apple",
                    "com.",
                    "org.",
                    "runtime-",
                    "user",
                    "screens",
                    "uscreens",
                    "docker",
                    "node-",
                    "npm-",
                    "pip-",
                    "go-build",
                    "cursor-",
                    "postgres");

    ScratchSwept() {
        super(
                Strength.SOFT,
                Set.of(Topic.DELETE),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # scratch-swept: the directory for temporary files would be swept

                        Other programs and other agents keep their files there too. Delete the entries that this work made, by name,
                        or by how their names begin.

                        deny: rm -rf /tmp/*
                        deny: rm -rf /tmp
                        deny: rm -rf /tmp/*.log
                        allow: rm -rf /tmp/build-output
                        allow: rm -f /tmp/report-*.csv
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Delete(var place, _, _)
                        && place.zone() == Zone.SCRATCH
                        && Wheres.isScratchRoot(place)
                        && !Wheres.isGuarded(place)
                        && !isNamed(place)
                ? Optional.of(
                        found(
                                        effect,
                                        "%s holds files of others too and would be swept",
                                        name(place))
                                .clearedBy("name the entries that may be deleted"))
                : Optional.empty();
    }

    /// Whether what is spelled out of the names says whose they are: `report-*`, and not `re*`, `*.log` or `systemd-*`.
    private static boolean isNamed(Place place) {
        String written = place.written();
        int slash = written.lastIndexOf('/');
        int end = slash + 1;
        while (end < written.length() && "*?[{\u2026".indexOf(written.charAt(end)) < 0) {
            end++;
        }
        String beginning = written.substring(slash + 1, end);
        boolean spelled = written.chars().limit(slash + 1L).noneMatch(c -> "*?[".indexOf(c) >= 0);
        return spelled
                && end < written.length()
                && beginning.length() >= LEAST
                && Character.isLetterOrDigit(beginning.charAt(0))
                && OTHERS.stream()
                        .noneMatch(other ->
                                beginning.startsWith(other) || other.startsWith(beginning));
    }
}
