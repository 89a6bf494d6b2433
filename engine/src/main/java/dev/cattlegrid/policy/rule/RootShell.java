package dev.cattlegrid.policy.rule;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.shell.Span;
import java.util.Optional;
import java.util.Set;

final class RootShell extends EffectRule {
    private static final Set<String> SHELLS =
            Set.of("sh", "bash", "zsh", "dash", "ksh", "fish", "csh", "tcsh", "ash");

    RootShell() {
        super(
                Strength.SOFT,
                Set.of(Topic.ELEVATE),
                About.of(
                        About.Group.WEAKEN_SECURITY,
                        """
                        # root-shell: a shell or something unknown would run with another user's rights

                        Nobody sees what is typed into it afterwards.

                        deny: sudo -i
                        deny: sudo su -
                        deny: sudo bash
                        allow: whoami
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Elevate(var user, var shell, _)
                        && (shell || opens(effect, facts))
                        && !facts.contained()
                ? Optional.of(
                        found(
                                        effect,
                                        "a shell would open with the rights of %s",
                                        or(user, "another user"))
                                .clearedBy("name the one command that has to run so"))
                : Optional.empty();
    }

    /// Whether the command that gets the rights is a shell that is given nothing to do: somebody types into it.
    private static boolean opens(Effect elevate, Facts facts) {
        return facts.call() instanceof ToolCall.Shell(var command, _)
                && !isFed(command, elevate.span())
                && facts.effects(Effect.Run.class)
                        .noneMatch(run -> isText(run) && run.span().isIn(elevate.span()))
                && facts.effects(Effect.Run.class)
                        .anyMatch(run ->
                                run.code() instanceof Code.Program(var name)
                                        && SHELLS.contains(
                                                name.substring(name.lastIndexOf('/') + 1))
                                        && run.span().end() == elevate.span().end()
                                        && run.span().isIn(elevate.span())
                                        && isBare(name, run.span().of(command)));
    }

    /// Whether its input comes from the call.
    private static boolean isFed(String command, Span span) {
        int end = Math.min(span.end(), command.length());
        return command.substring(0, Math.min(span.start(), end)).stripTrailing().endsWith("|")
                || command.substring(end).stripLeading().startsWith("<");
    }

    private static boolean isText(Effect.Run run) {
        return switch (run.code()) {
            case Code.Inline _, Code.Script _ -> true;
            case Code.Program _, Code.Project _ -> false;
        };
    }

    /// Without operands: `bash`, `bash -l`, `zsh --login -i`.
    private static boolean isBare(String name, String text) {
        int at = text.lastIndexOf(name);
        if (at < 0) {
            return false;
        }
        for (String word : text.substring(at + name.length()).split("[\\s'\"]+")) {
            if (!word.isEmpty() && !word.startsWith("-")) {
                return false;
            }
        }
        return true;
    }
}
