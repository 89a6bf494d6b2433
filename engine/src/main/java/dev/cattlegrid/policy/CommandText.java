package dev.cattlegrid.policy;

import dev.cattlegrid.shell.Span;

/// Pieces of a command as it is written, for what stands in its words alone.
public final class CommandText {
    private static final String SEPARATORS = ";&|\n(){}`";

    private CommandText() {}

    /// The simple command around a piece, as far as separators tell; more than that where one is quoted.
    public static String around(String command, Span span) {
        int start = Math.min(span.start(), command.length());
        int end = Math.min(span.end(), command.length());
        while (start > 0 && SEPARATORS.indexOf(command.charAt(start - 1)) < 0) {
            start--;
        }
        while (end < command.length() && SEPARATORS.indexOf(command.charAt(end)) < 0) {
            end++;
        }
        return command.substring(start, end).strip();
    }

    /// Whether anything in a call could send the client of a cluster to another one.
    static boolean changesCluster(String command) {
        return command.contains("KUBE")
                || command.contains("use-context")
                || command.contains("set-context")
                || command.contains("xargs");
    }
}
