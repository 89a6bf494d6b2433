package dev.cattlegrid.flow;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GITHUB_TOKEN",
                "NPM_TOKEN",
                "AWS_SECRET_ACCESS_KEY",
                "AWS_SESSION_TOKEN",
                "DATABASE_URL",
                "DB_PASSWORD",
                "PGPASSWORD",
                "OPENAI_API_KEY",
                "STRIPE_KEY",
                "CLIENT_SECRET",
                "SECRET",
                "PASSWORD",
                "token",
                "SSH_PRIVATE_KEY",
                "VAULT_TOKEN"
            })
    void aNameThatSaysSecret(String name) {
        assertTrue(Secrets.inVariable(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOME",
                "PATH",
                "PWD",
                "OLDPWD",
                "KEY",
                "key",
                "i",
                "AWS_REGION",
                "AWS_PROFILE",
                "TOKENIZER",
                "MONKEY",
                "KEYBOARD",
                "PUBLIC_KEY",
                "SSH_AUTH_SOCK",
                "SECRET_NAME",
                "PASSWORD_FILE",
                "_"
            })
    void aNameThatDoesNot(String name) {
        assertFalse(Secrets.inVariable(name));
    }

    @Test
    void tokensHaveShapes() {
        assertTrue(Secrets.inText("key=AKIA" + "Q3TZ7XWPL2MVKD5R"));
        assertTrue(
                Secrets.inText("Bearer ghp_" + "hW8zR2kQ9vLxT4nB7mYc".repeat(2).substring(0, 36)));
        assertTrue(Secrets.inText("sk-" + "proj-h8Wz2RkQ9vLxT4nB7mYc"));
        assertTrue(Secrets.inText("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn"));
        assertTrue(Secrets.inText("eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiIxIn0.abc"));
    }

    @Test
    void otherTextHasNone() {
        assertFalse(Secrets.inText("a task-list of risk-free-and-very-long-hyphenated-words"));
        assertFalse(Secrets.inText("-----BEGIN PUBLIC KEY-----"));
        assertFalse(Secrets.inText("AKIA is what such keys begin with"));
        assertFalse(Secrets.inText("npm_config_registry"));
    }

    @Test
    void hostileTextTakesLinearTime() {
        String text = "eyJ".repeat(300_000) + "-----BEGIN ".repeat(50_000) + "ghp_".repeat(50_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Secrets.inText(text));
    }
}
