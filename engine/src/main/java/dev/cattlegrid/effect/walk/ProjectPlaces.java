package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a tool runs the code that it takes for the project's: the directory that it starts in, unless its words send it
/// to another one (`make -C`, `npm --prefix`, `cargo --manifest-path`).
///
/// Source: make(1), just(1), npm(1), pnpm, yarn, cargo(1), go(1), gradle, mvn(1), ant, cmake(1), ctest(1), ninja(1),
/// meson(1), dotnet, uv, poetry, rake(1), task, swift, pytest, bats(1), prove(1), rspec, phpunit: their options.
final class ProjectPlaces {
    /// Their value is the directory.
    private static final Set<String> DIRECTORIES =
            Set.of(
                    "-C",
                    "--directory",
                    "--prefix",
                    "--cwd",
                    "--dir",
                    "--chdir",
                    "-chdir",
                    "--project-dir",
                    "--project-directory",
                    "--project",
                    "--projectDir",
                    "--working-directory",
                    "--package-path",
                    "--path",
                    "--root",
                    "--rootDir",
                    "--rootdir",
                    "--build",
                    "--test-dir",
                    "-S",
                    "--source-dir");

    /// Their value is a file that says what to run.
    private static final Set<String> FILES =
            Set.of(
                    "--manifest-path",
                    "--file",
                    "--makefile",
                    "--justfile",
                    "--taskfile",
                    "--rakefile",
                    "--build-file",
                    "--buildfile",
                    "--settings-file",
                    "--gemfile",
                    "--config-file");

    /// `-f` is such a file here, and not what it is elsewhere.
    private static final Set<String> SHORT_FILES =
            Set.of(
                    "make", "gmake", "just", "mvn", "mvnw", "ant", "rake", "ninja", "invoke",
                    "psake");

    private static final Set<String> COMPILERS =
            Set.of(
                    "tsc",
                    "gcc",
                    "g++",
                    "cc",
                    "c++",
                    "clang",
                    "clang++",
                    "javac",
                    "kotlinc",
                    "rustc",
                    "swiftc",
                    "gofmt",
                    "ghc",
                    "ocamlc",
                    "nasm",
                    "gfortran",
                    "staticcheck",
                    "pyright",
                    "shellcheck",
                    "golangci-lint");

    private static final Set<String> GO_RUNS = Set.of("run", "test", "generate", "tool");

    private static final Set<String> GRADLE = Set.of("gradle", "gradlew");

    private static final Set<String> DASH_D = Set.of("just", "task", "composer");

    /// What they are given is run, not only looked at.
    private static final Set<String> RUNNERS =
            Set.of(
                    "pytest",
                    "py.test",
                    "bats",
                    "prove",
                    "rspec",
                    "phpunit",
                    "pest",
                    "busted",
                    "mocha",
                    "jest",
                    "vitest",
                    "ava",
                    "tap",
                    "dotnet",
                    "msbuild",
                    "nose2",
                    "behave",
                    "robot",
                    "cucumber",
                    "expresso",
                    "lein",
                    "karma",
                    "tox",
                    "nox");

    /// Settings that can name plugins and where they come from; those below `~/.m2` are the user's own.
    private static final Set<String> MAVEN_SETTINGS =
            Set.of("-s", "--settings", "-gs", "--global-settings", "-t", "--toolchains");

    private ProjectPlaces() {}

    /// The places outside the workspace whose code a start of a tool runs though nobody of this call wrote it.
    static List<Place> foreign(
            String program, List<Arg> args, List<Step> steps, Place directory, CallWorld world) {
        if (steps.stream().noneMatch(ProjectPlaces::runsProject)
                || steps.stream().anyMatch(ProjectPlaces::startsAnother)
                || onlyCompiles(program, args)) {
            return List.of();
        }
        var foreign = new ArrayList<Place>();
        List<Place> named = named(program, args, directory, world);
        for (Place place : named.isEmpty() ? List.of(directory) : named) {
            if (isForeign(place, world)) {
                foreign.add(place);
            }
        }
        return foreign;
    }

    /// A compiler that reads a program and starts nothing of it.
    private static boolean onlyCompiles(String program, List<Arg> args) {
        boolean go = program.equals("go") && !args.isEmpty();
        return COMPILERS.contains(program)
                || go
                        && args.stream()
                                .limit(3)
                                .noneMatch(arg -> arg.text().filter(GO_RUNS::contains).isPresent());
    }

    /// What `npx`, `timeout` or `poetry run` start is judged by itself.
    private static boolean startsAnother(Step step) {
        return step.effect() instanceof Effect.Run(Code.Program _, _);
    }

    private static boolean runsProject(Step step) {
        return step.effect() instanceof Effect.Run(Code.Project _, _)
                || step.effect() instanceof Effect.Install install
                        && install.from() == Effect.Install.Provenance.DECLARED
                        && install.reach() == Effect.Install.Reach.PROJECT;
    }

    private static boolean isForeign(Place place, CallWorld world) {
        return switch (place.zone()) {
            case WORKSPACE, SYSTEM -> false;
            case SCRATCH, OTHER_REPOSITORY, HOME, REMOVABLE, DEVICE, REMOTE, UNKNOWN ->
                    !place.path().endsWith("/.m2")
                            && !place.facts().ownWork()
                            && !world.isFilled(place.path());
        };
    }

    private static List<Place> named(
            String program, List<Arg> args, Place directory, CallWorld world) {
        var named = new ArrayList<Place>();
        for (int i = 0; i < args.size(); i++) {
            Arg arg = args.get(i);
            String text = arg.value().prefix();
            int equals = text.indexOf('=');
            String name = equals > 0 ? text.substring(0, equals) : text;
            boolean file = isFile(program, name);
            Optional<Arg> value = Optional.empty();
            if (file || isDirectory(program, name)) {
                value =
                        equals > 0
                                ? Optional.of(arg.after(equals + 1))
                                : i + 1 < args.size() ? Optional.of(args.get(++i)) : value;
            } else if (isAttached(program, text)) {
                value = Optional.of(arg.after(2));
            } else if (isRun(program, args, text)) {
                value = Optional.of(arg);
                file = false;
            }
            boolean above = file;
            value.ifPresent(path -> named.addAll(places(path, above, directory, world)));
        }
        return named;
    }

    private static boolean isFile(String program, String name) {
        return FILES.contains(name)
                || name.equals("-f") && SHORT_FILES.contains(program)
                || name.equals("-b") && GRADLE.contains(program)
                || program.startsWith("mvn") && MAVEN_SETTINGS.contains(name)
                || name.equals("-t") && program.equals("task");
    }

    private static boolean isDirectory(String program, String name) {
        return DIRECTORIES.contains(name) && !isOther(program, name)
                || name.equals("-p") && GRADLE.contains(program)
                || name.equals("-P") && program.equals("poetry")
                || name.equals("--working-dir") && program.equals("composer")
                || name.equals("-d") && DASH_D.contains(program);
    }

    /// The same spelling means something else there.
    private static boolean isOther(String program, String name) {
        return switch (name) {
            case "--prefix" -> !Set.of("npm", "pnpm", "yarn", "bun").contains(program);
            case "--root" -> program.equals("cargo") || program.equals("pip");
            case "--project" ->
                    Set.of("tsc", "playwright", "jest", "vitest", "gcloud").contains(program);
            case "--build", "-S" -> !program.equals("cmake");
            case "-C" ->
                    !Set.of(
                                    "make", "gmake", "ninja", "meson", "go", "npm", "pnpm", "cargo",
                                    "rake", "tox", "hatch", "poetry", "waf", "samu", "bun")
                            .contains(program);
            default -> false;
        };
    }

    private static boolean isAttached(String program, String text) {
        return text.length() > 2 && text.startsWith("-C") && isDirectory(program, "-C")
                || text.length() > 2 && text.startsWith("-f") && isFile(program, "-f");
    }

    /// A path outside the directory that a runner of tests is given, or that `go run` is.
    private static boolean isRun(String program, List<Arg> args, String text) {
        boolean outside = text.startsWith("/") || text.startsWith("../");
        boolean go =
                program.equals("go")
                        && !args.isEmpty()
                        && (args.getFirst().is("run") || args.getFirst().is("test"));
        return outside && (go || RUNNERS.contains(program));
    }

    private static List<Place> places(Arg path, boolean above, Place directory, World world) {
        List<Place> places = Places.of(path.value(), directory, World.Use.RUN, world);
        if (!above) {
            return places;
        }
        return places.stream()
                .map(place ->
                        place.isExact() && place.path().lastIndexOf('/') > 0
                                ? Places.of(
                                                Value.exact(
                                                        place.path()
                                                                .substring(
                                                                        0,
                                                                        place.path()
                                                                                .lastIndexOf('/'))),
                                                directory,
                                                World.Use.RUN,
                                                world)
                                        .getFirst()
                                : place)
                .toList();
    }
}
