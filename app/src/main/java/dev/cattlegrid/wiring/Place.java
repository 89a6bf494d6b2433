package dev.cattlegrid.wiring;

import java.nio.file.Path;

/// Whose settings are meant.
///
/// @param home of the user
/// @param project directory of the project, absolute
public record Place(Path home, Path project, Scope scope) {
    public enum Scope {
        /// All projects of the user.
        USER,
        /// One project, for all who work in it.
        PROJECT,
        /// One project, for this user.
        LOCAL,
        /// A file of the gate's own, which a client is started with.
        APART
    }

    /// The user's own settings.
    public static Place ofUser(Path home) {
        return new Place(home, Path.of("").toAbsolutePath(), Scope.USER);
    }
}
