package dev.cattlegrid.agent;

import java.util.Optional;

/// To go on without permissions: what that drops, and where it is refused.
final class Bypass {
    /// What it drops, in one sentence.
    static final String DROPS =
            "permissions are bypassed: nobody is asked, and what the rules would ask about or refuse runs; what still holds are"
                    + " hard findings, what you forbade, `deny` and `ask` rules, and the organisation's floor";

    private Bypass() {}

    /// Why it is refused, one lower-case sentence without a full stop.
    ///
    /// @param uid of who runs the program
    /// @param sandboxed whether commands run where there is nothing to lose
    static Optional<String> wrong(int uid, boolean sandboxed) {
        return uid == 0 && !sandboxed
                ? Optional.of(
                        "`--dangerously-skip-permissions` is refused to root outside a sandbox; run as another user, or with `--permission-mode auto`")
                : Optional.empty();
    }
}
