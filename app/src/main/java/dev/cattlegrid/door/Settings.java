package dev.cattlegrid.door;

import dev.cattlegrid.audit.Home;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/// What a person sets for themselves: `.config/cattlegrid/settings.toml` below their home.
///
/// Like the record, it is found through the password database; no variable that a project could set moves it.
///
/// @param observe decisions are written down and kept from the host
/// @param contained there is nothing to lose where the agents run: a container, a throw-away machine
public record Settings(boolean observe, boolean contained) {
    /// What counts where nothing is set.
    public static final Settings USUAL = new Settings(false, false);

    /// Where they lie below a home.
    public static final String IN_HOME = ".config/cattlegrid/settings.toml";

    private static final List<String> NAMES = List.of("observe", "contained");
    private static final int LONGEST = 1 << 20;

    public sealed interface Read {
        record Of(Settings settings) implements Read {}

        /// Settings that cannot be read settle nothing: the gate refuses until they can.
        ///
        /// @param why one lower-case sentence without a full stop
        record Bad(String why) implements Read {}
    }

    public static Path usualFile() {
        return Home.directory().resolve(IN_HOME);
    }

    /// A file that is not there is the same as an empty one.
    public static Read read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                return new Read.Bad("`" + file + "` is too long");
            }
            if (isOpenToOthers(file)) {
                return new Read.Bad("others can write to `" + file + "`");
            }
            return of(Files.readString(file), file.toString());
        } catch (NoSuchFileException _) {
            return new Read.Of(USUAL);
        } catch (MalformedInputException _) {
            return new Read.Bad("`" + file + "` is not UTF-8");
        } catch (IOException problem) {
            return new Read.Bad("`" + file + "` cannot be read");
        }
    }

    /// @param name of the file, for messages
    static Read of(String text, String name) {
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            var first = toml.errors().getFirst();
            String what = String.valueOf(first.getMessage()).lines().findFirst().orElse("broken");
            return new Read.Bad("`%s`, line %d: %s".formatted(name, first.position().line(), what));
        }
        for (String key : toml.keySet()) {
            if (!NAMES.contains(key)) {
                String close =
                        Spelling.closest(key, NAMES)
                                .map(found -> "; did you mean `" + found + "`?")
                                .orElse("");
                return new Read.Bad("`%s`: there is no setting `%s`%s".formatted(name, key, close));
            }
            if (!toml.isBoolean(key)) {
                return new Read.Bad("`%s`: `%s` is `true` or `false`".formatted(name, key));
            }
        }
        return new Read.Of(
                new Settings(
                        toml.getBoolean("observe", () -> false),
                        toml.getBoolean("contained", () -> false)));
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        return permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }
}
