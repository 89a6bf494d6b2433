package dev.cattlegrid.effect;

import java.util.List;
import java.util.Optional;

/// What is run.
public sealed interface Code {
    /// An installed program.
    ///
    /// @param name or path that the call gives
    /// @param line name and arguments with blanks between them, `…` for a word that is not known; a line for each time that a
    ///     loop starts it
    record Program(String name, String line) implements Code {
        private static final int LONGEST = 4_000;

        /// The same, started once more.
        public Program and(String other) {
            boolean told =
                    ("\n" + line + "\n").contains("\n" + other + "\n")
                            || line.length() + other.length() > LONGEST;
            return told ? this : new Program(name, line + "\n" + other);
        }

        /// Each command as a line.
        public List<String> lines() {
            return line.lines().toList();
        }
    }

    /// A file that an interpreter or the kernel runs as a script or program.
    ///
    /// @param sha256 of its content, where it was read
    record Script(Place place, String interpreter, Optional<String> sha256) implements Code {}

    /// Code in the call itself: `python -c`, a here-document, `bash -c`.
    ///
    /// @param data the code as data: its text where it is known, and where it comes from
    record Inline(String language, Data data) implements Code {}

    /// Code of the workspace that a build, test or run tool executes: a make target, a package script, a test suite.
    ///
    /// @param tool `make`, `npm`, `pytest`
    record Project(String tool, String what) implements Code {}
}
