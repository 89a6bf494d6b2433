package dev.cattlegrid.effect.program;

/// Knows one program (or a family) that a card cannot describe.
@FunctionalInterface
public interface Reader {
    /// What this start of the program does. Never throws; an option or operand that is not known becomes an
    /// `Unknown` in the outcome, never nothing.
    ///
    /// That the program itself starts (a `Run` of a `Code.Program`) whoever calls the reader has noted already:
    /// the caller knows the name or path that the call gives.
    Outcome read(Invocation call, Opener opener);
}
