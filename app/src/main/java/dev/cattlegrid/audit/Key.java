package dev.cattlegrid.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The local key under which content that may be secret is hashed: without it, a hash in the record cannot be tried
/// against guesses.
final class Key {
    private static final int LENGTH = 32;

    private final Mac mac;

    private Key(byte[] bytes) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
        } catch (GeneralSecurityException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /// The store's key, made where there is none.
    static Key of(Store store) throws IOException {
        store.prepare();
        try {
            return read(store.key());
        } catch (NoSuchFileException _) {
            make(store.key());
            return read(store.key());
        }
    }

    /// HMAC-SHA-256 of a text, in hexadecimal.
    synchronized String hash(String text) {
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    }

    private static Key read(Path file) throws IOException {
        try (FileChannel channel = Store.open(file, StandardOpenOption.READ)) {
            ByteBuffer read = ByteBuffer.allocate(LENGTH);
            while (read.hasRemaining() && channel.read(read) > 0) {
                continue;
            }
            if (read.hasRemaining()) {
                throw new IOException("the key `" + file + "` is too short");
            }
            return new Key(read.array());
        }
    }

    /// Written beside its place and then linked there: no process ever reads half a key, and the first one stays.
    private static void make(Path file) throws IOException {
        var random = new SecureRandom();
        byte[] fresh = new byte[LENGTH];
        random.nextBytes(fresh);
        Path beside = file.resolveSibling("key." + Long.toHexString(random.nextLong()));
        try (FileChannel channel =
                Store.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(fresh));
            channel.force(true);
        }
        try {
            Files.createLink(file, beside);
        } catch (java.nio.file.FileAlreadyExistsException _) {
            // Another process was faster; its key counts.
        } catch (UnsupportedOperationException _) {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
