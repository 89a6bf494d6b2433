package dev.cattlegrid.automode;

import dev.cattlegrid.policy.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;

/// A user's own file of settings, as the commands of a person change it.
record OwnSettings(Path file) {
    static final List<String> KEYS = Arrays.stream(Section.values()).map(Section::key).toList();

    /// Its text; empty where it is not there.
    String text() throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /// The lists that stand in it.
    List<Section> spoken() throws IOException {
        TomlParseResult toml = Toml.parse(text());
        return Arrays.stream(Section.values())
                .filter(section -> toml.contains(List.of("auto-mode", section.key())))
                .toList();
    }

    /// One of its lists, where it stands there.
    Optional<List<String>> list(Section section) throws IOException {
        TomlArray array = Toml.parse(text()).getArray(List.of("auto-mode", section.key()));
        if (array == null) {
            return Optional.empty();
        }
        var texts = new ArrayList<String>();
        for (Object each : array.toList()) {
            texts.add(String.valueOf(each));
        }
        return Optional.of(texts);
    }

    /// Puts another text in its place, all of it or nothing.
    void write(String text) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file;
        Path folder = real.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path next = real.resolveSibling(real.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(
                next,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, text);
        Files.move(next, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
