package dev.cattlegrid.policy.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What stands in `Bash(…)`: a command as a line.
///
/// `npm test` is that line alone; `npm test:*` and `npm test *` are all that begin with these words; a star elsewhere
/// stands for any text.
record CommandPattern(String text) {
    /// Programs that run what they are given, so that leave for them is leave for anything.
    private static final Set<String> RUNNERS =
            Set.of(
                    "sh",
                    "bash",
                    "zsh",
                    "dash",
                    "fish",
                    "ksh",
                    "pwsh",
                    "powershell",
                    "cmd",
                    "eval",
                    "source",
                    "exec",
                    "env",
                    "xargs",
                    "sudo",
                    "doas",
                    "su",
                    "ssh",
                    "nohup",
                    "timeout",
                    "python",
                    "python2",
                    "python3",
                    "pypy3",
                    "node",
                    "nodejs",
                    "deno",
                    "bun",
                    "tsx",
                    "ts-node",
                    "ruby",
                    "perl",
                    "php",
                    "lua",
                    "Rscript",
                    "java",
                    "osascript",
                    "awk",
                    "npx",
                    "pnpx",
                    "bunx",
                    "uvx",
                    "pipx",
                    "npm",
                    "pnpm",
                    "yarn",
                    "uv",
                    "poetry",
                    "cargo",
                    "go",
                    "make",
                    "just",
                    "task",
                    "docker",
                    "podman",
                    "kubectl",
                    "claude",
                    "codex",
                    "gemini",
                    "qwen",
                    "opencode",
                    "aider",
                    "cursor-agent",
                    "copilot");

    private static final String PREFIX = ":*";
    private static final String WORDS = " *";

    /// Options of a program's own that stand before its subcommand and take a word.
    private static final Set<String> WITH_WORD =
            Set.of(
                    "-C",
                    "-c",
                    "--git-dir",
                    "--work-tree",
                    "--namespace",
                    "-n",
                    "--context",
                    "--kubeconfig",
                    "--prefix",
                    "-H",
                    "--host",
                    "-R",
                    "--repo",
                    "--profile",
                    "--region",
                    "--project");

    /// Whether a rule that forbids is about a command: also where the program is named by its path, where options stand
    /// before the subcommand, and where the prefix ends within a word.
    boolean touches(String line) {
        String plain = plain(line);
        return matches(line)
                || matches(plain)
                || text.endsWith(PREFIX)
                        && Star.matches(text.substring(0, text.length() - 2) + "*", plain);
    }

    /// The line without the path of its program and without options before its first other word.
    private static String plain(String line) {
        var words = new ArrayList<>(List.of(line.strip().split(" +")));
        String program = words.removeFirst();
        while (!words.isEmpty() && words.getFirst().startsWith("-")) {
            boolean takesWord = WITH_WORD.contains(words.removeFirst());
            if (takesWord && !words.isEmpty()) {
                words.removeFirst();
            }
        }
        words.addFirst(program.substring(program.lastIndexOf('/') + 1));
        return String.join(" ", words);
    }

    /// Whether a rule that allows is about a command.
    boolean matches(String line) {
        String plain = line.strip();
        if (text.endsWith(PREFIX) || text.endsWith(WORDS)) {
            String words = text.substring(0, text.length() - 2);
            return matchesAll(words, plain) || Star.matches(words + WORDS, plain);
        }
        return matchesAll(text, plain);
    }

    private static boolean matchesAll(String pattern, String line) {
        return pattern.indexOf('*') < 0 ? pattern.equals(line) : Star.matches(pattern, line);
    }

    /// Whether it is one line and no other.
    boolean isExact() {
        return text.indexOf('*') < 0;
    }

    /// Whether it lets nearly anything run: any command, or any that a shell, an interpreter, a package runner or an
    /// agent is given.
    boolean isBroad() {
        if (isExact()) {
            return false;
        }
        String known = text.substring(0, text.indexOf('*')).replace(":", " ").strip();
        if (known.isEmpty()) {
            return true;
        }
        String[] words = known.split("\\s+");
        String program = words[0].substring(words[0].lastIndexOf('/') + 1);
        boolean option = words.length > 1 && words[words.length - 1].startsWith("-");
        boolean runs = words.length > 1 && Set.of("run", "exec", "x", "dlx").contains(words[1]);
        return RUNNERS.contains(program)
                && (words.length == 1 || option || runs && words.length == 2);
    }
}
