package dev.cattlegrid.effect.walk;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ShellState.Dialect;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.Value;
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
        Optional<String> foreign = foreign(call.origin().shell().dialect());
        if (foreign.isPresent()) {
            return List.of(unknown(foreign.get(), whole));
        }
        return switch (Parser.parse(call.command())) {
            case Parsed.Tree(var script) -> walked(script, call, world, false);
            case Parsed.Broken(var problem, var upToThere) -> {
                var steps = new ArrayList<Step>();
                steps.add(unknown(problem.what(), whole));
                steps.addAll(walked(upToThere, call, world, true));
                yield steps;
            }
        };
    }

    private static Step unknown(String problem, Span span) {
        return new Step(
                new Effect.Unknown(new Gap.Unparsed(problem), Bound.ANYTHING, span),
                Step.Certainty.MUST,
                0);
    }

    /// Shells whose language is not read at all.
    private static Optional<String> foreign(Dialect dialect) {
        return switch (dialect) {
            case BASH, ZSH, SH, DASH -> Optional.empty();
            case FISH -> Optional.of("the text is for fish");
            case POWERSHELL -> Optional.of("the text is for PowerShell");
            case CMD -> Optional.of("the text is for cmd");
        };
    }

    private static List<Step> walked(
            Script script, ToolCall.Shell call, World world, boolean broken) {
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
        walk.doubt += broken ? 1 : 0;
        walk.typed = origin.shell().lasting();
        walk.shell(start, () -> walk.script(script, start));
        if (world.isExhausted()) {
            walk.exhausted("there is more on the disk than is looked at", script.span());
        }
        return walk.steps();
    }
}
