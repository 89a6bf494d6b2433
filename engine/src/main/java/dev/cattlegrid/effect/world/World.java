package dev.cattlegrid.effect.world;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.PathFacts;
import java.util.List;
import java.util.Optional;

/// What a decision may know of the machine. It is looked at, never run; every answer is bounded.
///
/// One world serves one decision: it may count its looks and stop at a budget, after which answers are unknown.
public interface World {
    /// Whether any answer is assumed; a real door refuses such a world.
    boolean assumes();

    /// Whether the budget of looks is used up, so that answers have become unknown.
    default boolean isExhausted() {
        return false;
    }

    /// The user's home, absolute, from the password database.
    String home();

    Optional<String> homeOf(String user);

    int uid();

    /// The roots of the project that the session works in.
    List<String> workspaces();

    /// Directories for throw-away files.
    List<String> scratch();

    /// The gate's own files and directories, besides the usual ones that [Standings] knows: its jar, launchers, cards.
    default List<String> gate() {
        return List.of();
    }

    /// Whether a process that is named so is the gate's own.
    ///
    /// @param target a number, or a piece of a name
    /// @param whole whether the piece may stand anywhere in the command line
    default boolean isGateProcess(String target, boolean whole) {
        return false;
    }

    /// The top of the project that a path lies in: a git repository, or what looks like a project of the user.
    default Optional<String> projectOf(String path) {
        return repository(path).map(Repository::root);
    }

    Variable variable(String name);

    /// Facts of an absolute, normalised path; a `/` at its end says that a directory is meant.
    ///
    /// @param use what the call is about to do there; an assumed world decides by it what exists
    PathFacts look(String path, Use use);

    /// The names that a pattern stands for, sorted as bash sorts them in the C locale.
    ///
    /// @param pattern absolute; `*`, `?`, `[` active unless escaped by a backslash; `**` is read like `*`
    Listing expand(String pattern);

    /// What a regular file holds.
    Content content(String path);

    /// What the session wrote there in earlier calls, or into a directory above it.
    default Optional<Wrote> wrote(String path) {
        return Optional.empty();
    }

    /// The files right inside a directory that earlier calls of the session fetched from elsewhere.
    default List<String> fetchedInto(String directory) {
        return List.of();
    }

    /// Whether a call of the session wrote something in a directory, at any depth, or into one above it.
    default boolean isWrittenInto(String directory) {
        return false;
    }

    /// The files in a directory, at any depth, that the session wrote or changed, the latest first.
    default List<String> writtenInto(String directory) {
        return List.of();
    }

    /// The repository that a directory lies in.
    Optional<Repository> repository(String directory);

    enum Use {
        READ,
        /// Run, source, load.
        RUN,
        ENTER,
        /// Create or replace.
        CREATE,
        /// Change in place, append.
        CHANGE,
        DELETE
    }

    /// @param data where it came from; its text, where only the session knows it
    /// @param itself whether the path was written, and not only a directory above it
    /// @param certain whether it has happened for certain
    /// @param isNew whether nothing was there before
    /// @param directory whether it may be a directory that was filled
    record Wrote(Data data, boolean itself, boolean certain, boolean isNew, boolean directory) {}

    sealed interface Variable {
        record Set(String value) implements Variable {}

        record Unset() implements Variable {}

        /// It may be set; its value is not told.
        record Unknown() implements Variable {}
    }

    sealed interface Listing {
        /// @param paths absolute; empty: the pattern matches nothing and stays as it is
        record Names(List<String> paths) implements Listing {
            public Names {
                paths = List.copyOf(paths);
            }
        }

        /// One or more names that are not known.
        record Some() implements Listing {}
    }

    sealed interface Content {
        /// @param sha256 of the bytes, lower-case hexadecimal
        record Text(String text, String sha256) implements Content {
            public static Text of(String text) {
                return new Text(text, Sha256.of(text));
            }
        }

        record Unread(String why) implements Content {}

        record Absent() implements Content {}
    }

    /// @param root the work tree's top, absolute
    /// @param branch the current branch; empty when detached or unknown
    /// @param defaultBranch the remote's default branch; empty when unknown
    /// @param remotes names and URLs
    /// @param pushed whether the current branch's commits are all on a remote
    record Repository(
            String root,
            String branch,
            String defaultBranch,
            List<Remote> remotes,
            Optional<Boolean> pushed) {
        public Repository {
            remotes = List.copyOf(remotes);
        }

        public record Remote(String name, String url) {}
    }
}
