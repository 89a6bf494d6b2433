package dev.cattlegrid.door;

import dev.cattlegrid.audit.Home;
import dev.cattlegrid.policy.Escalation;
import dev.cattlegrid.policy.Layer;
import dev.cattlegrid.policy.Statement;
import dev.cattlegrid.policy.Strength;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;

/// What one file of settings says: an organisation's, a user's own, or a project's.
///
/// Like the record, a user's is found through the password database; no variable that a project could set moves it.
///
/// @param session how sessions are handled
/// @param said of the environment
/// @param raised rules whose findings weigh at least this
/// @param words of the rules in words
/// @param judge of the model that is asked about what the rules leave open
public record Settings(
        InSession session,
        Statement said,
        Map<String, Strength> raised,
        InWords words,
        OnJudge judge) {
    /// What a file says of how sessions are handled; what it does not speak of is empty.
    ///
    /// @param observe whether decisions are written down and kept from the host
    /// @param hostModes whether the host's permission modes keep their own meaning, instead of all being `auto`
    /// @param escalation when a person is brought in
    public record InSession(
            Optional<Boolean> observe,
            Optional<Boolean> hostModes,
            Optional<Escalation> escalation) {
        static final InSession NOTHING =
                new InSession(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Where a user's lie below the home.
    public static final String IN_HOME = ".config/cattlegrid/settings.toml";

    /// Where a project's lie below its directory.
    public static final String IN_PROJECT = ".cattlegrid/settings.toml";

    /// The organisation's.
    public static final Path OF_ORGANISATION = Path.of("/etc/cattlegrid/settings.toml");

    private static final int LONGEST = 1 << 20;

    public Settings {
        raised = Map.copyOf(raised);
    }

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

    /// Whether nothing is set.
    boolean isSilent() {
        return session.equals(InSession.NOTHING)
                && said.trusted().isEmpty()
                && said.contained().isEmpty()
                && said.production().isEmpty()
                && words.isSilent()
                && !judge.said();
    }

    /// What counts where a file says nothing.
    static Settings nothing(Layer.Level level, String name) {
        return new Settings(
                InSession.NOTHING,
                Statement.nothing(level, name),
                Map.of(),
                InWords.nothing(level, name),
                OnJudge.NOTHING);
    }

    /// A file that is not there is the same as an empty one.
    ///
    /// @param home that `~/` stands for in it
    static Read read(Path file, Layer.Level level, Path home) {
        String name = file.toString();
        try {
            if (isAbsent(file)) {
                return new Read.Of(nothing(level, name));
            }
            Optional<String> wrong = wrong(file, level);
            if (wrong.isPresent()) {
                return new Read.Bad(wrong.get());
            }
            return SettingsText.read(Files.readString(file), name, level, home.toString());
        } catch (NoSuchFileException _) {
            return new Read.Of(nothing(level, name));
        } catch (MalformedInputException _) {
            return new Read.Bad("`" + name + "` is not UTF-8");
        } catch (IOException | UnsupportedOperationException _) {
            return new Read.Bad("`" + name + "` cannot be read");
        }
    }

    /// Asked without an exception for an answer: most of these files are not there, and they are looked for at every call.
    private static boolean isAbsent(Path file) throws IOException {
        return file.getFileSystem()
                        .provider()
                        .readAttributesIfExists(
                                file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                == null;
    }

    /// Why a file is not to be opened, or not to be believed.
    private static Optional<String> wrong(Path file, Layer.Level level) throws IOException {
        boolean project = level == Layer.Level.PROJECT;
        LinkOption[] links =
                project ? new LinkOption[] {LinkOption.NOFOLLOW_LINKS} : new LinkOption[0];
        var facts = Files.readAttributes(file, PosixFileAttributes.class, links);
        if (!facts.isRegularFile()) {
            return Optional.of("`" + file + "` is no regular file");
        }
        if (facts.size() > LONGEST) {
            return Optional.of("`" + file + "` is too long");
        }
        boolean open =
                facts.permissions().contains(PosixFilePermission.GROUP_WRITE)
                        || facts.permissions().contains(PosixFilePermission.OTHERS_WRITE);
        if (open && !project) {
            return Optional.of("others can write to `" + file + "`; take that right away");
        }
        boolean foreign =
                level == Layer.Level.ORGANISATION
                        && !Integer.valueOf(0).equals(Files.getAttribute(file, "unix:uid"));
        return foreign ? Optional.of("`" + file + "` has to belong to root") : Optional.empty();
    }
}
