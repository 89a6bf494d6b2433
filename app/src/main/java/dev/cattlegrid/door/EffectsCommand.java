package dev.cattlegrid.door;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.walk.Effects;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.screen.EffectWords;
import dev.cattlegrid.screen.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `cattlegrid effects`: what a command would do, without a verdict.
@Command(
        name = "effects",
        description = "Says what a command would do.",
        mixinStandardHelpOptions = true)
public final class EffectsCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--json", description = "The effects as JSON.")
    private boolean json;

    @Option(names = "--cwd", paramLabel = "DIR", description = "Where the call is made.")
    private @Nullable String directory;

    @Option(
            names = "--world",
            paramLabel = "real|assumed",
            defaultValue = "real",
            description = "Look at this machine, or assume a usual one.")
    private String world;

    @Parameters(paramLabel = "COMMAND", description = "A shell command.")
    private String command;

    @SuppressWarnings("NullAway.Init")
    public EffectsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        boolean assumed = world.equals("assumed");
        String here =
                assumed
                        ? Worlds.assumedDirectory(Optional.ofNullable(directory), command)
                        : Path.of(directory == null ? "" : directory)
                                .toAbsolutePath()
                                .normalize()
                                .toString();
        World read = assumed ? Worlds.assumed(here, false, Map.of()) : Worlds.real(here);
        return switch (Tools.command(command, Origin.in(here))) {
            case Asked.Refused(var why) -> {
                streams.err().println("cattlegrid: " + why);
                yield Exit.DENY;
            }
            case Asked.Calls(var calls) -> {
                show(calls.stream().flatMap(call -> steps(call, read)).toList());
                yield Exit.ALLOW;
            }
        };
    }

    private static Stream<Step> steps(dev.cattlegrid.call.ToolCall call, World world) {
        return Effects.of(call, world).stream();
    }

    private void show(List<Step> steps) {
        if (json) {
            streams.out().println(Json.pretty(Values.of(steps)));
            return;
        }
        if (steps.isEmpty()) {
            streams.out().println("nothing");
        }
        steps.forEach(step -> streams.out().println(EffectWords.of(step)));
    }
}
