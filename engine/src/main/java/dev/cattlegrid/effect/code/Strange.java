package dev.cattlegrid.effect.code;

import java.util.Set;

/// Text that is handed to an interpreter and is no program of its language: a command line of a shell.
///
/// An interpreter would stop at it, or take some of it for something else; nobody can tell, so it is not harmless.
final class Strange {
    /// Words of Perl, Ruby, PHP and Lua behind which an option-like word may stand: file tests, negative numbers.
    private static final Set<String> BEFORE_A_DASH =
            Set.of(
                    "print", "printf", "say", "puts", "p", "pp", "return", "if", "unless", "while",
                    "until", "and", "or", "not", "push", "die", "warn", "echo", "exit", "when",
                    "elsif", "else", "then", "do", "in", "x", "y", "n", "i", "abs", "sleep");

    private static final Set<String> PROGRAMS =
            Set.of(
                    "rm", "curl", "wget", "sudo", "git", "bash", "sh", "nc", "dd", "mkfs", "cat",
                    "npm", "docker", "kubectl", "apt", "ssh", "scp", "tar", "cd", "export",
                    "python3", "perl", "ruby", "node", "php");

    private Strange() {}

    /// Whether any statement begins as commands of a shell do: a program's name and an option or a path.
    static boolean isForAShell(String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean end = i == text.length() || ";\n{}".indexOf(text.charAt(i)) >= 0;
            if (end) {
                if (isCommand(text.substring(start, i).strip())) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static boolean isCommand(String statement) {
        int blank = statement.indexOf(' ');
        if (blank <= 0 || blank + 1 >= statement.length()) {
            return false;
        }
        String name = statement.substring(0, blank);
        String rest = statement.substring(blank).strip();
        boolean word = name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
        boolean option =
                rest.length() > 1
                        && rest.charAt(0) == '-'
                        && (Character.isLetter(rest.charAt(1)) || rest.startsWith("--"));
        boolean path =
                PROGRAMS.contains(name)
                        && (Character.isLetterOrDigit(rest.charAt(0))
                                || "/.~-".indexOf(rest.charAt(0)) >= 0);
        return word && (option && !BEFORE_A_DASH.contains(name) || path);
    }
}
