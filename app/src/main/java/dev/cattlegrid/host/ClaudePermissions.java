package dev.cattlegrid.host;

import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.permission.PermissionRule;
import dev.cattlegrid.policy.permission.Permissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/// The `permissions` of Claude Code's settings: the organisation's, the user's, and those of the project.
///
/// `allow` of the project's files, the one that git ignores among them, does not count: what lies in a repository only
/// tightens. A file that the client cannot read either says nothing here, as there.
///
/// @see <a href="https://docs.claude.com/en/docs/claude-code/settings">Claude Code, settings</a>
final class ClaudePermissions {
    private static final Path OF_ORGANISATION = Path.of("/etc/claude-code/managed-settings.json");
    private static final List<String> OF_PROJECT =
            List.of(".claude/settings.json", ".claude/settings.local.json");
    private static final long LARGEST = 1 << 20;

    private ClaudePermissions() {}

    /// @param home of the user
    /// @param directory of the call, absolute
    static Permissions of(Path home, String directory) {
        Permissions all =
                read(OF_ORGANISATION, home, "/", directory)
                        .and(
                                read(
                                        home.resolve(".claude/settings.json"),
                                        home,
                                        home.toString(),
                                        directory));
        for (Path each = Path.of(directory); each != null; each = each.getParent()) {
            if (each.equals(home)) {
                break;
            }
            for (String name : OF_PROJECT) {
                all =
                        all.and(
                                read(each.resolve(name), home, each.toString(), directory)
                                        .tightening());
            }
        }
        return all;
    }

    private static Permissions read(Path file, Path home, String settings, String directory) {
        try {
            boolean fit =
                    Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && Files.size(file) <= LARGEST;
            if (!fit) {
                return Permissions.NONE;
            }
            var anchors = new PermissionRule.Anchors(home.toString(), settings, directory);
            return switch (Json.parse(Files.readAllBytes(file)).members()) {
                case Json.Members.None _ -> Permissions.NONE;
                case Json.Members.Of(var fields) ->
                        fields.object("permissions")
                                .map(permissions -> read(permissions, anchors))
                                .orElse(Permissions.NONE);
            };
        } catch (IOException _) {
            return Permissions.NONE;
        }
    }

    private static Permissions read(Fields permissions, PermissionRule.Anchors anchors) {
        return new Permissions(
                rules("allow", permissions, anchors),
                rules("ask", permissions, anchors),
                rules("deny", permissions, anchors));
    }

    private static List<PermissionRule> rules(
            String name, Fields permissions, PermissionRule.Anchors anchors) {
        return permissions.list(name).orElse(List.of()).stream()
                .filter(String.class::isInstance)
                .map(text -> PermissionRule.of((String) text, anchors))
                .toList();
    }
}
