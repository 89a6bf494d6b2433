package dev.cattlegrid.host;

import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// What a settings file of Claude Code that was changed in the middle of a session would do to the gate.
///
/// The client asks before it takes a changed file over, by a hook that stands in the settings of before.
final class ClaudeSettingsFile {
    private static final long LARGEST = 1 << 22;
    private static final String OF_USER = "user_settings";

    private ClaudeSettingsFile() {}

    /// @param payload of the hook `ConfigChange`
    /// @return why the client must not take it over
    static Optional<String> wrong(Fields payload) {
        Optional<Path> file = payload.text("file_path").filter(Payload::isAbsolute).map(Path::of);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        boolean users =
                payload.text("source").filter(OF_USER::equals).isPresent()
                        && !standsApart(file.get());
        return wrong(file.get(), users);
    }

    private static Optional<String> wrong(Path file, boolean users) {
        String name = "`" + file + "`";
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return gone(name, users && Files.exists(file));
            }
            return switch (Json.parse(Files.readAllBytes(file)).members()) {
                case Json.Members.None(var what) ->
                        Optional.of(name + " is " + what + ", and the client would drop all of it");
                case Json.Members.Of(var settings) -> wrong(settings, name, users);
            };
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException _) {
            return gone(name, users);
        }
    }

    /// Whether the gate also stands in a file that the client is started with, below the same home.
    private static boolean standsApart(Path file) {
        return Optional.ofNullable(file.getParent())
                .map(Path::getParent)
                .filter(home -> Files.exists(home.resolve(ClaudeCode.APART)))
                .isPresent();
    }

    private static Optional<String> gone(String name, boolean wanted) {
        return wanted ? Optional.of(name + " cannot be read any more") : Optional.empty();
    }

    private static Optional<String> wrong(Fields settings, String name, boolean users) {
        if (settings.isTrue("disableAllHooks")) {
            return Optional.of(name + " would switch off all hooks, this gate among them");
        }
        boolean without =
                users
                        && settings.object("hooks")
                                .filter(hooks ->
                                        Json.print(hooks.values()).contains(" hook claude-code"))
                                .isEmpty();
        return without
                ? Optional.of(
                        name
                                + " would take the gate's hook out; do that with `cattlegrid setup claude-code --remove`")
                : Optional.empty();
    }
}
