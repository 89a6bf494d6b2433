package dev.cattlegrid.desk;

import java.io.Console;
import java.util.Optional;

/// Where a person types their PIN: a terminal, and nothing else.
@FunctionalInterface
public interface PinPad {
    /// @return what was typed; nothing where nobody is at a terminal
    Optional<char[]> ask(String prompt);

    /// The terminal of this process.
    static PinPad ofProcess() {
        return prompt -> {
            Console console = System.console();
            return console == null || !console.isTerminal()
                    ? Optional.empty()
                    : Optional.ofNullable(console.readPassword("%s: ", prompt));
        };
    }
}
