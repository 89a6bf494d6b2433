package dev.cattlegrid.effect;

/// What a path is besides where it lies.
public enum Standing {
    /// Its loss would be critical: `/`, a home, a workspace root, a volume, a system directory.
    CRITICAL,
    /// Known to hold secrets: keys, tokens, credentials, `.env`.
    SECRET,
    /// A directory in which many programs keep their secrets among other things: a home, `~/.config`.
    KEEPS_SECRETS,
    /// Settings or instructions of an agent that widen what it may do, or its transcripts.
    AGENT_SETTINGS,
    /// The gate's own files, launchers, records, sockets.
    GATE,
    /// A directory with the gate's own files somewhere in it.
    KEEPS_GATE,
    /// Says what a build, test or CI run executes.
    BUILD,
    /// Runs at login, boot, on a schedule, or on a git event: profiles, cron, units, authorised keys, hooks.
    STARTUP,
    /// Inside `.git`.
    GIT_INTERNALS,
    /// Settings of an editor that can run code: `.vscode/tasks.json` and its like.
    EDITOR_SETTINGS,
    /// A system's logs, shell history, audit trails.
    AUDIT_TRAIL,
    /// Build output, caches, dependencies: a tool makes it again.
    REBUILDABLE,
    /// Decides how the machine authorises or resolves: `/etc/passwd`, `/etc/sudoers`, `/etc/hosts`, `sshd_config`.
    SYSTEM_SECURITY,
    /// Takes everything and keeps nothing, or is the terminal: `/dev/null`, `/dev/stdout`, `/dev/tty`.
    SINK
}
