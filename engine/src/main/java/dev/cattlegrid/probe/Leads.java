package dev.cattlegrid.probe;

import dev.cattlegrid.policy.LookAlikes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Where the orders of a text lead: the hosts that it names near them, and the commands.
///
/// @param hosts lower case; hosts on which anybody can have a page are left out
/// @param commands each on one line, blanks made one
public record Leads(List<String> hosts, List<String> commands) {
    /// The most of each that is kept.
    public static final int MOST = 16;

    private static final int AROUND = 500;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 300;

    private static final Set<String> PROGRAMS =
            Set.of(
                    "curl",
                    "wget",
                    "nc",
                    "ncat",
                    "scp",
                    "rsync",
                    "ssh",
                    "bash",
                    "sh",
                    "zsh",
                    "eval",
                    "source",
                    "rm",
                    "cat",
                    "python",
                    "python3",
                    "node",
                    "perl",
                    "ruby",
                    "powershell",
                    "pwsh",
                    "iwr",
                    "irm",
                    "npx",
                    "uvx",
                    "pipx",
                    "pip",
                    "npm",
                    "gh",
                    "git",
                    "aws",
                    "gcloud",
                    "kubectl",
                    "docker",
                    "chmod",
                    "openssl",
                    "base64",
                    "printenv",
                    "env",
                    "sudo",
                    "echo",
                    "tar",
                    "export");

    public Leads {
        hosts = List.copyOf(hosts);
        commands = List.copyOf(commands);
    }

    /// @param probed what was found in the text
    public static Leads of(String text, Probed probed) {
        var hosts = new LinkedHashSet<String>();
        var commands = new LinkedHashSet<String>();
        int read = 0;
        for (Sign sign : probed.signs()) {
            int from = Math.max(read, sign.span().start() - AROUND);
            int to = Math.min(text.length(), sign.span().end() + AROUND);
            if (to > from) {
                read(text.substring(from, to), hosts, commands);
                read = to;
            }
        }
        return new Leads(first(hosts), first(commands));
    }

    private static List<String> first(Set<String> all) {
        return all.stream().limit(MOST).toList();
    }

    private static void read(String near, Set<String> hosts, Set<String> commands) {
        for (String line : lines(near)) {
            String command = command(line);
            if (!command.isEmpty()) {
                commands.add(command);
            }
            hosts(line, !command.isEmpty(), hosts);
        }
    }

    /// Lines, and what stands between backquotes on one.
    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        for (String line : text.split("\n", -1)) {
            lines.add(line);
            String[] parts = line.split("`", -1);
            for (int i = 1; i < parts.length; i += 2) {
                lines.add(parts[i]);
            }
        }
        return lines;
    }

    /// @return empty where the line is none
    private static String command(String line) {
        int at = 0;
        while (at < line.length() && " \t$>#*-`".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        String command = plain(line.substring(at));
        int blank = command.indexOf(' ');
        boolean fits = command.length() >= SHORTEST && command.length() <= LONGEST;
        return fits && blank > 0 && PROGRAMS.contains(command.substring(0, blank)) ? command : "";
    }

    /// A command with one blank between its words.
    public static String plain(String command) {
        return String.join(" ", command.strip().split("[ \\t]+", -1)).replace("`", "");
    }

    private static void hosts(String line, boolean command, Set<String> hosts) {
        int at = 0;
        while (at < line.length()) {
            int from = at;
            while (at < line.length() && isInHost(line.charAt(at))) {
                at++;
            }
            if (at > from) {
                char before = from == 0 ? ' ' : line.charAt(from - 1);
                boolean named = before == '@' || from >= 3 && line.startsWith("://", from - 3);
                boolean argument =
                        command
                                && (before == ' ' || before == '"' || before == '\'')
                                && at < line.length();
                add(
                        Letters.lower(line.substring(from, at)),
                        named,
                        argument && line.charAt(at) == '/',
                        hosts);
            }
            at++;
        }
    }

    private static boolean isInHost(char c) {
        return Letters.isLatin(c) || c >= '0' && c <= '9' || c == '.' || c == '-';
    }

    private static void add(String name, boolean named, boolean argument, Set<String> hosts) {
        String host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        boolean is = host.indexOf('.') > 0 && !host.startsWith("127.") && !host.equals("0.0.0.0");
        if (is && (named || argument) && !LookAlikes.isWellKnown(host)) {
            hosts.add(host);
        }
    }
}
