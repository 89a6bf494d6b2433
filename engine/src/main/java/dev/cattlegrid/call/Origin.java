package dev.cattlegrid.call;

import java.util.Arrays;
import java.util.Optional;

/// Where a call comes from.
///
/// @param host the agent program, as its door names it: `claude-code`, `check`
/// @param agent the subagent, where it is one
/// @param directory the working directory, absolute
/// @param contained whether there is nothing to lose where it runs; only the user's settings or our own sandbox say so
/// @param confinement the sandbox of ours that it runs in, if it does; no host, setting or file says so
public record Origin(
        String host,
        String session,
        Optional<String> agent,
        String directory,
        Mode mode,
        ShellState shell,
        boolean contained,
        Optional<Confinement> confinement) {

    /// A call that runs in no sandbox of ours.
    public Origin(
            String host,
            String session,
            Optional<String> agent,
            String directory,
            Mode mode,
            ShellState shell,
            boolean contained) {
        this(host, session, agent, directory, mode, shell, contained, Optional.empty());
    }

    /// A call from nowhere in particular, in bash, where the gate decides.
    public static Origin in(String directory) {
        return new Origin(
                "check", "", Optional.empty(), directory, Mode.AUTO, ShellState.BASH, false);
    }

    /// The same, behind another host.
    public Origin at(String otherHost) {
        return new Origin(
                otherHost, session, agent, directory, mode, shell, contained, confinement);
    }

    public Origin mode(Mode other) {
        return new Origin(host, session, agent, directory, other, shell, contained, confinement);
    }

    public Origin shell(ShellState other) {
        return new Origin(host, session, agent, directory, mode, other, contained, confinement);
    }

    public Origin contained(boolean value) {
        return new Origin(host, session, agent, directory, mode, shell, value, confinement);
    }

    /// The same, run in a sandbox of ours.
    public Origin confined(Confinement sandbox) {
        return new Origin(
                host, session, agent, directory, mode, shell, contained, Optional.of(sandbox));
    }

    /// The permission modes of the reference system.
    public enum Mode {
        DEFAULT("default"),
        ACCEPT_EDITS("acceptEdits"),
        PLAN("plan"),
        AUTO("auto"),
        DONT_ASK("dontAsk"),
        BYPASS_PERMISSIONS("bypassPermissions");

        private final String text;

        Mode(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        public static Optional<Mode> named(String text) {
            return Arrays.stream(values()).filter(mode -> mode.text.equals(text)).findFirst();
        }
    }
}
