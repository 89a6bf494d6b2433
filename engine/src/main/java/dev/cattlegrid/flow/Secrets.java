package dev.cattlegrid.flow;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Knows secrets by the names of variables and by the shape of tokens. Every look is one pass over the text.
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

    /// What a token begins with, and how many token characters must follow.
    private record Shape(String start, int length) {}

    private static final List<Shape> SHAPES =
            List.of(
                    new Shape("AKIA", 16),
                    new Shape("ASIA", 16),
                    new Shape("ghp_", 20),
                    new Shape("gho_", 20),
                    new Shape("ghu_", 20),
                    new Shape("ghs_", 20),
                    new Shape("ghr_", 20),
                    new Shape("github_pat_", 20),
                    new Shape("glpat-", 16),
                    new Shape("sk-", 20),
                    new Shape("sk_live_", 16),
                    new Shape("rk_live_", 16),
                    new Shape("xoxb-", 10),
                    new Shape("xoxp-", 10),
                    new Shape("xoxa-", 10),
                    new Shape("xoxr-", 10),
                    new Shape("xoxs-", 10),
                    new Shape("AIza", 30),
                    new Shape("ya29.", 20),
                    new Shape("npm_", 30),
                    new Shape("pypi-", 40),
                    new Shape("hf_", 30),
                    new Shape("dop_v1_", 40),
                    new Shape("SG.", 40));

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

    /// Whether a text holds something of a token's shape.
    public static boolean inText(String text) {
        for (Shape shape : SHAPES) {
            if (holds(text, shape)) {
                return true;
            }
        }
        return holdsPrivateKey(text) || holdsWebToken(text);
    }

    private static boolean holds(String text, Shape shape) {
        int at = text.indexOf(shape.start());
        while (at >= 0) {
            int from = at + shape.start().length();
            boolean begins = at == 0 || !isTokenCharacter(text.charAt(at - 1));
            if (begins && tokenLength(text, from, shape.length()) >= shape.length()) {
                return true;
            }
            at = text.indexOf(shape.start(), from);
        }
        return false;
    }

    private static boolean holdsPrivateKey(String text) {
        int at = text.indexOf("-----BEGIN ");
        while (at >= 0) {
            int end = text.indexOf("-----", at + 11);
            if (end > 0 && end - at < 60 && text.substring(at, end).endsWith("PRIVATE KEY")) {
                return true;
            }
            at = text.indexOf("-----BEGIN ", at + 11);
        }
        return false;
    }

    /// Three parts of base64url, the first of which begins as JSON does: RFC 7519, section 3.
    private static boolean holdsWebToken(String text) {
        int at = text.indexOf("eyJ");
        while (at >= 0) {
            int first = at + tokenLength(text, at, Integer.MAX_VALUE);
            if (first - at >= 10 && text.startsWith(".eyJ", first)) {
                int second = first + 1 + tokenLength(text, first + 1, Integer.MAX_VALUE);
                if (second < text.length() && text.charAt(second) == '.') {
                    return true;
                }
            }
            at = text.indexOf("eyJ", Math.max(first, at + 3));
        }
        return false;
    }

    private static int tokenLength(String text, int from, int enough) {
        int at = from;
        while (at < text.length() && at - from < enough && isTokenCharacter(text.charAt(at))) {
            at++;
        }
        return at - from;
    }

    private static boolean isTokenCharacter(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == '-';
    }
}
