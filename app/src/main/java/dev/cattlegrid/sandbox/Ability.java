package dev.cattlegrid.sandbox;

/// Something that a machine can do for a sandbox, or why it cannot.
public sealed interface Ability {
    /// @param what it comes to here: "Landlock, version 7"
    record There(String what) implements Ability {}

    /// @param why in one sentence
    /// @param hint what would help
    record Missing(String why, String hint) implements Ability {}

    default boolean isThere() {
        return switch (this) {
            case There _ -> true;
            case Missing _ -> false;
        };
    }
}
