package dev.cattlegrid.automode;

import dev.cattlegrid.audit.Home;
import dev.cattlegrid.door.Settings;
import dev.cattlegrid.door.Surroundings;
import dev.cattlegrid.policy.Layer.Level;
import dev.cattlegrid.typed.RuleFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whose settings a command is about, and in which directory.
final class Where {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "A home other than the one in the password database.")
    private @Nullable Path home;

    @Option(
            names = "--cwd",
            paramLabel = "DIR",
            description = "The directory of the project, if not this one.")
    private @Nullable Path directory;

    Path home() {
        return home == null ? Home.directory() : home.toAbsolutePath().normalize();
    }

    Path directory() {
        Path here = directory == null ? Path.of("") : directory;
        return here.toAbsolutePath().normalize();
    }

    Path settings() {
        return home().resolve(Settings.IN_HOME);
    }

    Surroundings.Read surroundings() {
        return Surroundings.withoutRules(home(), settings());
    }

    /// A file of rules, and whose it is.
    record Placed(Path file, Level level) {}

    /// Every file of rules that counts for calls in the directory.
    List<Placed> rules() {
        var placed = new ArrayList<Placed>();
        add(RuleFiles.OF_ORGANISATION, Level.ORGANISATION, placed);
        add(home().resolve(RuleFiles.IN_HOME), Level.USER, placed);
        for (Path each = directory(); each != null; each = each.getParent()) {
            Path folder = each.resolve(RuleFiles.IN_PROJECT);
            if (!folder.startsWith(home().resolve(RuleFiles.IN_HOME))) {
                add(folder, Level.PROJECT, placed);
            }
        }
        return placed;
    }

    private static void add(Path folder, Level level, List<Placed> placed) {
        RuleFiles.named(folder).forEach(file -> placed.add(new Placed(file, level)));
    }
}
