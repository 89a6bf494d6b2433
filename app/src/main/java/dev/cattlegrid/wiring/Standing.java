package dev.cattlegrid.wiring;

/// Whether a client asks the gate, as far as its settings say.
public sealed interface Standing {
    /// The gate's entry is there and is what it should be.
    record Wired() implements Standing {}

    /// There is no entry of the gate.
    ///
    /// @param what one lower-case sentence without a full stop
    /// @param mend the command that mends it
    record Missing(String what, String mend) implements Standing {}

    /// There is an entry of the gate, and it is not what it should be.
    record Altered(String what, String mend) implements Standing {}

    /// The entry is there, and something else keeps the client from obeying it.
    record Shadowed(String what, String mend) implements Standing {}
}
