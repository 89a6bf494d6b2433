package dev.cattlegrid.canary;

import java.util.Map;

/// One tool call that the scripted model makes.
///
/// @param space that the tool is named in, where the client has such; else empty
/// @param input of a tool with named inputs
/// @param text of a tool that takes free text; else empty
public record Call(String space, String tool, Map<String, ?> input, String text) {
    public Call {
        input = Map.copyOf(input);
    }

    public static Call of(String tool, Map<String, ?> input) {
        return new Call("", tool, input, "");
    }

    /// To a tool that takes a text as it is.
    public static Call ofText(String tool, String text) {
        return new Call("", tool, Map.of(), text);
    }

    /// The same, to a tool of a space.
    public Call in(String space) {
        return new Call(space, tool, input, text);
    }
}
