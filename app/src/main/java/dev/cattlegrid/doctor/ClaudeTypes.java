package dev.cattlegrid.doctor;

import dev.cattlegrid.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The types of the values in Claude Code's settings, as far as they are documented.
///
/// @see <a href="https://docs.claude.com/en/docs/claude-code/settings#available-settings">Claude Code, available settings</a>
final class ClaudeTypes {
    private static final List<String> TEXTS =
            List.of("apiKeyHelper", "model", "outputStyle", "forceLoginMethod", "language");
    private static final List<String> SWITCHES =
            List.of(
                    "includeCoAuthoredBy",
                    "disableAllHooks",
                    "enableAllProjectMcpServers",
                    "alwaysThinkingEnabled");
    private static final List<String> NUMBERS = List.of("cleanupPeriodDays");
    private static final List<String> LISTS =
            List.of("enabledMcpjsonServers", "disabledMcpjsonServers");
    private static final List<String> OBJECTS =
            List.of("env", "permissions", "hooks", "statusLine", "sandbox", "enabledPlugins");
    private static final List<String> MODES =
            List.of("default", "acceptEdits", "plan", "auto", "dontAsk", "bypassPermissions");

    private ClaudeTypes() {}

    /// What is not of its type, each in a few words.
    static List<String> wrong(Fields settings) {
        var wrong = new ArrayList<String>();
        Map<String, Object> values = settings.values();
        TEXTS.forEach(key -> check(values, "", key, String.class, "a text", wrong));
        SWITCHES.forEach(key -> check(values, "", key, Boolean.class, "true or false", wrong));
        NUMBERS.forEach(key -> check(values, "", key, Number.class, "a number", wrong));
        LISTS.forEach(key -> check(values, "", key, List.class, "a list", wrong));
        OBJECTS.forEach(key -> check(values, "", key, Map.class, "an object", wrong));
        settings.object("env").ifPresent(env -> env(env, wrong));
        settings.object("permissions").ifPresent(permissions -> permissions(permissions, wrong));
        settings.object("hooks").ifPresent(hooks -> hooks(hooks, wrong));
        return wrong;
    }

    private static void env(Fields env, List<String> wrong) {
        env.values()
                .forEach((key, _) ->
                        check(env.values(), "env.", key, String.class, "a text", wrong));
    }

    private static void permissions(Fields permissions, List<String> wrong) {
        for (String key : List.of("allow", "ask", "deny", "additionalDirectories")) {
            Object value = permissions.values().get(key);
            boolean texts =
                    value == null
                            || value instanceof List<?> list
                                    && list.stream().allMatch(String.class::isInstance);
            if (!texts) {
                wrong.add("`permissions." + key + "` is no list of texts");
            }
        }
        Object mode = permissions.values().getOrDefault("defaultMode", "default");
        if (!(mode instanceof String name && MODES.contains(name))) {
            wrong.add("`permissions.defaultMode` is none of " + String.join(", ", MODES));
        }
    }

    private static void hooks(Fields hooks, List<String> wrong) {
        hooks.values()
                .forEach((event, groups) -> {
                    if (!(groups instanceof List<?> list)) {
                        wrong.add("`hooks." + event + "` is no list");
                        return;
                    }
                    list.forEach(group -> group("hooks." + event + "[]", group, wrong));
                });
    }

    private static void group(String at, Object group, List<String> wrong) {
        if (!(group instanceof Map<?, ?> members && members.get("hooks") instanceof List<?> all)) {
            wrong.add("`" + at + ".hooks` is no list");
            return;
        }
        check(members, at + ".", "matcher", String.class, "a text", wrong);
        for (Object handler : all) {
            if (!(handler instanceof Map<?, ?> fields)) {
                wrong.add("`" + at + ".hooks[]` is no object");
                continue;
            }
            String path = at + ".hooks[].";
            check(fields, path, "type", String.class, "a text", wrong);
            check(fields, path, "command", String.class, "a text", wrong);
            check(fields, path, "url", String.class, "a text", wrong);
            check(fields, path, "timeout", Number.class, "a number", wrong);
            check(fields, path, "onFailure", String.class, "a text", wrong);
        }
    }

    private static void check(
            Map<?, ?> values,
            String at,
            String key,
            Class<?> type,
            String words,
            List<String> wrong) {
        Object value = values.get(key);
        if (value != null && !type.isInstance(value)) {
            wrong.add("`" + at + key + "` is not " + words);
        }
    }
}
