package dev.cattlegrid.effect.walk;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ShellState;
import dev.cattlegrid.call.ShellState.Dialect;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.code.Languages;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Parsed;
import dev.cattlegrid.shell.Parser;
import dev.cattlegrid.shell.Script;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A command for a shell to its steps.
final class Shells {
    private Shells() {}

    static List<Step> steps(ToolCall.Shell call, World world) {
        Span whole = new Span(0, call.command().length());
        return switch (call.origin().shell().dialect()) {
            case BASH, ZSH, SH, DASH -> read(call, world, whole);
            case POWERSHELL -> PowerTexts.steps(call, world);
            case FISH -> List.of(unknown("the text is for fish", whole));
            case CMD -> List.of(unknown("the text is for cmd", whole));
        };
    }

    /// A text in which cmdlets are called is meant for PowerShell: it is read as both shells read it.
    private static List<Step> read(ToolCall.Shell call, World world, Span whole) {
        boolean cmdlets = Languages.callsCmdlets(call.command());
        return switch (Parser.parse(call.command())) {
            case Parsed.Tree(var script) -> walked(script, call, world, false, cmdlets);
            case Parsed.Broken(var problem, var upToThere) -> {
                var steps = new ArrayList<Step>();
                if (cmdlets) {
                    steps.addAll(PowerTexts.steps(call, world));
                } else {
                    steps.addAll(
                            half(call)
                                    .map(script -> walked(script, call, world, true, false))
                                    .orElseGet(() -> List.of(unknown(problem.what(), whole))));
                }
                steps.addAll(walked(upToThere, call, world, true, cmdlets));
                yield steps;
            }
        };
    }

    /// Only where it is bash that finds the mistake, and gives up at it: another shell may find none, a terminal waits for
    /// the rest.
    private static Optional<Script> half(ToolCall.Shell call) {
        ShellState shell = call.origin().shell();
        return shell.dialect() == Dialect.BASH && !shell.lasting()
                ? Fragments.completed(call.command())
                : Optional.empty();
    }

    private static Step unknown(String problem, Span span) {
        return new Step(
                new Effect.Unknown(new Gap.Unparsed(problem), Bound.ANYTHING, span),
                Step.Certainty.MUST,
                0);
    }

    private static List<Step> walked(
            Script script, ToolCall.Shell call, World world, boolean broken, boolean cmdlets) {
        var walk = walk(call, world);
        walk.doubt += broken ? 1 : 0;
        walk.cmdlets = cmdlets;
        State start = walk.at();
        walk.shell(start, () -> walk.script(script, start));
        if (world.isExhausted()) {
            walk.exhausted("there is more on the disk than is looked at", script.span());
        }
        if (!walk.metCmdlet || broken) {
            return walk.steps();
        }
        var steps = new ArrayList<>(walk.steps());
        steps.addAll(PowerTexts.steps(call, world));
        return steps;
    }

    /// A shell where the call starts, before it has read anything.
    static Walk walk(ToolCall.Shell call, World world) {
        Origin origin = call.origin();
        Place directory =
                Places.of(
                                Value.exact(origin.directory()),
                                Directories.anywhere(origin.directory()),
                                World.Use.ENTER,
                                world)
                        .getFirst();
        Io.Input in = origin.shell().lasting() ? Io.Input.TYPED : Io.Input.NONE;
        var start = new State(directory, Io.of(in, Sink.screen(), Sink.screen()));
        origin.shell()
                .variables()
                .forEach((name, value) ->
                        start.set(name, Variable.of(Held.exact(value)).exported(true)));
        var walk = new Walk(world, origin.contained(), origin.shell().dialect(), start);
        walk.typed = origin.shell().lasting();
        walk.at(start);
        return walk;
    }
}
