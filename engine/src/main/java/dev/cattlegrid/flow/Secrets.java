package dev.cattlegrid.flow;

import java.util.Locale;
import java.util.Set;

/// Knows secrets by the names of variables, and by what [Tokens] knows of a text.
public final class Secrets {
    private static final Set<String> NAMES =
            Set.of(
                    "PGPASSWORD",
                    "MYSQL_PWD",
                    "DATABASE_URL",
                    "REDIS_URL",
                    "MONGODB_URI",
                    "MONGO_URL",
                    "AMQP_URL",
                    "SENTRY_DSN",
                    "GOOGLE_APPLICATION_CREDENTIALS",
                    "KUBECONFIG_DATA",
                    "NETRC",
                    "VAULT_ADDR_TOKEN");

    private static final Set<String> LAST_WORDS =
            Set.of(
                    "TOKEN",
                    "TOKENS",
                    "SECRET",
                    "SECRETS",
                    "PASSWORD",
                    "PASSWD",
                    "PASS",
                    "PWD",
                    "PASSPHRASE",
                    "CREDENTIAL",
                    "CREDENTIALS",
                    "APIKEY",
                    "DSN",
                    "PAT",
                    "AUTH");

    private static final Set<String> WORDS_ANYWHERE =
            Set.of("SECRET", "PASSWORD", "PASSWD", "CREDENTIALS", "PASSPHRASE");

    private static final Set<String> KEY_OF =
            Set.of(
                    "API",
                    "ACCESS",
                    "PRIVATE",
                    "SECRET",
                    "SIGNING",
                    "ENCRYPTION",
                    "SSH",
                    "DEPLOY",
                    "MASTER",
                    "SERVICE",
                    "AUTH",
                    "ACCOUNT",
                    "GPG",
                    "JWT",
                    "LICENSE",
                    "ADMIN",
                    "STRIPE",
                    "OPENAI",
                    "ANTHROPIC");

    private static final Set<String> HARMLESS =
            Set.of(
                    "PWD",
                    "OLDPWD",
                    "AWS_REGION",
                    "AWS_DEFAULT_REGION",
                    "AWS_PROFILE",
                    "AWS_DEFAULT_PROFILE",
                    "AWS_DEFAULT_OUTPUT",
                    "AWS_PAGER",
                    "AWS_REGION_NAME",
                    "AWS_ENDPOINT_URL",
                    "SSH_AUTH_SOCK");

    private Secrets() {}

    /// Whether a variable's name says that its value is secret.
    public static boolean inVariable(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (HARMLESS.contains(upper)) {
            return false;
        }
        if (NAMES.contains(upper) || upper.startsWith("AWS_")) {
            return true;
        }
        String[] words = upper.split("_");
        if (words.length == 0) {
            return false;
        }
        String last = words[words.length - 1];
        for (String word : words) {
            if (WORDS_ANYWHERE.contains(word)) {
                return !last.equals("NAME") && !last.equals("FILE") && !last.equals("PATH");
            }
        }
        if (LAST_WORDS.contains(last)) {
            return words.length > 1 || !last.equals("PWD") && !last.equals("PAT");
        }
        return last.equals("KEY") && words.length > 1 && isSecretKey(words);
    }

    private static boolean isSecretKey(String[] words) {
        String before = words[words.length - 2];
        for (String word : words) {
            if (word.equals("PUBLIC") || word.equals("PUB")) {
                return false;
            }
        }
        return KEY_OF.contains(before) || words.length == 2 && before.length() > 2;
    }

    /// Whether a text holds a token, examples and placeholders not counted.
    public static boolean inText(String text) {
        return Tokens.real(text).isPresent();
    }
}
