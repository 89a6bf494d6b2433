package dev.cattlegrid.typed;

import dev.cattlegrid.policy.Layer.Level;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files of rules in a folder.
public final class RuleFiles {
    /// The organisation's folder.
    public static final Path OF_ORGANISATION = Path.of("/etc/cattlegrid/rules");

    /// A user's folder, below the home.
    public static final String IN_HOME = ".config/cattlegrid/rules";

    /// A project's folder, below its directory.
    public static final String IN_PROJECT = ".cattlegrid/rules";

    private static final int MOST = 20;
    private static final int LONGEST = 1 << 17;

    private RuleFiles() {}

    /// What reading a folder gives: all of its files, or the first thing that is wrong.
    public sealed interface Read {
        record Of(List<RuleFile> files) implements Read {}

        record Bad(String why) implements Read {}
    }

    /// A folder that is not there is the same as an empty one.
    public static Read read(Path folder, Level level, RuleStore store) {
        if (!Files.isDirectory(folder)) {
            return new Read.Of(List.of());
        }
        var files = new ArrayList<RuleFile>();
        for (Path path : named(folder)) {
            if (files.size() == MOST) {
                return new Read.Bad("`" + folder + "` holds more than " + MOST + " files of rules");
            }
            switch (readFile(path, level, store)) {
                case RuleFile.Read.Of(var file) -> files.add(file);
                case RuleFile.Read.Bad(var why) -> {
                    return new Read.Bad(why);
                }
            }
        }
        return new Read.Of(files);
    }

    /// The files of a folder by name, in order.
    public static List<Path> named(Path folder) {
        var files = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.toml")) {
                all.forEach(files::add);
            } catch (IOException _) {
                return List.of(folder.resolve("*.toml"));
            }
        }
        return files.stream().sorted().toList();
    }

    /// One file.
    public static RuleFile.Read readFile(Path path, Level level, RuleStore store) {
        try {
            Optional<String> wrong = wrong(path, level);
            if (wrong.isPresent()) {
                return new RuleFile.Read.Bad(wrong.get());
            }
            return switch (store.read(Files.readString(path), level)) {
                case RuleText.Read.Of(var drafts) ->
                        new RuleFile.Read.Of(new RuleFile(path.toString(), level, drafts));
                case RuleText.Read.Bad(var line, var why) ->
                        new RuleFile.Read.Bad("`%s`, line %d: %s".formatted(path, line, why));
            };
        } catch (MalformedInputException _) {
            return new RuleFile.Read.Bad("`" + path + "` is not UTF-8");
        } catch (IOException | UnsupportedOperationException _) {
            return new RuleFile.Read.Bad("`" + path + "` cannot be read");
        }
    }

    /// Why a file is not to be opened, or not to be believed.
    static Optional<String> wrong(Path file, Level level) throws IOException {
        boolean project = level == Level.PROJECT;
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
                level == Level.ORGANISATION
                        && !Integer.valueOf(0).equals(Files.getAttribute(file, "unix:uid"));
        return foreign ? Optional.of("`" + file + "` has to belong to root") : Optional.empty();
    }
}
