package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Programs that a compiler made out of the workspace's sources: code of the project, wherever they lie.
final class Built {
    private static final String MARK = " build";

    private static final Set<String> COMPILERS =
            Set.of(
                    "go",
                    "cargo",
                    "rustc",
                    "gcc",
                    "g++",
                    "cc",
                    "c++",
                    "clang",
                    "clang++",
                    "tcc",
                    "gfortran",
                    "ghc",
                    "swiftc",
                    "swift",
                    "zig",
                    "nim",
                    "crystal",
                    "dmd",
                    "ldc2",
                    "gdc",
                    "kotlinc",
                    "javac",
                    "dotnet",
                    "csc",
                    "mcs",
                    "fsc",
                    "ocamlc",
                    "ocamlopt",
                    "fpc",
                    "odin",
                    "v",
                    "gnatmake",
                    "mix",
                    "stack",
                    "cabal",
                    "deno",
                    "bun");

    private static final Set<String> ENVIRONMENTS = Set.of("venv", "virtualenv", "uv");

    private Built() {}

    /// Whether this is the interpreter, or the installer, of a virtual environment that the call made.
    static boolean isEnvironment(Data data, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.endsWith("/bin/" + name)
                && (name.startsWith("python") || name.startsWith("pip"))
                && tool(data).filter("venv"::equals).isPresent();
    }

    /// What a program writes, marked where it is a compiler that starts in the workspace and is given nothing else.
    static Data by(
            String name, List<Arg> args, Data data, Place target, Place directory, World world) {
        if (ENVIRONMENTS.contains(name) || args.stream().anyMatch(arg -> arg.is("venv"))) {
            return data.with(Data.of(new Source.Program("venv" + MARK)));
        }
        boolean own =
                COMPILERS.contains(name)
                        && directory.zone() == Zone.WORKSPACE
                        && args.stream().allMatch(arg -> isOwn(arg, target, directory, world));
        return own ? data.with(Data.of(new Source.Program(name + MARK))) : data;
    }

    private static boolean isOwn(Arg arg, Place target, Place directory, World world) {
        Optional<String> text = arg.text();
        if (text.isEmpty() || text.get().startsWith("-") || !text.get().contains("/")) {
            return true;
        }
        return Places.of(arg.value(), directory, World.Use.READ, world).stream()
                .allMatch(place ->
                        place.path().equals(target.path())
                                || place.zone() == Zone.WORKSPACE
                                || place.zone() == Zone.SYSTEM);
    }

    /// The compiler that made this.
    static Optional<String> tool(Data data) {
        for (Source source : data.sources()) {
            if (source instanceof Source.Program(var name) && name.endsWith(MARK)) {
                return Optional.of(name.substring(0, name.length() - MARK.length()));
            }
        }
        return Optional.empty();
    }
}
