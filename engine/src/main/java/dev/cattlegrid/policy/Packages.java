package dev.cattlegrid.policy;

import dev.cattlegrid.effect.Effect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Names of packages that are known to everybody, a list an ecosystem; read when first asked for.
public final class Packages {
    /// Shorter names are all alike.
    private static final int SHORTEST = 5;

    /// Nobody else can bring anything under a name: toolchains from their publishers' own servers, collections of
    /// recipes that are kept and reviewed in one place.
    private static final Set<String> ONE_PUBLISHER =
            Set.of("rust", "language", "vcpkg", "conan", "guix", "nix");

    private static final Map<String, Set<String>> LISTS = new ConcurrentHashMap<>();

    /// Reported imitations, read when first asked for.
    private static final class Reported {
        static final Map<String, String> MEANT = reported();
    }

    /// Source: *The rustc book*, platform support.
    private static final Set<String> MACHINES =
            Set.of(
                    "x86_64",
                    "i386",
                    "i586",
                    "i686",
                    "aarch64",
                    "aarch64_be",
                    "arm64_32",
                    "arm64e",
                    "arm64ec",
                    "arm",
                    "armeb",
                    "armebv7r",
                    "armv4t",
                    "armv5te",
                    "armv6",
                    "armv6k",
                    "armv7",
                    "armv7a",
                    "armv7k",
                    "armv7r",
                    "armv7s",
                    "armv8r",
                    "thumbv4t",
                    "thumbv5te",
                    "thumbv6m",
                    "thumbv7a",
                    "thumbv7em",
                    "thumbv7m",
                    "thumbv7neon",
                    "thumbv8m.base",
                    "thumbv8m.main",
                    "riscv32i",
                    "riscv32im",
                    "riscv32imac",
                    "riscv32imafc",
                    "riscv32imc",
                    "riscv32gc",
                    "riscv64",
                    "riscv64gc",
                    "riscv64imac",
                    "loongarch64",
                    "mips",
                    "mipsel",
                    "mips64",
                    "mips64el",
                    "powerpc",
                    "powerpc64",
                    "powerpc64le",
                    "s390x",
                    "sparc",
                    "sparc64",
                    "sparcv9",
                    "wasm32",
                    "wasm32v1",
                    "wasm64",
                    "asmjs",
                    "avr",
                    "bpfeb",
                    "bpfel",
                    "csky",
                    "hexagon",
                    "m68k",
                    "msp430",
                    "nvptx64",
                    "x86_64h",
                    "xtensa");

    private Packages() {}

    /// Whether all that an install names is well known; what is declared by the project names nothing.
    public static boolean known(Effect.Install install) {
        if (install.from() != Effect.Install.Provenance.NAMED) {
            return install.from() == Effect.Install.Provenance.DECLARED;
        }
        return unknownOf(install).isEmpty();
    }

    /// The names that are on no list, without their versions.
    public static List<String> unknownOf(Effect.Install install) {
        String ecosystem = ecosystem(install.ecosystem());
        if (ONE_PUBLISHER.contains(ecosystem)) {
            return List.of();
        }
        Set<String> list = list(ecosystem);
        var unknown = new ArrayList<String>();
        for (String word : withoutExtras(install.packages()).split("[\\s,]+")) {
            String name = name(ecosystem, word);
            if (!name.isEmpty()
                    && !isOn(list, ecosystem, name)
                    && !isToolchain(install.ecosystem(), word.strip().toLowerCase(Locale.ROOT))) {
                unknown.add(name);
            }
        }
        return unknown;
    }

    /// `a[b,c]>=1` names `a` alone.
    private static String withoutExtras(String packages) {
        if (packages.indexOf('[') < 0) {
            return packages;
        }
        var plain = new StringBuilder(packages.length());
        int depth = 0;
        for (int i = 0; i < packages.length(); i++) {
            char c = packages.charAt(i);
            depth += c == '[' ? 1 : 0;
            if (depth == 0) {
                plain.append(c);
            }
            depth -= c == ']' && depth > 0 ? 1 : 0;
        }
        return plain.toString();
    }

    /// A well-known name that this one imitates: one that it was reported for, or one that differs by a letter, by two
    /// that changed places, by what parts its words, or by their order.
    public static Optional<String> lookAlike(String ecosystem, String name) {
        String named = ecosystem(ecosystem);
        String known = named.equals("conda") ? "pypi" : named;
        String reported = Reported.MEANT.get(known + " " + name);
        if (reported != null) {
            return Optional.of(reported);
        }
        if (name.length() < SHORTEST) {
            return Optional.empty();
        }
        String words = sortedWords(name);
        String letters = letters(name);
        return list(known).stream()
                .filter(each -> each.length() >= SHORTEST && !each.endsWith("/"))
                .filter(each ->
                        oneSlip(each, name)
                                || letters(each).equals(letters)
                                || sortedWords(each).equals(words))
                .sorted()
                .findFirst();
    }

    private static String letters(String name) {
        var letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '-' && c != '_' && c != '.') {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    private static String sortedWords(String name) {
        int parts = letters(name).length();
        if (parts == name.length()) {
            return name;
        }
        String[] words = name.replace('_', '-').replace('.', '-').split("-");
        Arrays.sort(words);
        return String.join("-", words);
    }

    private static String ecosystem(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "npm", "node", "yarn", "pnpm", "bun", "npx", "deno", "jsr" -> "npm";
            case "pypi", "pip", "pip3", "uv", "pipx", "poetry", "python" -> "pypi";
            case "cargo", "crates" -> "cargo";
            case "go", "golang" -> "go";
            case "gem", "rubygems", "bundler", "ruby" -> "gem";
            case "composer", "packagist", "php" -> "composer";
            case "cpan", "perl", "cpanm" -> "cpan";
            case "cran", "r" -> "cran";
            case "nuget", "dotnet" -> "nuget";
            default -> name.toLowerCase(Locale.ROOT);
        };
    }

    /// What is meant by `npm:a`, `jsr:@b/a` and `c@npm:a`, where `c` is only what the project calls it.
    private static String meant(String ecosystem, String word) {
        int alias = ecosystem.equals("npm") ? word.indexOf("npm:") : -1;
        return alias >= 0
                ? word.substring(alias + "npm:".length())
                : word.startsWith("jsr:") ? word.substring("jsr:".length()) : word;
    }

    /// A package as named, without version, extras and tag.
    private static String name(String ecosystem, String word) {
        String name = meant(ecosystem, word.strip().toLowerCase(Locale.ROOT));
        int from = name.startsWith("@") ? 1 : 0;
        int end = name.length();
        for (int i = from; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '@' || c == '[' || c == '=' || c == '<' || c == '>' || c == '~' || c == '!'
                    || c == ';' || c == '^' || c == ':') {
                end = i;
                break;
            }
        }
        name = name.substring(0, end);
        return normal(ecosystem, name);
    }

    /// Versions of a language, and what it is made for, have no names of their own: `nightly-2024-05-01`, `3.12`,
    /// `aarch64-apple-darwin`.
    private static boolean isToolchain(String ecosystem, String name) {
        return switch (ecosystem) {
            case "rust" ->
                    isVersion(name)
                            || name.startsWith("nightly-")
                            || name.startsWith("beta-")
                            || name.startsWith("stable-")
                            || isTriple(name);
            case "python" -> isVersion(name) || afterWord(name, "python", "cpython", "pypy");
            case "node", "ruby", "java", "swift" -> isVersion(name);
            default -> false;
        };
    }

    private static boolean afterWord(String name, String... words) {
        for (String word : words) {
            if (name.startsWith(word)) {
                String rest = name.substring(word.length());
                return rest.isEmpty() || isVersion(rest.replaceFirst("^[@-]", ""));
            }
        }
        return false;
    }

    private static boolean isVersion(String name) {
        int start = name.startsWith("v") ? 1 : 0;
        return start < name.length()
                && Character.isDigit(name.charAt(start))
                && name.chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || ".-+_".indexOf(c) >= 0);
    }

    /// Machine, vendor, system: `x86_64-unknown-linux-gnu`, `wasm32-wasip1`.
    private static boolean isTriple(String name) {
        String[] parts = name.split("-");
        return parts.length >= 2 && parts.length <= 5 && MACHINES.contains(parts[0]);
    }

    /// PyPI and crates.io take these for the same.
    private static String normal(String ecosystem, String name) {
        return switch (ecosystem) {
            case "pypi" -> name.replace('_', '-').replace('.', '-');
            case "cargo", "cargo-more" -> name.replace('_', '-');
            default -> name;
        };
    }

    private static boolean isOn(Set<String> list, String ecosystem, String name) {
        if (Reported.MEANT.containsKey(ecosystem + " " + name)) {
            return false;
        }
        return isIn(list, ecosystem, name)
                || isIn(list(ecosystem + "-more"), ecosystem, name)
                || isIn(list(ecosystem + "-popular"), ecosystem, name)
                // What is well known in Python is packaged there by the same name.
                || ecosystem.equals("conda") && isOn(list("pypi"), "pypi", normal("pypi", name));
    }

    private static boolean isIn(Set<String> list, String ecosystem, String name) {
        if (list.contains(name)) {
            return true;
        }
        // A scope, a module path or a beginning that belongs to one well-known owner stands in the
        // list with what ends it.
        char end = ecosystem.equals("nuget") ? '.' : '/';
        int at = name.indexOf(end);
        while (at > 0) {
            if (list.contains(name.substring(0, at + 1))) {
                return true;
            }
            at = name.indexOf(end, at + 1);
        }
        return ecosystem.equals("go") && list.contains(name + "/");
    }

    private static Map<String, String> reported() {
        var meant = new HashMap<String, String>();
        for (String line : lines("look-alikes")) {
            String[] words = line.split(" ");
            meant.put(words[0] + " " + words[1], words[2]);
        }
        return Map.copyOf(meant);
    }

    private static Set<String> list(String ecosystem) {
        return LISTS.computeIfAbsent(ecosystem, Packages::read);
    }

    private static Set<String> read(String ecosystem) {
        var names = new HashSet<String>();
        for (String line : lines(ecosystem)) {
            for (String name : line.strip().split("\\s+")) {
                names.add(normal(ecosystem, name));
            }
        }
        names.remove("");
        return Set.copyOf(names);
    }

    /// The lines of a list without its comments; none where there is no such list.
    private static List<String> lines(String list) {
        try (InputStream in = Packages.class.getResourceAsStream("packages/" + list + ".txt")) {
            if (in == null) {
                return List.of();
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static boolean oneSlip(String known, String name) {
        int longer = Math.max(known.length(), name.length());
        int shorter = Math.min(known.length(), name.length());
        if (longer - shorter > 1 || known.equals(name)) {
            return false;
        }
        int start = 0;
        while (start < shorter && known.charAt(start) == name.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && known.charAt(known.length() - 1 - end) == name.charAt(name.length() - 1 - end)) {
            end++;
        }
        int left = longer - start - end;
        if (left <= 1) {
            return true;
        }
        return left == 2
                && known.length() == name.length()
                && known.charAt(start) == name.charAt(start + 1)
                && known.charAt(start + 1) == name.charAt(start);
    }
}
