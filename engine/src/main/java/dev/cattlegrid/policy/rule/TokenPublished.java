package dev.cattlegrid.policy.rule;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.flow.Tokens;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class TokenPublished extends EffectRule {
    private static final Set<String> MESSAGES =
            Set.of("commit", "commit-tree", "tag", "notes", "branch", "commit --amend");

    TokenPublished() {
        super(
                Strength.ASK,
                Set.of(Topic.GIT, Topic.REMOTE, Topic.SPEAK),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # token-published: a token would stand where others read it

                        A commit message, a comment, an issue or a message that spells out a token gives it to everybody who may read there, and
                        to everybody who may read there later.

                        ask: git commit -m 'use ghp_hW8zR2kQ9vLxT4nB7mYcJ5sD1fGaP3wE6uXo for now'
                        allow: git commit -m 'read the token from GITHUB_TOKEN'
                        allow: git commit -m 'document ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return facts.call() instanceof ToolCall.Shell shell && isRead(effect)
                ? Tokens.real(shell.command())
                        .or(() -> Tokens.real(withoutQuoting(shell.command())))
                        .map(token ->
                                found(
                                                effect,
                                                "the call spells out %s, and others would read it",
                                                token.kind())
                                        .clearedBy("say that this is no secret"))
                : Optional.empty();
    }

    /// The text as the shell takes it, near enough to find a token that is spelled with quotes or escapes.
    private static String withoutQuoting(String command) {
        var plain = new StringBuilder(command.length());
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            boolean hexadecimal = c == '\\' && command.startsWith("x", i + 1);
            if (hexadecimal && i + 3 < command.length()) {
                int high = Character.digit(command.charAt(i + 2), 16);
                int low = Character.digit(command.charAt(i + 3), 16);
                if (high >= 0 && low >= 0) {
                    plain.append((char) (high * 16 + low));
                    i += 3;
                    continue;
                }
            }
            if (c != '\\' && c != '\'' && c != '"') {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /// Whether it puts text where others read.
    private static boolean isRead(Effect effect) {
        return switch (effect) {
            case Effect.Git(GitAction.Keep(var verb, _), _, _) -> MESSAGES.contains(verb);
            case Effect.Git(GitAction.Rewrite(var verb, _), _, _) -> MESSAGES.contains(verb);
            case Effect.Remote remote ->
                    !remote.local()
                            && switch (remote.change()) {
                                case CHANGE, PUBLISH -> true;
                                case READ, READ_SECRET, DESTROY, UNKNOWN -> false;
                            };
            case Effect.Speak _ -> true;
            default -> false;
        };
    }
}
