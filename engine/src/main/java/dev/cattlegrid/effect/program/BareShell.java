package dev.cattlegrid.effect.program;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells whether a program is to start a shell that is given nothing to do: somebody types into it.
final class BareShell {
    private static final Set<String> SHELLS =
            Set.of("sh", "bash", "zsh", "dash", "ksh", "fish", "csh", "tcsh", "ash");
    private static final Set<String> WITHOUT_TEXT =
            Set.of("-l", "-i", "-il", "-li", "--login", "--norc", "--noprofile", "-");

    private BareShell() {}

    /// `sudo bash`, `sudo -u admin zsh -l`; not where the shell's input comes from the call.
    static boolean starts(Invocation call) {
        if (call.piped()) {
            return false;
        }
        List<Arg> args = call.args();
        for (int i = args.size() - 1; i >= 0; i--) {
            Optional<String> word = args.get(i).value().known();
            if (word.isEmpty()) {
                return false;
            }
            String name = word.get();
            if (SHELLS.contains(name.substring(name.lastIndexOf('/') + 1))) {
                return true;
            }
            if (!WITHOUT_TEXT.contains(name)) {
                return false;
            }
        }
        return false;
    }
}
