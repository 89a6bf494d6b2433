package dev.cattlegrid.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.audit.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Finds the key of a provider.
public final class Keys {
    private static final int LONGEST = 16_384;
    private static final Duration COMMAND = Duration.ofSeconds(5);

    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private Keys() {}

    public sealed interface Read {
        record Of(Key key) implements Read {}

        /// @param why one lower-case sentence without a full stop
        record Bad(String why) implements Read {}
    }

    /// @param environment of the command that a person runs; empty in a hook, whose environment is the agent's
    public static Read read(KeySource source, Map<String, String> environment) {
        return switch (source) {
            case KeySource.None _ -> new Read.Of(Key.NONE);
            case KeySource.Variable(var name) -> variable(name, environment);
            case KeySource.OwnFile(var path) -> file(path);
            case KeySource.Command(var words) -> command(words);
        };
    }

    private static Read variable(String name, Map<String, String> environment) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty()
                ? new Read.Bad(
                        "the variable `%s` holds no key here; hooks read no variables, so `key-file` or `key-command` is for them"
                                .formatted(name))
                : new Read.Of(new Key(value));
    }

    private static Read file(Path path) {
        try {
            var facts =
                    Files.readAttributes(
                            path, "unix:mode,uid,size,isRegularFile", LinkOption.NOFOLLOW_LINKS);
            if (!Boolean.TRUE.equals(facts.get("isRegularFile"))) {
                return new Read.Bad("the key's file `" + path + "` is no regular file");
            }
            boolean others =
                    !OWNERS.containsAll(
                            Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
            if (others || !Integer.valueOf(Home.uid()).equals(facts.get("uid"))) {
                return new Read.Bad(
                        "the key's file `%s` has to be yours alone (`chmod 600`)".formatted(path));
            }
            if (!(facts.get("size") instanceof Long size) || size > LONGEST) {
                return new Read.Bad("the key's file `" + path + "` is too long");
            }
            return key(Files.readString(path), "the key's file `" + path + "`");
        } catch (NoSuchFileException _) {
            return new Read.Bad("there is no file `" + path + "` with the key");
        } catch (IOException | UnsupportedOperationException _) {
            return new Read.Bad("the key's file `" + path + "` cannot be read");
        }
    }

    /// Run in the home, without a shell and with a small environment of our own.
    private static Read command(List<String> words) {
        String what = "the key's command `" + words.getFirst() + "`";
        var builder = new ProcessBuilder(words).directory(Home.directory().toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment());
        try {
            Process process = builder.start();
            var text = new ArrayList<byte[]>();
            Thread reading =
                    Thread.startVirtualThread(() -> {
                        try {
                            text.add(process.getInputStream().readNBytes(LONGEST));
                        } catch (IOException _) {
                            // It says nothing.
                        }
                    });
            boolean ended = process.waitFor(COMMAND.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                reading.join(COMMAND);
            }
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0 || text.isEmpty()) {
                return new Read.Bad(what + (ended ? " failed" : " took too long"));
            }
            return key(new String(text.getFirst(), UTF_8), what);
        } catch (IOException _) {
            return new Read.Bad(what + " cannot be run");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Read.Bad(what + " was interrupted");
        }
    }

    /// What a keeper of secrets needs to find its own: the home, and the user's session bus.
    private static Map<String, String> environment() {
        String run = "/run/user/" + Home.uid();
        return Map.of(
                "HOME",
                Home.directory().toString(),
                "PATH",
                "/usr/local/bin:/usr/bin:/bin",
                "LC_ALL",
                "C.UTF-8",
                "XDG_RUNTIME_DIR",
                run,
                "DBUS_SESSION_BUS_ADDRESS",
                "unix:path=" + run + "/bus");
    }

    private static Read key(String text, String where) {
        Optional<String> line =
                text.lines().map(String::strip).filter(each -> !each.isEmpty()).findFirst();
        return line.<Read>map(key ->
                        key.chars().allMatch(c -> c > ' ' && c < 127)
                                ? new Read.Of(new Key(key))
                                : new Read.Bad(
                                        where
                                                + " holds no key: it has blanks or letters that no key has"))
                .orElseGet(() -> new Read.Bad(where + " holds nothing"));
    }
}
