package dev.cattlegrid.door;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.walk.Effects;
import dev.cattlegrid.host.Asked;
import dev.cattlegrid.host.Tools;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.screen.EffectWords;
import dev.cattlegrid.screen.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cattlegrid effects`: what a command would do, without a verdict.
@Command(
        name = "effects",
        description = "Says what a command would do.",
        mixinStandardHelpOptions = true)
public final class EffectsCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

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
        if (!world.equals("real") && !world.equals("assumed")) {
            throw new ParameterException(
                    spec.commandLine(), "`--world` is `real` or `assumed`, not `" + world + "`");
        }
        Optional<String> told = Optional.ofNullable(directory);
        Worlds worlds =
                world.equals("assumed")
                        ? Worlds.assumed(told, false, Map.of(), command)
                        : Worlds.real(told, streams.environment());
        return switch (Tools.command(command, Origin.in(worlds.directory()))) {
            case Asked.Refused(var why) -> {
                streams.err().println("cattlegrid: " + why);
                yield Exit.DENY;
            }
            case Asked.Calls(var calls) -> {
                show(
                        calls.stream()
                                .flatMap(call -> Effects.of(call, worlds.world().get()).stream())
                                .toList());
                yield Exit.ALLOW;
            }
        };
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
