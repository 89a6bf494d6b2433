package dev.cattlegrid.shell;

/// Which bash reads the text.
///
/// @param extendedGlobs whether `shopt -s extglob` holds; behind `==` in `[[ ]]` such patterns are always read
/// @param lazy whether a problem in text that bash leaves unread until the command runs (backquotes, bodies of
///     here-documents, the inside of `${...}` and of arithmetic) leaves that text as a literal, as `bash -n` does;
///     otherwise such a problem makes the whole script broken, and so does a here-document that does not end within its
///     substitution, of which bash only warns
public record Dialect(boolean extendedGlobs, boolean lazy) {
    /// bash 5.2 as a script or `bash -c` starts it.
    public static final Dialect USUAL = new Dialect(false, false);

    /// What `bash -n` looks at.
    public static final Dialect SYNTAX_ONLY = new Dialect(false, true);

    public Dialect withExtendedGlobs() {
        return new Dialect(true, lazy);
    }
}
