package dev.cattlegrid.wiring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Whether the values of a settings file of Claude Code have the types that it wants: one that has not makes the client drop
/// the whole file without a word, hooks included.
///
/// Only what is well known is looked at; a name that is not here counts as right.
final class ClaudeTypes {
    private static final Set<String> ON_FAILURE = Set.of("allow", "block", "ignore", "continue");

    private static final Map<String, Predicate<JsonNode>> TYPES =
            Map.ofEntries(
                    Map.entry("apiKeyHelper", JsonNode::isString),
                    Map.entry("cleanupPeriodDays", JsonNode::isNumber),
                    Map.entry("disableAllHooks", JsonNode::isBoolean),
                    Map.entry("enableAllProjectMcpServers", JsonNode::isBoolean),
                    Map.entry("enabledMcpjsonServers", ClaudeTypes::isTexts),
                    Map.entry("disabledMcpjsonServers", ClaudeTypes::isTexts),
                    Map.entry("env", JsonNode::isObject),
                    Map.entry("forceLoginMethod", JsonNode::isString),
                    Map.entry("hooks", JsonNode::isObject),
                    Map.entry("includeCoAuthoredBy", JsonNode::isBoolean),
                    Map.entry("model", JsonNode::isString),
                    Map.entry("outputStyle", JsonNode::isString),
                    Map.entry("permissions", JsonNode::isObject),
                    Map.entry("statusLine", JsonNode::isObject));

    private ClaudeTypes() {}

    /// The first value of a wrong type, by its way from the top.
    static Optional<String> wrong(ObjectNode settings) {
        for (var member : settings.properties()) {
            Predicate<JsonNode> type = TYPES.get(member.getKey());
            if (type != null && !type.test(member.getValue())) {
                return Optional.of(member.getKey());
            }
        }
        return permissions(settings.path("permissions")).or(() -> hooks(settings.path("hooks")));
    }

    private static Optional<String> permissions(JsonNode permissions) {
        for (String name : List.of("allow", "ask", "deny", "additionalDirectories")) {
            if (permissions.has(name) && !isTexts(permissions.get(name))) {
                return Optional.of("permissions." + name);
            }
        }
        boolean mode = !permissions.has("defaultMode") || permissions.get("defaultMode").isString();
        return mode ? Optional.empty() : Optional.of("permissions.defaultMode");
    }

    private static Optional<String> hooks(JsonNode hooks) {
        for (var event : hooks.properties()) {
            for (JsonNode group : event.getValue()) {
                for (JsonNode handler : group.path("hooks")) {
                    Optional<String> wrong = handler(handler);
                    if (wrong.isPresent()) {
                        return Optional.of("hooks." + event.getKey() + "[].hooks[]." + wrong.get());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> handler(JsonNode handler) {
        if (handler.has("timeout") && !handler.get("timeout").isNumber()) {
            return Optional.of("timeout");
        }
        if (handler.has("command") && !handler.get("command").isString()) {
            return Optional.of("command");
        }
        boolean word =
                !handler.has("onFailure")
                        || ON_FAILURE.contains(handler.get("onFailure").asString(""));
        return word ? Optional.empty() : Optional.of("onFailure");
    }

    private static boolean isTexts(JsonNode value) {
        return value.isArray() && value.valueStream().allMatch(JsonNode::isString);
    }
}
