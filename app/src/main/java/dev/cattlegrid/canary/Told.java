package dev.cattlegrid.canary;

/// What a client told the model of a call.
///
/// @param isError whether it says so in a field of its own; not every client has one
public record Told(String text, boolean isError) {}
