package dev.cattlegrid.host;

import dev.cattlegrid.call.Origin.Mode;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Layer.Level;
import dev.cattlegrid.policy.Section;
import dev.cattlegrid.prose.Spoken;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What Claude Code's own settings say of its auto mode: the rules in words of `autoMode`, and what is locked.
///
/// Only the organisation's files, the user's, and those that the client is started with are read for rules in words: what
/// lies in a repository is not asked. A file that cannot be read says nothing here, as with the client; where it is the
/// organisation's, all that it could lock is locked.
///
/// @see <a href="https://docs.claude.com/en/docs/claude-code/settings">Claude Code, settings</a>
public record ClaudeSettings(Path organisations, Path home) {
    /// Where the organisation's lie on Linux.
    public static final Path OF_ORGANISATION = Path.of("/etc/claude-code");

    private static final String MANAGED = "managed-settings.json";
    private static final String MORE_MANAGED = "managed-settings.d";
    private static final String OF_USER = ".claude/settings.json";
    private static final List<String> OF_PROJECT =
            List.of(".claude/settings.json", ".claude/settings.local.json");
    private static final String DISABLE = "disable";
    private static final String PERMISSIONS = "permissions";
    private static final long LARGEST = 1 << 20;

    /// What the organisation locks where nobody can read what it locks.
    private static final Locks ALL = new Locks(true, true, Optional.empty());

    /// Of this machine.
    public static ClaudeSettings of(Path home) {
        return new ClaudeSettings(OF_ORGANISATION, home);
    }

    /// Rules in words.
    ///
    /// @param more files that the client is started with
    public List<Spoken> spoken(List<Path> more) {
        var all = new ArrayList<Spoken>();
        for (Path file : managed()) {
            spoken(file, Level.ORGANISATION).ifPresent(all::add);
        }
        spoken(home.resolve(OF_USER), Level.USER).ifPresent(all::add);
        spoken(home.resolve(ClaudeCode.APART), Level.USER).ifPresent(all::add);
        for (Path file : more) {
            spoken(file, Level.USER).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    /// What is locked for calls in a directory. A project's files can lock and open nothing.
    Locks locks(String directory) {
        Locks locks = Locks.NONE;
        for (Path file : managed()) {
            locks = locks.and(Files.exists(file) && read(file).isEmpty() ? ALL : locks(file, true));
        }
        locks = locks.and(locks(home.resolve(OF_USER), true));
        for (Path each = Path.of(directory); each != null; each = each.getParent()) {
            if (each.equals(home)) {
                break;
            }
            for (String name : OF_PROJECT) {
                locks = locks.and(locks(each.resolve(name), false));
            }
        }
        return locks;
    }

    /// The organisation's files; a folder that cannot be listed stands for what lies in it, which cannot be read either.
    private List<Path> managed() {
        var files = new ArrayList<Path>();
        files.add(organisations.resolve(MANAGED));
        Path folder = organisations.resolve(MORE_MANAGED);
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> more = Files.newDirectoryStream(folder, "*.json")) {
                more.forEach(files::add);
            } catch (IOException | DirectoryIteratorException _) {
                files.add(folder);
            }
        }
        return files.stream().sorted().toList();
    }

    private static Optional<Spoken> spoken(Path file, Level level) {
        return read(file)
                .flatMap(settings -> settings.object("autoMode"))
                .map(block -> new Spoken(level, file.toString(), lists(block)))
                .filter(spoken -> !spoken.isSilent());
    }

    private static Map<Section, List<String>> lists(Fields block) {
        var lists = new EnumMap<Section, List<String>>(Section.class);
        for (Section section : Section.values()) {
            block.list(section.key())
                    .ifPresent(list ->
                            lists.put(
                                    section,
                                    list.stream()
                                            .filter(String.class::isInstance)
                                            .map(String.class::cast)
                                            .toList()));
        }
        return lists;
    }

    private static Locks locks(Path file, boolean mayChoose) {
        Optional<Fields> settings = read(file);
        if (settings.isEmpty()) {
            return Locks.NONE;
        }
        Fields all = settings.get();
        Fields permissions = all.object(PERMISSIONS).orElse(Fields.NONE);
        return new Locks(
                isDisabled("disableAutoMode", all, permissions),
                isDisabled("disableBypassPermissionsMode", all, permissions),
                permissions.text("defaultMode").flatMap(Mode::named).filter(_ -> mayChoose));
    }

    private static boolean isDisabled(String key, Fields all, Fields permissions) {
        return all.text(key).or(() -> permissions.text(key)).filter(DISABLE::equals).isPresent();
    }

    private static Optional<Fields> read(Path file) {
        try {
            boolean fit = Files.isRegularFile(file) && Files.size(file) <= LARGEST;
            return fit
                            && Json.parse(Files.readAllBytes(file)).members()
                                    instanceof Json.Members.Of(var fields)
                    ? Optional.of(fields)
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
