package dev.cattlegrid.effect.program;

import java.util.List;

/// Opens what a program starts in its turn. The interpreter implements it; a reader calls it.
public interface Opener {
    /// A command line that is run as it stands, without a shell: `env A=1 cmd args`, `xargs cmd`, `find -exec cmd`.
    ///
    /// @param words the program's name first; empty: nothing runs
    /// @param from the invocation whose environment, input and directory it inherits
    Outcome command(List<Arg> words, Invocation from);

    /// A text that a shell reads: `bash -c TEXT`, `eval TEXT`, `ssh host TEXT` on this machine.
    ///
    /// @param positional what `$0`, `$1` … are in it
    Outcome script(Arg text, List<Arg> positional, Invocation from);

    /// Code in another language: `python`, `javascript`, `awk`, `perl`, `ruby`, `php`, `sql`.
    Outcome code(String language, Arg text, List<Arg> arguments, Invocation from);

    /// A script file that is run or sourced: read if it can be, its interpreter taken from its name or first line.
    Outcome file(Arg path, List<Arg> arguments, Invocation from);
}
