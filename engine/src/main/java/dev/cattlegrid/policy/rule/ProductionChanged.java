package dev.cattlegrid.policy.rule;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Production;
import dev.cattlegrid.ledger.words.Thing.Sort;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.CommandText;
import dev.cattlegrid.policy.Environment;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class ProductionChanged extends EffectRule {

    private static final Wanted.Target PRODUCTION =
            Wanted.Target.named("production", "prod", "prd").or(Sort.PRODUCTION);

    /// Variables with which clients choose what they talk to.
    private static final Set<String> VARIABLES =
            Set.of(
                    "AWS_PROFILE",
                    "AWS_DEFAULT_PROFILE",
                    "CLOUDSDK_CORE_PROJECT",
                    "CLOUDSDK_ACTIVE_CONFIG_NAME",
                    "KUBECONFIG",
                    "HELM_KUBECONTEXT",
                    "TF_WORKSPACE",
                    "RAILS_ENV",
                    "RACK_ENV",
                    "MIX_ENV",
                    "APP_ENV",
                    "DJANGO_SETTINGS_MODULE",
                    "DATABASE_URL",
                    "PGHOST",
                    "PGDATABASE",
                    "PGSERVICE",
                    "MYSQL_HOST",
                    "REDIS_URL",
                    "MONGODB_URI");

    ProductionChanged() {
        super(
                Strength.SOFT,
                Set.of(Topic.REMOTE, Topic.SEND),
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # production: something that is named as production would be changed

                        The name says that people depend on it. Names of your own stand under `production` in the settings'
                        `[environment]`.

                        deny: kubectl --context production apply -f deploy.yaml
                        allow: kubectl --context production get pods
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return new Wanted(Named.of(effect, facts).acts(), List.of(PRODUCTION));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {
        return switch (effect) {
            case Effect.Remote remote when changes(remote) && isNamed(remote, facts) ->
                    Optional.of(
                            found(
                                            effect,
                                            "`%s` would change production at %s (%s)",
                                            remote.operation(),
                                            remote.system(),
                                            or(remote.target(), "its target"))
                                    .clearedBy("say by name that production may be changed"));
            case Effect.Send send
                    when !Verbs.onlyAsks(send.verb())
                            && facts.environment().isProduction(send.to()) ->
                    Optional.of(
                            found(
                                            effect,
                                            "`%s` would reach `%s`, which is production",
                                            send.verb(),
                                            send.to().host())
                                    .clearedBy("say by name that production may be changed"));
            default -> Optional.empty();
        };
    }

    private static boolean changes(Effect.Remote remote) {
        return remote.change() == Effect.Remote.Change.CHANGE
                || remote.change() == Effect.Remote.Change.UNKNOWN;
    }

    /// By what it is about, by an option of its client, or anywhere in the call by a name that people gave.
    static boolean isNamed(Effect.Remote remote, Facts facts) {
        Environment environment = facts.environment();
        if (Production.isNamed(remote.operation())
                || Production.isNamed(remote.target())
                || environment.isProduction(remote.operation())
                || environment.isProduction(remote.target())) {
            return true;
        }
        return facts.call() instanceof ToolCall.Shell(var command, _)
                && (choosesIt(CommandText.around(command, remote.span()), command)
                        || environment.isProduction(command));
    }

    private static boolean isChoice(String word) {
        return VARIABLES.contains(word) || Production.isChosenBy(word);
    }

    private static boolean choosesIt(String text, String command) {
        String[] words = text.split("[\\s=]+");
        for (int i = 0; i + 1 < words.length; i++) {
            if (isChoice(words[i])
                    && (Production.isNamed(words[i + 1])
                            || words[i + 1].indexOf('$') >= 0 && assignsIt(command))) {
                return true;
            }
        }
        return false;
    }

    /// Whether any variable of the call gets such a value.
    private static boolean assignsIt(String command) {
        for (int at = command.indexOf('='); at >= 0; at = command.indexOf('=', at + 1)) {
            int end = at + 1;
            while (end < command.length() && " \t\n;&|".indexOf(command.charAt(end)) < 0) {
                end++;
            }
            boolean assigned = at > 0 && Character.isLetterOrDigit(command.charAt(at - 1));
            if (assigned && Production.isNamed(command.substring(at + 1, end))) {
                return true;
            }
        }
        return false;
    }
}
