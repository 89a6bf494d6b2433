package dev.cattlegrid.ledger.words;

/// What people forbid and order, as far as the gate tells it apart.
public enum Act {
    PUSH,
    /// A push that overwrites what is there.
    FORCE_PUSH,
    COMMIT,
    MERGE,
    /// Commits that exist are written anew: rebase, amend, squash.
    REWRITE,
    /// Uncommitted work is thrown away: reset, revert, discard.
    DISCARD,
    /// Publish, release.
    PUBLISH,
    DEPLOY,
    DELETE,
    MOVE,
    /// Write, edit, touch, and whatever else changes something.
    CHANGE,
    READ,
    INSTALL,
    /// Go out over the network: fetch, download, upload, call.
    CONNECT,
    /// A message to people.
    MESSAGE,
    /// A request to merge, an issue, a comment.
    REQUEST,
    /// Run, execute, start.
    RUN,
    /// Stop a process or a service.
    STOP
}
