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
import java.util.Set;
import java.util.function.Predicate;
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

    /// Programs of a call that change nothing and start nothing, so that nobody has to name them.
    private static final Set<String> QUIET =
            Set.of(
                    "cd", "echo", "printf", "true", "false", ":", "pwd", "ls", "cat", "head",
                    "tail", "grep", "wc", "sort", "uniq", "date", "sleep", "test", "[");

    /// Programs that only start the command behind their own words.
    private static final Set<String> WRAPPERS =
            Set.of("timeout", "time", "nice", "nohup", "stdbuf");

    /// Whether some rule names each command of a call that could do anything, however deep it stands. Only then does the
    /// place of an effect in the text tell whose it is: a text within a text (`eval`, `bash -c`, a substitution, a recipe)
    /// has places of its own.
    ///
    /// @param named whether a command is one that the person named
    boolean areNamed(Predicate<String> named) {
        boolean all =
                started.stream().map(CommandLines::program).allMatch(one -> isPassed(one, named));
        return all
                && written.stream()
                        .map(CommandLines::program)
                        .allMatch(one -> isPassed(one, named));
    }

    private static boolean isPassed(Code.Program program, Predicate<String> named) {
        return QUIET.contains(program.name())
                || WRAPPERS.contains(program.name())
                || program.lines().stream().allMatch(named);
    }

    /// The first command that goes against a pattern.
    Optional<Effect.Run> first(CommandPattern pattern) {
        return Stream.concat(started.stream(), written.stream())
                .filter(run -> program(run).lines().stream().anyMatch(pattern::touches))
                .findFirst();
    }

    /// The commands that an effect is part of; none for that of a redirection, which is the shell's own.
    List<Code.Program> around(Effect effect) {
        if (effect.span().length() == 0 || isRedirection(effect.span())) {
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
