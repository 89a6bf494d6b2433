package dev.cattlegrid.effect.walk;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Later;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what a call writes for what it will do when something runs it. Of a change only what it brings is read.
final class Armed {
    private static final int LONGEST = 32_768;

    /// Run by a test run, an interpreter that starts, or a shell that enters the directory.
    private static final Set<String> UNASKED =
            Set.of(
                    "conftest.py",
                    "sitecustomize.py",
                    "usercustomize.py",
                    "setup.py",
                    ".envrc",
                    "noxfile.py");

    private Armed() {}

    static List<Later> of(List<Step> steps, Origin origin, World world) {
        var found = new ArrayList<Later>();
        for (Step step : steps) {
            if (step.effect() instanceof Effect.Write write && isRead(write)) {
                of(write.place(), write.data().text().orElseThrow(), origin, world)
                        .filter(later -> !later.steps().isEmpty())
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean isRead(Effect.Write write) {
        Place place = write.place();
        return place.isExact()
                && place.zone() != Zone.DEVICE
                && write.data()
                        .text()
                        .filter(text -> !text.isBlank() && text.length() <= LONGEST)
                        .isPresent();
    }

    private static Optional<Later> of(Place place, String text, Origin origin, World world) {
        String path = place.path();
        String name = path.substring(path.lastIndexOf('/') + 1);
        World planned = new Planned(world, path, text);
        boolean unasked = UNASKED.contains(name) || path.contains("/.husky/");
        if (name.equals("package.json")) {
            var scripts = new PackageScripts(text);
            List<String> hooks = scripts.commands("npm", List.of("install"));
            return Optional.of(
                    new Later(
                            place.written(),
                            !hooks.isEmpty(),
                            false,
                            all(hooks.isEmpty() ? scripts.all() : hooks, origin, planned)));
        }
        if (name.equals("Makefile") || name.equals("GNUmakefile") || name.endsWith(".mk")) {
            List<String> recipes = new Makefile(text, Map.of()).all();
            return Optional.of(
                    new Later(place.written(), false, false, all(recipes, origin, planned)));
        }
        if (RunLines.isPipeline(path)) {
            return Optional.of(
                    new Later(
                            place.written(),
                            true,
                            true,
                            all(RunLines.of(text), origin.contained(true), planned)));
        }
        Optional<BuildFiles.Found> found = BuildFiles.in(path, text);
        if (found.isPresent()) {
            BuildFiles.Found build = found.get();
            return Optional.of(
                    new Later(
                            place.written(),
                            build.byItself(),
                            build.apart(),
                            all(build.commands(), origin, planned)));
        }
        return interpreter(name, unasked, text)
                .map(program ->
                        new Later(
                                place.written(),
                                unasked,
                                false,
                                all(List.of(program + " " + Quoting.word(path)), origin, planned)));
    }

    private static List<Step> all(List<String> commands, Origin origin, World world) {
        var steps = new ArrayList<Step>();
        for (String command : commands) {
            steps.addAll(Shells.steps(new ToolCall.Shell(command, origin), world));
        }
        return steps;
    }

    private static Optional<String> interpreter(String name, boolean unasked, String text) {
        if (text.startsWith("#!")) {
            String first = text.lines().findFirst().orElse("");
            String last =
                    first.substring(Math.max(first.lastIndexOf('/'), first.lastIndexOf(' ')) + 1);
            return Optional.of(
                            switch (last) {
                                case "sh", "bash", "dash", "zsh", "ksh" -> "bash";
                                case "node", "ruby", "perl", "php" -> last;
                                default -> last.startsWith("python") ? "python3" : "";
                            })
                    .filter(program -> !program.isEmpty());
        }
        int dot = name.lastIndexOf('.');
        return switch (dot < 0 ? "" : name.substring(dot + 1)) {
            case "sh", "bash", "zsh", "envrc" -> Optional.of("bash");
            case "py" -> Optional.of("python3");
            case "js", "mjs", "cjs" -> Optional.of("node");
            case "rb" -> Optional.of("ruby");
            case "pl" -> Optional.of("perl");
            case "php" -> Optional.of("php");
            default -> unasked ? Optional.of("bash") : Optional.empty();
        };
    }
}
