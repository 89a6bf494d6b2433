package dev.cattlegrid.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Knows tools that are made for attacks by their names; read when first asked for.
public final class AttackTools {
    private static final Set<String> SUFFIXES =
            Set.of(
                    "py", "py3", "sh", "bash", "pl", "rb", "php", "js", "lua", "ps1", "exe", "elf",
                    "bin", "jar", "run", "so", "c", "cc", "cpp", "go", "out", "x86", "arm");

    private static final Set<String> PLATFORMS =
            Set.of(
                    "linux", "darwin", "macos", "mac", "osx", "windows", "win", "win64", "freebsd",
                    "amd64", "x86", "x64", "i386", "386", "arm64", "arm", "aarch64", "armv7",
                    "musl", "static", "small", "fat", "master", "main", "64", "32");

    private AttackTools() {}

    /// What a tool of this name does, in words that follow "a tool that"; empty where the name says nothing.
    ///
    /// @param program whether it is an installed program, and not a file that is named by its path
    public static Optional<String> purpose(String file, boolean program) {
        String name = bare(file);
        if (name.length() < 3) {
            return Optional.empty();
        }
        Table table = Table.READ;
        String found = table.whole().get(name);
        if (found == null && program) {
            found = table.programs().get(name);
        }
        return Optional.ofNullable(found).or(() -> byWord(name, table));
    }

    private static Optional<String> byWord(String name, Table table) {
        String[] words = name.split("[-_. ]");
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            String found = table.words().get(word);
            // An identifier of a fault has its year behind it.
            boolean counts = !word.equals("cve") || i + 2 < words.length && isNumber(words[i + 1]);
            if (found != null && counts && !words[0].equals("test")) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /// The last name of a path, without suffix, version and platform.
    private static String bare(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        if (dot > 0 && SUFFIXES.contains(name.substring(dot + 1))) {
            name = name.substring(0, dot);
        }
        if (name.startsWith("cve")) {
            return name + "-";
        }
        int end = endOfLastWord(name);
        while (end > 0 && saysNothing(name.substring(end + 1))) {
            name = name.substring(0, end);
            end = endOfLastWord(name);
        }
        int letters = name.length();
        while (letters > 3 && Character.isDigit(name.charAt(letters - 1))) {
            letters--;
        }
        boolean bits = name.endsWith("64") || name.endsWith("32");
        return bits ? name.substring(0, letters) : name;
    }

    private static int endOfLastWord(String name) {
        return Math.max(
                name.lastIndexOf('-'), Math.max(name.lastIndexOf('_'), name.lastIndexOf('.')));
    }

    private static boolean saysNothing(String word) {
        return PLATFORMS.contains(word)
                || isNumber(word.startsWith("v") ? word.substring(1) : word);
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// @param whole names that count wherever the file lies
    /// @param programs names that count for installed programs
    /// @param words names that count as a part as well
    private record Table(
            Map<String, String> whole, Map<String, String> programs, Map<String, String> words) {
        static final Table READ = read();

        private static Table read() {
            var table = new Table(new HashMap<>(), new HashMap<>(), new HashMap<>());
            try (InputStream in = AttackTools.class.getResourceAsStream("attack-tools.txt")) {
                if (in == null) {
                    throw new IllegalStateException("attack-tools.txt is not in the jar");
                }
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                table.take(reader.lines().toList());
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
            return table;
        }

        private void take(List<String> lines) {
            String purpose = "";
            for (String line : lines) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (!line.startsWith(" ")) {
                    purpose = line.substring(0, line.indexOf('[')).strip();
                    continue;
                }
                for (String name : new HashSet<>(List.of(line.strip().split("\\s+")))) {
                    take(name, purpose);
                }
            }
        }

        private void take(String name, String purpose) {
            switch (name.charAt(0)) {
                case '=' -> programs.put(name.substring(1), purpose);
                case '+' -> words.put(name.substring(1), purpose);
                default -> whole.put(name, purpose);
            }
        }
    }
}
