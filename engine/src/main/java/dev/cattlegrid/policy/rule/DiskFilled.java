package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class DiskFilled extends EffectRule {
    private static final Set<String> ENDLESS =
            Set.of("/dev/zero", "/dev/urandom", "/dev/random", "/dev/full");

    /// Programs that may stop before their input does.
    private static final Set<String> LIMITS =
            Set.of(
                    "head",
                    "ghead",
                    "dd",
                    "split",
                    "xxd",
                    "od",
                    "hexdump",
                    "sed",
                    "awk",
                    "gawk",
                    "mawk",
                    "openssl",
                    "gpg",
                    "read",
                    "cryptsetup",
                    "expect",
                    "jq",
                    "shuf",
                    "qemu-img",
                    "fallocate",
                    "truncate",
                    "ulimit",
                    "kill",
                    "pkill");

    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "dash", "ksh", "shell");

    DiskFilled() {
        super(
                Strength.ASK,
                Set.of(Topic.WRITE),
                About.of(
                        About.Group.WEAKEN_SECURITY,
                        """
                        # disk-filled: a file would grow until the disk is full

                        A device or program that never ends is copied into a file, and nothing says where to stop. A full disk ends
                        everybody's work on the machine.

                        ask: yes > /tmp/y
                        ask: cat /dev/zero > fill
                        allow: head -c 1M /dev/urandom > sample.bin
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Write(var place, _, var data, _)
                        && !place.is(Standing.SINK)
                        && place.zone() != Zone.DEVICE
                        && data.sources().stream().anyMatch(DiskFilled::isEndless)
                        && facts.effects(Effect.Run.class).noneMatch(DiskFilled::mayStop)
                ? Optional.of(
                        found(effect, "%s would grow until the disk is full", name(place))
                                .clearedBy("say how much is to be written"))
                : Optional.empty();
    }

    private static boolean isEndless(Source source) {
        return switch (source) {
            case Source.File(var place) -> ENDLESS.contains(place.path());
            case Source.Program(var name) -> name.equals("yes");
            case Source.Names _,
                    Source.Network _,
                    Source.Variable _,
                    Source.Environment _,
                    Source.Vault _,
                    Source.Spelled _ ->
                    false;
        };
    }

    private static boolean mayStop(Effect.Run run) {
        return switch (run.code()) {
            case Code.Program(var name, _) ->
                    LIMITS.contains(name.substring(name.lastIndexOf('/') + 1));
            case Code.Inline(var language, _) -> !SHELLS.contains(language);
            case Code.Script(_, var interpreter, _) -> !SHELLS.contains(interpreter);
            case Code.Project _ -> true;
        };
    }
}
