package dev.cattlegrid.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.json.Fields;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// What a person approves with: a key that only their PIN opens. The gate itself holds the other half, with which it can
/// tell that a person approved and cannot approve anything.
///
/// The signing key (Ed25519, RFC 8032) lies encrypted (AES-GCM) under a key that is worked out from the PIN (PBKDF2 with
/// HMAC-SHA-256, RFC 8018, 600,000 rounds).
public final class Seal {
    /// The fewest characters of a PIN.
    public static final int SHORTEST_PIN = 6;

    private static final String ALGORITHM = "Ed25519";
    private static final int ROUNDS = 600_000;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getEncoder();
    private static final Base64.Decoder BYTES = Base64.getDecoder();

    private final Store store;

    public Seal(Store store) {
        this.store = store;
    }

    /// A key that a PIN has opened.
    public record Opened(PrivateKey key) {
        String sign(String text) {
            try {
                Signature signature = Signature.getInstance(ALGORITHM);
                signature.initSign(key);
                signature.update(text.getBytes(UTF_8));
                return TEXT.encodeToString(signature.sign());
            } catch (GeneralSecurityException problem) {
                throw new IllegalStateException(problem);
            }
        }
    }

    /// Whether a PIN has been set.
    public boolean isSet() throws IOException {
        return fields().isPresent();
    }

    /// Sets a PIN with a new key: what was approved under the old one counts no longer.
    public Opened set(char[] pin) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            byte[] salt = random(16);
            byte[] nonce = random(12);
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, pin, salt, nonce);
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("public", TEXT.encodeToString(pair.getPublic().getEncoded()));
            values.put("salt", TEXT.encodeToString(salt));
            values.put("nonce", TEXT.encodeToString(nonce));
            values.put(
                    "private", TEXT.encodeToString(cipher.doFinal(pair.getPrivate().getEncoded())));
            store.prepare();
            OwnFile.replace(file(), values, true);
            return new Opened(pair.getPrivate());
        } catch (GeneralSecurityException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /// The key, if this is the PIN.
    public Optional<Opened> open(char[] pin) throws IOException {
        Optional<Fields> fields = fields();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        try {
            Cipher cipher =
                    cipher(
                            Cipher.DECRYPT_MODE,
                            pin,
                            bytes("salt", fields.get()),
                            bytes("nonce", fields.get()));
            byte[] key = cipher.doFinal(bytes("private", fields.get()));
            return Optional.of(
                    new Opened(
                            KeyFactory.getInstance(ALGORITHM)
                                    .generatePrivate(new PKCS8EncodedKeySpec(key))));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    /// Whether a text was signed by whoever knows the PIN.
    boolean holds(String text, String signature) throws IOException {
        Optional<Fields> fields = fields();
        if (fields.isEmpty()) {
            return false;
        }
        try {
            PublicKey key =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(new X509EncodedKeySpec(bytes("public", fields.get())));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(text.getBytes(UTF_8));
            return check.verify(BYTES.decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    private static Cipher cipher(int mode, char[] pin, byte[] salt, byte[] nonce)
            throws GeneralSecurityException {
        var spec = new PBEKeySpec(pin, salt, ROUNDS, 256);
        byte[] key =
                SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(spec)
                        .getEncoded();
        spec.clearPassword();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        return cipher;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String name, Fields fields) {
        return BYTES.decode(fields.text(name).orElse(""));
    }

    private Path file() {
        return store.directory().resolve("approver.json");
    }

    private Optional<Fields> fields() throws IOException {
        try {
            return Optional.of(OwnFile.read(file()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }
}
