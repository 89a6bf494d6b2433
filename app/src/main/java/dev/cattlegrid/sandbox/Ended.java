package dev.cattlegrid.sandbox;

/// How a command ended.
public sealed interface Ended {
    record Exited(int status) implements Ended {}

    record Signalled(int signal) implements Ended {}

    /// As a shell has it: 128 and more where a signal ended it.
    default int code() {
        return switch (this) {
            case Exited(var status) -> status;
            case Signalled(var signal) -> 128 + signal;
        };
    }
}
