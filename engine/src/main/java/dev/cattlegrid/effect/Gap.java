package dev.cattlegrid.effect;

/// Why something could not be told.
public sealed interface Gap {
    /// The text is not understood.
    record Unparsed(String problem) implements Gap {}

    record UnknownProgram(String program) implements Gap {}

    record UnknownOption(String program, String option) implements Gap {}

    /// A word whose value is not known decides what happens.
    record UnknownValue(String why) implements Gap {}

    /// Code or a file that would decide, and was not or could not be read.
    record Unread(String what) implements Gap {}

    record UnknownTool(String tool) implements Gap {}

    /// The interpreter's fuel is used up.
    record Budget(String what) implements Gap {}
}
