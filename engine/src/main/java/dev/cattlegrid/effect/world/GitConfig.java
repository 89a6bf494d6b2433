package dev.cattlegrid.effect.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The settings in one file of git's; files that it includes are not read.
///
/// Source: git-config(1), *Syntax*.
///
/// @param settings in the order of the file
record GitConfig(List<Setting> settings) {
    GitConfig {
        settings = List.copyOf(settings);
    }

    /// Sections by which an address can stand for another one.
    private static final Set<String> LEADING = Set.of("url", "include", "includeif");

    /// @param section lower case
    /// @param subsection as written; may be empty
    /// @param name lower case
    record Setting(String section, String subsection, String name, String value) {}

    static GitConfig parse(String text) {
        List<Setting> settings = new ArrayList<>();
        String section = "";
        String subsection = "";
        for (String raw : text.replace("\\\n", "").lines().toList()) {
            String line = raw.strip();
            if (line.startsWith("[")) {
                int end = line.indexOf(']');
                String head = line.substring(1, end < 0 ? line.length() : end);
                int quote = head.indexOf('"');
                section =
                        (quote < 0 ? head : head.substring(0, quote))
                                .strip()
                                .toLowerCase(Locale.ROOT);
                subsection = quote < 0 ? "" : unquoted(head.substring(quote));
                line = end < 0 ? "" : line.substring(end + 1).strip();
            }
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            int equals = line.indexOf('=');
            String name = (equals < 0 ? line : line.substring(0, equals)).strip();
            String value = equals < 0 ? "true" : unquoted(line.substring(equals + 1).strip());
            settings.add(new Setting(section, subsection, name.toLowerCase(Locale.ROOT), value));
        }
        return new GitConfig(settings);
    }

    private static String unquoted(String text) {
        var value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && i + 1 < text.length()) {
                i++;
                value.append(text.charAt(i));
            } else if (!quoted && (c == '#' || c == ';')) {
                break;
            } else {
                value.append(c);
            }
        }
        return value.toString().strip();
    }

    Optional<String> value(String section, String name) {
        return settings.stream()
                .filter(each -> each.section().equals(section) && each.name().equals(name))
                .map(Setting::value)
                .reduce((_, last) -> last);
    }

    /// A remote stands once for each of its addresses, those for fetching first; once more, with an empty one, where
    /// other settings could lead elsewhere.
    List<World.Repository.Remote> remotes() {
        Stream<World.Repository.Remote> led =
                settings.stream().anyMatch(each -> LEADING.contains(each.section()))
                        ? remotes("url").map(each -> new World.Repository.Remote(each.name(), ""))
                        : Stream.empty();
        return Stream.of(remotes("url"), remotes("pushurl"), led).flatMap(each -> each).toList();
    }

    private Stream<World.Repository.Remote> remotes(String kind) {
        return settings.stream()
                .filter(each -> each.section().equals("remote") && each.name().equals(kind))
                .map(each -> new World.Repository.Remote(each.subsection(), each.value()));
    }
}
