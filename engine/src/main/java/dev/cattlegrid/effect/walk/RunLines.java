package dev.cattlegrid.effect.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The commands in the file of a build pipeline: what stands behind `run:`, `script:` and their like, on the line or in a
/// block or list below it.
///
/// Source: GitHub Actions, *Workflow syntax*, `jobs.<id>.steps[*].run`; GitLab CI/CD YAML, `script`, `before_script`,
/// `after_script`; YAML 1.2.2, 8.1 *Block scalar styles*.
final class RunLines {
    private static final Set<String> KEYS =
            Set.of("run", "script", "before_script", "after_script", "bash", "pwsh");
    private static final int MOST = 256;

    private RunLines() {}

    static boolean isPipeline(String path) {
        boolean yaml = path.endsWith(".yml") || path.endsWith(".yaml");
        return yaml
                && (path.contains("/.github/workflows/")
                        || path.contains("/.circleci/")
                        || path.endsWith("/.gitlab-ci.yml")
                        || path.endsWith("/azure-pipelines.yml")
                        || path.endsWith("/bitbucket-pipelines.yml")
                        || path.endsWith("/action.yml"));
    }

    static List<String> of(String text) {
        List<String> lines = text.lines().toList();
        var commands = new ArrayList<String>();
        for (int i = 0; i < lines.size() && commands.size() < MOST; i++) {
            String line = lines.get(i);
            String bare = line.strip();
            String key = bare.startsWith("- ") ? bare.substring(2).strip() : bare;
            int colon = key.indexOf(':');
            if (colon <= 0 || !KEYS.contains(key.substring(0, colon))) {
                continue;
            }
            String value = key.substring(colon + 1).strip();
            if (value.isEmpty() || value.startsWith("|") || value.startsWith(">")) {
                i = below(lines, i, line.indexOf(key.charAt(0)), value.isEmpty(), commands);
            } else {
                commands.add(unquoted(value));
            }
        }
        return commands;
    }

    /// The block or list below a key.
    ///
    /// @param indent where the key stands
    /// @return the number of its last line
    private static int below(
            List<String> lines, int key, int indent, boolean list, List<String> commands) {
        var block = new StringBuilder();
        int at = key + 1;
        for (; at < lines.size(); at++) {
            String line = lines.get(at);
            int depth = line.length() - line.stripLeading().length();
            boolean item = list && line.strip().startsWith("- ");
            if (!line.isBlank() && (item ? depth < indent : depth <= indent)) {
                break;
            }
            if (item) {
                commands.add(unquoted(line.strip().substring(2).strip()));
            } else if (!list) {
                block.append(line.strip()).append('\n');
            }
        }
        if (!block.isEmpty()) {
            commands.add(withoutExpressions(block.toString()));
        }
        return at - 1;
    }

    private static String unquoted(String value) {
        boolean quoted =
                value.length() > 1
                        && (value.startsWith("'") && value.endsWith("'")
                                || value.startsWith("\"") && value.endsWith("\""));
        return withoutExpressions(quoted ? value.substring(1, value.length() - 1) : value);
    }

    /// What the pipeline puts in before a shell reads it: all secrets at once are the environment, the rest is something
    /// that is not known.
    private static String withoutExpressions(String command) {
        var out = new StringBuilder();
        int from = 0;
        for (int at = command.indexOf("${{"); at >= 0; at = command.indexOf("${{", from)) {
            int end = command.indexOf("}}", at);
            if (end < 0) {
                break;
            }
            String inside = command.substring(at + 3, end).replace(" ", "");
            out.append(command, from, at);
            boolean quoted = out.chars().filter(c -> c == '\'').count() % 2 == 1;
            String value = inside.equalsIgnoreCase("tojson(secrets)") ? "$(env)" : "$PIPELINE";
            out.append(quoted ? "'\"" + value + "\"'" : value);
            from = end + 2;
        }
        return out.append(command.substring(from)).toString();
    }
}
