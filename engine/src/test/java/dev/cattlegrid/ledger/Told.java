package dev.cattlegrid.ledger;

import dev.cattlegrid.Gate;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.policy.Decision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Calls as the tables of this room write them, and what the gate says to them in an assumed project.
///
/// A line is a command for the shell, or `@write PATH :: TEXT`, `@edit PATH :: OLD => NEW`, `@read PATH`, `@fetch URL`,
/// `@mcp SERVER TOOL NAME=VALUE | …`, `@agent NAME :: TASK`, or `@sub COMMAND`, which a subagent runs. `\n` is a line end, `\t` a tab.
final class Told {
    private static final Origin HERE = Origin.in("/home/dev/project");

    private Told() {}

    /// The calls of a line; ` ;; ` stands between two of them.
    static List<String> calls(String line) {
        return Stream.of(line.split(" ;; ")).map(String::strip).toList();
    }

    static Decision decide(String call, Ledger ledger) {
        return Gate.builtIn(AssumedWorld.usual()).decide(call(call), ledger);
    }

    static ToolCall call(String text) {
        String line = text.replace("\\n", "\n").replace("\\t", "\t");
        if (!line.startsWith("@")) {
            return new ToolCall.Shell(line, HERE);
        }
        String[] words = line.substring(1).split(" ", 2);
        String rest = words[1];
        return switch (words[0]) {
            case "write" -> new ToolCall.Write(first(rest), second(rest), HERE);
            case "edit" -> edit(rest);
            case "read" -> new ToolCall.Read(rest, HERE);
            case "fetch" -> new ToolCall.Fetch(rest, "GET", Optional.empty(), HERE);
            case "agent" -> new ToolCall.Spawn(first(rest), second(rest), HERE);
            case "sub" -> new ToolCall.Shell(rest, subagent());
            case "mcp" -> mcp(rest);
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String first(String text) {
        return text.split(" :: ", 2)[0];
    }

    private static String second(String text) {
        return text.split(" :: ", 2)[1];
    }

    private static ToolCall edit(String rest) {
        String[] sides = second(rest).split(" => ", 2);
        return new ToolCall.Edit(
                first(rest), List.of(new ToolCall.Edit.Change(sides[0], sides[1])), HERE);
    }

    private static ToolCall mcp(String rest) {
        String[] words = rest.split(" ", 3);
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (String argument : words[2].split(" \\| ")) {
            String[] sides = argument.split("=", 2);
            arguments.put(sides[0], sides[1]);
        }
        return new ToolCall.Mcp(words[0], words[1], arguments, ToolCall.Mcp.Hints.NONE, HERE);
    }

    private static Origin subagent() {
        return new Origin(
                HERE.host(),
                HERE.session(),
                Optional.of("general"),
                HERE.directory(),
                HERE.mode(),
                HERE.shell(),
                HERE.contained());
    }

    /// What the session remembers once a call has been refused, by the gate or by the person it asked.
    static Ledger refused(String call, Ledger before) {
        return before.after(decide(call, before).declined(call));
    }

    static Ledger after(String call, Ledger before) {
        return before.after(decide(call, before).event(call));
    }

    static boolean isRefusedBefore(Decision decision) {
        return decision.findings().stream()
                .anyMatch(finding -> finding.reason().contains("refused before, as `"));
    }

    static String verdict(Decision decision) {
        String rule = decision.finding().map(finding -> " " + finding.rule()).orElse("");
        return decision.verdict().text() + rule;
    }
}
