package dev.cattlegrid.canary;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A coding agent's program, run headless against a scripted model. What it may do is set as wide as the client has it, so that
/// nothing but the gate stops a call.
public sealed interface Client
        permits ClaudeCodeClient, CodexClient, GeminiClient, OpenCodeClient, QwenClient {
    /// A made-up key; no client gets another one.
    String KEY = "made-up-key-of-a-canary";

    /// As `setup` and `hook` name it.
    String host();

    /// The version that this was written for and has been run with.
    String version();

    /// Writes into the home what the client wants to find there before it starts without an account.
    ///
    /// @param model where the scripted model answers
    void settle(Paddock paddock, String model) throws IOException;

    /// What comes after the program's name.
    ///
    /// @param prompt what the person wrote
    List<String> arguments(String prompt);

    /// What its environment holds beside the paddock's own.
    Map<String, String> environment(String model);

    /// The call by which the client runs a shell command.
    Call shell(String command);

    static Optional<Client> of(String host) {
        return List.of(
                        new ClaudeCodeClient(),
                        new CodexClient(),
                        new GeminiClient(),
                        new QwenClient(),
                        new OpenCodeClient())
                .stream()
                .filter(client -> client.host().equals(host))
                .map(Client.class::cast)
                .findFirst();
    }

    /// Plays a script to its end.
    ///
    /// @param program the client's, and what goes before it where it needs an interpreter
    /// @param prompt what the person wrote
    /// @param more variables of its environment
    default Paddock.Ran play(
            List<String> program,
            Paddock paddock,
            ScriptedModel model,
            String prompt,
            Map<String, String> more,
            Duration limit)
            throws IOException {
        var command = new ArrayList<>(program);
        command.addAll(arguments(prompt));
        var variables = new HashMap<>(environment(model.baseUrl()));
        variables.putAll(more);
        return paddock.run(command, variables, limit);
    }
}
