package dev.cattlegrid.flow;

/// A kind of data that matters wherever it goes.
public enum Label {
    /// A key, a token, a password, or a file that holds such.
    SECRET,
    /// It came from the network, so that somebody else decides what it says.
    UNTRUSTED
}
