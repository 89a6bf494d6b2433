package dev.cattlegrid.effect;

import java.util.List;

/// A change that git would make to a repository or to a remote.
public sealed interface GitAction {
    /// Adds, commits, branches, tags, fetches, merges, stashes: nothing is lost.
    ///
    /// @param made a branch or tag that comes to be by it; empty where none does
    record Keep(String verb, String made) implements GitAction {
        public Keep(String verb) {
            this(verb, "");
        }
    }

    /// A commit that skips hooks (`--no-verify`).
    record SkipHooks(String verb) implements GitAction {}

    /// @param remote name or URL; empty: the branch's own
    /// @param refs what is pushed, destination names; empty: the current branch
    /// @param force `--force`, `--force-with-lease`, `+ref`
    /// @param delete whether refs are deleted on the remote
    /// @param toDefault whether the default branch is (or may be) among them
    /// @param knownRemote whether the remote is one that the repository has
    /// @param address where the commits go, as the repository or the call writes it; empty where that cannot be told
    /// @param branch the branch that is checked out; empty where that cannot be told
    record Push(
            String remote,
            List<String> refs,
            boolean force,
            boolean delete,
            boolean toDefault,
            boolean knownRemote,
            String address,
            String branch)
            implements GitAction {
        public Push {
            refs = List.copyOf(refs);
        }

        /// One of which it cannot be told where it goes.
        public Push(
                String remote,
                List<String> refs,
                boolean force,
                boolean delete,
                boolean toDefault,
                boolean knownRemote) {
            this(remote, refs, force, delete, toDefault, knownRemote, "", "");
        }
    }

    /// Uncommitted work would go: `reset --hard`, `checkout -- .`, `clean -f`, `stash drop`.
    ///
    /// @param places what would go; the whole work tree where no path is named
    record Discard(String verb, List<Place> places) implements GitAction {
        public Discard {
            places = List.copyOf(places);
        }
    }

    /// Commits that exist would be rewritten: `rebase`, `commit --amend`, `filter-branch`.
    ///
    /// @param pushed whether any of them is on a remote; unknown counts as yes
    record Rewrite(String verb, boolean pushed) implements GitAction {}

    /// A branch, tag, stash or reflog entry would go.
    ///
    /// @param merged whether its commits are certainly reachable otherwise
    record DeleteRef(String ref, boolean merged) implements GitAction {}

    /// A remote or a submodule would point elsewhere, or a new one comes.
    record Repoint(String name, String url, boolean existing) implements GitAction {}

    /// @param runs whether the setting can run a program (`core.hooksPath`, `alias.x !…`, `core.sshCommand`)
    record Config(String key, String value, boolean global, boolean runs) implements GitAction {}

    /// Recovery would no longer be possible: `gc --prune=now`, `reflog expire`.
    record Purge(String verb) implements GitAction {}
}
