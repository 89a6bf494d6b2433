package dev.cattlegrid.call;

import java.util.Map;

/// The shell that will read a command.
///
/// @param lasting whether it lives on after the call, and what it runs can be typed into then, unseen
/// @param variables what earlier calls set in it
public record ShellState(Dialect dialect, boolean lasting, Map<String, String> variables) {
    public static final ShellState BASH = new ShellState(Dialect.BASH, false, Map.of());

    public ShellState {
        variables = Map.copyOf(variables);
    }

    public enum Dialect {
        BASH,
        ZSH,
        SH,
        DASH,
        FISH,
        POWERSHELL,
        CMD
    }
}
