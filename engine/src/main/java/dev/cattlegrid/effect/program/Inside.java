package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound.Kind;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Effect.Remote.Change;
import dev.cattlegrid.effect.Line;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.shell.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a command that runs in a container or on a cluster does, seen from this machine: its files are not ours.
///
/// @param system `docker`, `kubernetes`
/// @param name the container; empty for one that is made for this command and has nothing to lose
/// @param volumes what outlasts the container, by the directory in it where it is seen
record Inside(String system, String name, Map<String, String> volumes, Span span) {
    /// What a container could do in a directory of this machine.
    static final Set<Kind> IN_A_MOUNT = EnumSet.of(Kind.READ, Kind.WRITE, Kind.DELETE);

    Outcome of(Outcome inner) {
        List<Step> steps =
                inner.steps().stream()
                        .flatMap(step -> seen(step.effect()).map(e -> at(step, e)).stream())
                        .toList();
        return new Outcome(steps, inner.output());
    }

    private static Step at(Step step, Effect effect) {
        return new Step(effect, step.certainty(), step.order());
    }

    /// Whether it is a container of this machine's engine; a cluster's pods and other machines are shared.
    private boolean isLocal() {
        return system.equals("docker");
    }

    private Optional<Effect> seen(Effect effect) {
        return switch (effect) {
            case Effect.Send _,
                    Effect.Receive _,
                    Effect.Remote _,
                    Effect.Spawn _,
                    Effect.Speak _,
                    Effect.Reveal _ ->
                    Optional.of(effect);
            case Effect.Delete _, Effect.Administer _, Effect.Git _ -> lost(effect);
            case Effect.Write(_, var manner, _, _) ->
                    manner == Effect.Write.Manner.DESTROY ? lost(effect) : changed(effect);
            case Effect.Unknown _ -> name.isEmpty() ? Optional.empty() : Optional.of(effect);
            case Effect.Read(var place, _) ->
                    isLocal() || !place.is(Standing.SECRET) ? Optional.empty() : secret(effect);
            case Effect.Run(var code, _) ->
                    code instanceof Code.Program ? Optional.empty() : changed(effect);
            case Effect.Move _,
                    Effect.SetMode _,
                    Effect.Link _,
                    Effect.Install _,
                    Effect.Elevate _,
                    Effect.Persist _,
                    Effect.Signal _ ->
                    changed(effect);
            case Effect.Listen _ -> Optional.empty();
        };
    }

    private Optional<Effect> changed(Effect effect) {
        return isLocal() ? Optional.empty() : Optional.of(remote(effect, Change.CHANGE));
    }

    private Optional<Effect> secret(Effect effect) {
        return Optional.of(remote(effect, Change.READ_SECRET));
    }

    private Optional<Effect> lost(Effect effect) {
        return name.isEmpty()
                ? volume(effect).map(volume -> lost(effect, volume))
                : Optional.of(remote(effect, Change.DESTROY));
    }

    private Effect lost(Effect effect, String volume) {
        return new Effect.Remote(
                system, "volume " + Line.of(effect), volume, Change.DESTROY, isLocal(), span);
    }

    /// The volume that an effect takes something away from.
    private Optional<String> volume(Effect effect) {
        if (!(effect instanceof Effect.Delete(var place, _, _))) {
            return Optional.empty();
        }
        return volumes.entrySet().stream()
                .filter(volume -> meet(place, volume.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean meet(Place place, String directory) {
        String path = place.path();
        return !place.isExact() && (path + "/").startsWith("/") && directory.startsWith(path)
                || (path + "/").startsWith(directory + "/")
                || (directory + "/").startsWith(path.endsWith("/") ? path : path + "/");
    }

    /// The volume and the directory of `NAME:DIRECTORY[:ro]` or `type=volume,source=NAME,target=DIRECTORY`.
    static Map<String, String> volume(String spec) {
        if (spec.contains("=")) {
            String source = value(spec, "source=", "src=");
            String target = value(spec, "target=", "destination=", "dst=");
            boolean read = spec.contains("readonly") || spec.contains(",ro");
            return read || source.isEmpty() || target.isEmpty() || isPath(source)
                    ? Map.of()
                    : Map.of(target, source);
        }
        String[] parts = spec.split(":", -1);
        boolean read = parts.length > 2 && List.of(parts[2].split(",")).contains("ro");
        return parts.length < 2 || read || parts[0].isEmpty() || isPath(parts[0])
                ? Map.of()
                : Map.of(parts[1], parts[0]);
    }

    private static String value(String spec, String... names) {
        for (String part : spec.split(",")) {
            for (String name : names) {
                if (part.startsWith(name)) {
                    return part.substring(name.length());
                }
            }
        }
        return "";
    }

    private Effect remote(Effect effect, Change change) {
        return new Effect.Remote(system, Line.of(effect), name, change, isLocal(), span);
    }

    /// The host's paths in a mount; a volume's name is none.
    static List<String> mounted(String spec) {
        if (spec.contains("=")) {
            return List.of(spec.split(",")).stream()
                    .filter(part -> part.startsWith("source=") || part.startsWith("src="))
                    .map(part -> part.substring(part.indexOf('=') + 1))
                    .filter(Inside::isPath)
                    .toList();
        }
        int colon = spec.indexOf(':');
        String host = colon < 0 ? "" : spec.substring(0, colon);
        return isPath(host) ? List.of(host) : List.of();
    }

    private static boolean isPath(String text) {
        return text.startsWith("/")
                || text.startsWith(".")
                || text.startsWith("~")
                || text.contains("/")
                || text.contains("…");
    }
}
