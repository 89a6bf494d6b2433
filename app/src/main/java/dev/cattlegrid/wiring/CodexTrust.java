package dev.cattlegrid.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Codex's list of the hooks that it trusts, in the text of its `config.toml`: a table for each, by file, event and place.
///
/// A hook's hash is SHA-256 over its event, its matcher and its handler with all that it leaves out filled in, as JSON with
/// sorted names (seen on 0.169.0: `hooks/list` of its app server gives the same).
///
/// @param text of the file
/// @param name of the file
record CodexTrust(String text, String name) {
    private static final String TABLE = "[hooks.state.";
    private static final String HASH = "trusted_hash";

    /// The gate's entries among the hooks of a file: their keys in the list, and their hashes.
    static Map<String, String> of(HookTable table, Path file, ObjectNode settings) {
        var hashes = new LinkedHashMap<String, String>();
        for (String event : table.events()) {
            int index = 0;
            for (JsonNode group : settings.path("hooks").path(event)) {
                JsonNode handler = group.path("hooks").path(0);
                if (Line.isOurs(table.command(handler), table.host())) {
                    String label = label(event);
                    hashes.put(
                            file + ":" + label + ":" + index + ":0", hash(label, group, handler));
                }
                index++;
            }
        }
        return hashes;
    }

    private static String label(String event) {
        return event.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
    }

    private static String hash(String label, JsonNode group, JsonNode handler) {
        var full = new TreeMap<String, Object>();
        full.put("async", handler.path("async").asBoolean(false));
        full.put("command", handler.path("command").asString(""));
        full.put("timeout", handler.path("timeout").asInt(600));
        full.put("type", "command");
        var identity = new TreeMap<String, Object>();
        identity.put("event_name", label);
        identity.put("hooks", List.of(full));
        if (group.has("matcher")) {
            identity.put("matcher", group.get("matcher").asString(""));
        }
        String json = JsonMapper.shared().writeValueAsString(identity);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.getBytes(UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException problem) {
            throw new IllegalStateException(problem);
        }
    }

    boolean trusts(String key, String hash) {
        TomlParseResult read = Toml.parse(text);
        return hash.equals(read.get(List.of("hooks", "state", key, HASH)))
                && !isFalse(read, "hooks", "state", key, "enabled");
    }

    /// What switches all hooks off, where something does.
    Optional<String> switchedOff() {
        TomlParseResult read = Toml.parse(text);
        return Stream.of("hooks", "codex_hooks")
                .filter(flag -> isFalse(read, "features", flag))
                .map(flag -> "features." + flag)
                .findFirst();
    }

    private static boolean isFalse(TomlParseResult read, String... path) {
        return Boolean.FALSE.equals(read.get(List.of(path)));
    }

    /// The text with these entries in the list.
    ///
    /// @throws IllegalArgumentException in the user's words, where the list has a form that is not changed here
    String with(Map<String, String> hashes) {
        String now = text;
        for (var one : hashes.entrySet()) {
            var trust = new CodexTrust(now, name);
            if (!trust.trusts(one.getKey(), one.getValue())) {
                now = trust.without(List.of(one.getKey()));
                now = appended(now, one.getKey(), one.getValue());
            }
        }
        return now;
    }

    private String appended(String now, String key, String hash) {
        String gap = now.isEmpty() ? "" : now.endsWith("\n") ? "\n" : "\n\n";
        String after = now + gap + TABLE + quoted(key) + "]\n" + HASH + " = \"" + hash + "\"\n";
        if (Toml.parse(after).hasErrors() || !new CodexTrust(after, name).trusts(key, hash)) {
            throw new IllegalArgumentException(
                    "`%s` is not TOML, or lists trusted hooks in a form that `setup` does not change; trust the gate's hook with `/hooks` in Codex"
                            .formatted(name));
        }
        return after;
    }

    /// The text without these entries.
    String without(Collection<String> keys) {
        String now = text;
        for (String key : keys) {
            List<String> lines = new ArrayList<>(now.lines().toList());
            int from = start(lines, key);
            if (from >= 0) {
                int to = end(lines, from);
                boolean gap = from > 0 && lines.get(from - 1).isBlank();
                lines.subList(gap ? from - 1 : from, to).clear();
                now = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
            }
        }
        return now;
    }

    private static int start(List<String> lines, String key) {
        String header = TABLE + quoted(key) + "]";
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith(header)) {
                return i;
            }
        }
        return -1;
    }

    /// The line behind a table: the next header, or the end; what stands between two tables belongs to the second.
    private static int end(List<String> lines, int from) {
        int end = from + 1;
        while (end < lines.size() && !lines.get(end).strip().startsWith("[")) {
            end++;
        }
        while (end > from + 1 && isBetween(lines.get(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isBetween(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }

    private static String quoted(String key) {
        return "\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
