package dev.cattlegrid.effect;

/// Where data comes from. Which of these are secret or untrusted, the flow room says.
public sealed interface Source {
    record File(Place place) implements Source {}

    /// Names of what lies at or below a place, as `find`, `ls`, `git ls-files` give them: not what the files hold.
    record Names(Place below) implements Source {}

    record Network(Endpoint endpoint) implements Source {}

    /// The value of an environment variable.
    record Variable(String name) implements Source {}

    /// All of the environment, as `env` or `/proc/self/environ` give it.
    record Environment() implements Source {}

    /// What a program keeps or is asked for and gives out: a keychain, a credential helper, the clipboard.
    record Vault(String program) implements Source {}

    /// Text that the call itself spells out.
    record Spelled() implements Source {}

    /// Output of a program that says nothing of its origin.
    record Program(String name) implements Source {}
}
