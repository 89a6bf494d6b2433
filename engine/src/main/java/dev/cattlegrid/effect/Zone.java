package dev.cattlegrid.effect;

/// The part of the machine that a path lies in.
public enum Zone {
    /// Below the session's own project.
    WORKSPACE,
    /// `/tmp`, `$TMPDIR`, the agent's own scratch directory.
    SCRATCH,
    /// Below a git repository or a project directory of the user that is not the workspace.
    OTHER_REPOSITORY,
    /// Elsewhere in the user's home.
    HOME,
    /// The operating system's own: `/etc`, `/usr`, `/var`, `/bin`, and what else lies at the root.
    SYSTEM,
    /// `/dev`, `/proc`, `/sys`; [Standing#SINK] marks the harmless ones.
    DEVICE,
    /// `/mnt`, `/media`, `/Volumes`.
    REMOVABLE,
    /// Another machine (`host:path`).
    REMOTE,
    /// It cannot be told.
    UNKNOWN
}
