package dev.cattlegrid.policy.rule;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Rule;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.shell.Span;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/// Looks at the text, since setting a variable is no effect by itself.
final class GateEnvironment implements Rule {
    private static final String START = "CATTLEGRID_";

    private static final About ABOUT =
            About.of(
                    About.Group.GUARD_THE_GATE,
                    """
                    # gate-environment: a variable of the gate's own would be set

                    Variables that begin with `CATTLEGRID_` are for people, who set them before they start the agent.

                    deny: export CATTLEGRID_HOME=/tmp/x
                    deny: env CATTLEGRID_OFF=1 ls
                    allow: ls
                    """);

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Strength strength() {
        return Strength.HARD;
    }

    @Override
    public Set<Topic> topics() {
        return EnumSet.of(Topic.CALL);
    }

    @Override
    public Stream<Finding> look(Facts facts) {
        if (!(facts.call() instanceof ToolCall.Shell(var command, _))) {
            return Stream.empty();
        }
        int at = command.indexOf(START);
        while (at >= 0) {
            int end = at + START.length();
            while (end < command.length() && isNamed(command.charAt(end))) {
                end++;
            }
            if (end < command.length() && isSet(command, at, end)) {
                return Stream.of(found(command.substring(at, end), new Span(at, end)));
            }
            at = command.indexOf(START, end);
        }
        return Stream.empty();
    }

    private static boolean isNamed(char c) {
        return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private static boolean isSet(String command, int at, int end) {
        boolean alone = at == 0 || " \t\n;&|(\"'".indexOf(command.charAt(at - 1)) >= 0;
        return alone && (command.charAt(end) == '=' || command.startsWith("+=", end));
    }

    private Finding found(String name, Span span) {
        var effect =
                new Effect.Administer(
                        "environment", "set", name, Effect.Administer.Gravity.WEAKEN, span);
        return Finding.of(this, effect, "`" + name + "` is a variable of the gate's own");
    }
}
