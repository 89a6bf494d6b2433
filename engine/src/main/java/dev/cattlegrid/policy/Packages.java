package dev.cattlegrid.policy;

import dev.cattlegrid.effect.Effect;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Names of packages that are known to everybody, a list an ecosystem; read when first asked for.
public final class Packages {
    private static final Map<String, Set<String>> LISTS = new ConcurrentHashMap<>();

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
        Set<String> list = list(ecosystem);
        var unknown = new ArrayList<String>();
        for (String word : install.packages().split("[\\s,]+")) {
            String name = name(ecosystem, word);
            if (!name.isEmpty() && !isOn(list, ecosystem, name)) {
                unknown.add(name);
            }
        }
        return unknown;
    }

    /// A well-known name that differs from this one by one letter, or by two that changed places.
    public static Optional<String> lookAlike(String ecosystem, String name) {
        if (name.length() < 5) {
            return Optional.empty();
        }
        return list(ecosystem(ecosystem)).stream()
                .filter(known -> known.length() >= 5 && oneSlip(known, name))
                .sorted()
                .findFirst();
    }

    private static String ecosystem(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "npm", "node", "yarn", "pnpm", "bun", "npx", "deno", "jsr" -> "npm";
            case "pypi", "pip", "pip3", "uv", "pipx", "poetry", "conda", "python" -> "pypi";
            case "cargo", "crates", "rust" -> "cargo";
            case "go", "golang" -> "go";
            case "gem", "rubygems", "bundler", "ruby" -> "gem";
            case "composer", "packagist", "php" -> "composer";
            default -> name.toLowerCase(Locale.ROOT);
        };
    }

    /// A package as named, without version, extras and tag.
    private static String name(String ecosystem, String word) {
        String name = word.strip().toLowerCase(Locale.ROOT);
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
        return ecosystem.equals("pypi") ? name.replace('_', '-').replace('.', '-') : name;
    }

    private static boolean isOn(Set<String> list, String ecosystem, String name) {
        if (list.contains(name)) {
            return true;
        }
        // A scope or a module path that belongs to one well-known owner stands in the list with its
        // slash.
        int slash = name.indexOf('/');
        while (slash > 0) {
            if (list.contains(name.substring(0, slash + 1))) {
                return true;
            }
            slash = name.indexOf('/', slash + 1);
        }
        return ecosystem.equals("go") && list.contains(name + "/");
    }

    private static Set<String> list(String ecosystem) {
        return LISTS.computeIfAbsent(ecosystem, Packages::read);
    }

    private static Set<String> read(String ecosystem) {
        try (InputStream in =
                Packages.class.getResourceAsStream("packages/" + ecosystem + ".txt")) {
            if (in == null) {
                return Set.of();
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            var names = new HashSet<String>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    names.addAll(List.of(line.strip().split("\\s+")));
                }
            }
            names.remove("");
            return Set.copyOf(names);
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
