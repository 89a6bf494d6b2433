package dev.cattlegrid.host;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.permission.Permissions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// An agent's client behind a door: what its hook is sent, and the words in which it takes an answer.
public sealed interface Host
        permits ClaudeCode, Codex, GeminiCli, QwenCode, OpenCode, CopilotCli, Cursor {
    /// As `hook` and `setup` name it.
    String name();

    /// As its makers write it.
    String title();

    /// What is asked or told, and where it comes from.
    ///
    /// @param counted the origin as the gate counts it
    Heard hear(Fields payload, UnaryOperator<Origin> counted);

    /// What the host's own settings allow, ask about and deny.
    ///
    /// @param home of the user
    /// @param directory of the call, absolute
    default Permissions permissions(Path home, String directory) {
        return Permissions.NONE;
    }

    /// Which permission modes the host's own settings take away.
    ///
    /// @param home of the user
    /// @param directory of the call, absolute
    default Locks locks(Path home, String directory) {
        return Locks.NONE;
    }

    /// The answer to a call, on one line, as the host reads it on standard output. A refusal that a person should look at where
    /// nobody is there ends the run.
    ///
    /// @param told what goes back to the agent
    String answer(Heard.Call call, Decision decision, String told);

    /// The answer of a gate that only watches, or that has nothing to say: it leaves everything to the host.
    String silence();

    /// The person's words could not be kept, so the turn must not begin: what they forbid would be forgotten.
    String unheard(String why);

    /// The host must not take over settings that were changed under it.
    default String unchanged(String why) {
        return unheard(why);
    }

    /// The answer to the end of a call, where there is something to tell the agent beside the call's result.
    String beside(String told);

    static List<Host> all() {
        return List.of(
                new ClaudeCode(),
                new Codex(),
                new GeminiCli(),
                new QwenCode(),
                new OpenCode(),
                new CopilotCli(),
                new Cursor());
    }

    static Optional<Host> of(String name) {
        return all().stream().filter(host -> host.name().equals(name)).findFirst();
    }

    static String unknown(String name) {
        return "`"
                + name
                + "` is no host that is known; try "
                + all().stream()
                        .map(host -> "`" + host.name() + "`")
                        .collect(Collectors.joining(", "));
    }
}
