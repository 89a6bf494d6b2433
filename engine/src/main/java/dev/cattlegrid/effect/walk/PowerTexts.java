package dev.cattlegrid.effect.walk;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;
import java.util.List;
import java.util.Map;

/// A command for PowerShell to its steps: its reader is asked as if PowerShell had been started with the text.
final class PowerTexts {
    private PowerTexts() {}

    static List<Step> steps(ToolCall.Shell call, World world) {
        Span whole = new Span(0, call.command().length());
        Walk walk = Shells.walk(call, world);
        State start = walk.at();
        List<Arg> words =
                List.of(
                        Arg.exact("pwsh", whole),
                        Arg.exact("-Command", whole),
                        Arg.exact(call.command(), whole));
        walk.shell(start, () -> walk.programs.start(words, Map.of(), start, whole));
        return walk.steps();
    }
}
