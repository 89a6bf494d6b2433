package dev.cattlegrid.policy.permission;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.shell.Command;
import dev.cattlegrid.shell.Parsed;
import dev.cattlegrid.shell.Parser;
import dev.cattlegrid.shell.Script;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The commands that a call would start, each as a line, and which effects belong to which.
///
/// @param started programs with their arguments, wrappers opened and variables filled in
/// @param written all simple commands as they are written, builtins of the shell among them, without quotes
record CommandLines(String text, List<Effect.Run> started, List<Effect.Run> written) {
    static CommandLines of(ToolCall call, List<Step> steps) {
        if (!(call instanceof ToolCall.Shell(var command, _))) {
            return new CommandLines("", List.of(), List.of());
        }
        var started = new ArrayList<Effect.Run>();
        for (Step step : steps) {
            if (step.effect() instanceof Effect.Run run && run.code() instanceof Code.Program) {
                started.add(run);
            }
        }
        return new CommandLines(command, started, written(command));
    }

    private static List<Effect.Run> written(String command) {
        Script script =
                switch (Parser.parse(command)) {
                    case Parsed.Tree(var tree) -> tree;
                    case Parsed.Broken(_, var complete) -> complete;
                };
        return script.simpleCommands().stream()
                .filter(simple -> !simple.words().isEmpty())
                .map(simple -> written(simple, command))
                .toList();
    }

    private static Effect.Run written(Command.Simple simple, String command) {
        List<String> words =
                simple.words().stream().map(word -> unquoted(word.span().of(command))).toList();
        var program = new Code.Program(words.getFirst(), String.join(" ", words));
        return new Effect.Run(program, simple.span());
    }

    private static String unquoted(String word) {
        return word.replaceAll("[\\\\'\"]", "");
    }

    /// The first command that goes against a pattern.
    Optional<Effect.Run> first(CommandPattern pattern) {
        return Stream.concat(started.stream(), written.stream())
                .filter(run -> program(run).lines().stream().anyMatch(pattern::touches))
                .findFirst();
    }

    /// The commands that an effect is part of; none for that of a redirection, which is the shell's own.
    List<Code.Program> around(Effect effect) {
        if (isRedirection(effect.span())) {
            return List.of();
        }
        return started.stream()
                .filter(run -> holds(run.span(), effect.span()))
                .map(CommandLines::program)
                .toList();
    }

    private static Code.Program program(Effect.Run run) {
        return (Code.Program) run.code();
    }

    private static boolean holds(Span outer, Span inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    private boolean isRedirection(Span span) {
        int at = span.start();
        while (at < span.end() && at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at < span.end() && at < text.length() && "<>&".indexOf(text.charAt(at)) >= 0;
    }
}
