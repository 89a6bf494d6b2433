package dev.cattlegrid.policy.permission;

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
