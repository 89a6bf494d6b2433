package dev.cattlegrid.agent.talk;

import java.util.Optional;

/// A tool call that the model makes, as a person is shown it.
///
/// @param line what it is about, fit to be shown, on one line: a command, a file
/// @param agent the agent that makes it, where it is one that another started
public record Made(String id, String tool, String line, Optional<String> agent) {}
