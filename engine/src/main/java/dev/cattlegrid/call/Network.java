package dev.cattlegrid.call;

import java.util.Arrays;
import java.util.Optional;

/// Whom a confined call may reach.
public enum Network {
    /// Nobody.
    NONE("off"),
    /// What it starts itself, by a loopback of its own; not what listens on this machine.
    LOOPBACK("loopback"),
    /// Everybody.
    ALL("on");

    private final String text;

    Network(String text) {
        this.text = text;
    }

    /// As a person writes it: `off`, `loopback`, `on`.
    public String text() {
        return text;
    }

    public static Optional<Network> named(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }
}
