package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Effect.Install;
import dev.cattlegrid.effect.Effect.Install.Provenance;
import dev.cattlegrid.effect.Effect.Install.Reach;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a package manager is told to install, told apart by where it comes from.
final class Packages {
    private static final List<String> ENDINGS =
            List.of(".whl", ".tgz", ".tar.gz", ".zip", ".deb", ".rpm", ".apk", ".gem", ".jar");

    private Packages() {}

    /// @param said `declared`, `named` or `elsewhere`, as the card has it for packages that are plain names
    static List<Install> installs(
            String ecosystem,
            List<Arg> packages,
            String said,
            Reach reach,
            Span span,
            Invocation call) {
        Provenance usual = Provenance.valueOf(said.toUpperCase(Locale.ROOT));
        if (packages.isEmpty()) {
            Provenance from = usual == Provenance.NAMED ? Provenance.DECLARED : usual;
            return List.of(new Install(ecosystem, "", from, reach, span));
        }
        List<Install> installs = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (Arg each : packages) {
            String text = Words.shown(each);
            boolean path = isPath(text, ecosystem, usual);
            boolean built = ofLanguage(ecosystem) && (isProject(text) || path && isOwn(each, call));
            if (built) {
                String name = isProject(text) ? "" : text;
                installs.add(new Install(ecosystem, name, Provenance.DECLARED, reach, each.span()));
            } else if (path || isElsewhere(text, ecosystem)) {
                installs.add(
                        new Install(ecosystem, text, Provenance.ELSEWHERE, reach, each.span()));
            } else {
                plain.add(ecosystem.equals("pypi") ? withoutMarker(text) : text);
            }
        }
        if (!plain.isEmpty()) {
            installs.add(new Install(ecosystem, String.join(" ", plain), usual, reach, span));
        }
        return installs;
    }

    /// When a requirement holds is no part of what it names: `a>=1; python_version < "3.9"`.
    ///
    /// Source: dependency specifiers (PEP 508)
    private static String withoutMarker(String requirement) {
        int marker = requirement.indexOf(';');
        String named = marker < 0 ? requirement : requirement.substring(0, marker);
        return named.replace(" ", "");
    }

    /// Whether only root installs with it: without rights the program stops before it changes anything.
    ///
    /// Source: apt-get(8), dpkg(1), apk(8), dnf(8), yum(8), rpm(8), zypper(8), pacman(8)
    static boolean needsRights(String ecosystem) {
        return switch (ecosystem) {
            case "apt",
                    "apt-get",
                    "dpkg",
                    "apk",
                    "dnf",
                    "yum",
                    "microdnf",
                    "rpm",
                    "zypper",
                    "pacman" ->
                    true;
            default -> false;
        };
    }

    /// Whether it installs code for a language, which a project builds itself too; not parts of the operating system.
    private static boolean ofLanguage(String ecosystem) {
        return switch (ecosystem) {
            case "npm",
                    "pypi",
                    "conda",
                    "gem",
                    "cargo",
                    "go",
                    "composer",
                    "dotnet",
                    "maven",
                    "hex",
                    "pub",
                    "cran",
                    "luarocks",
                    "opam",
                    "hackage",
                    "cpan",
                    "julia",
                    "nimble",
                    "dub",
                    "jsr" ->
                    true;
            default -> false;
        };
    }

    /// The command that a package of JavaScript brings, by convention: `biome` of `@biomejs/biome@1`.
    static String commandOf(String spec) {
        String name = spec.substring(spec.lastIndexOf('/') + 1);
        int version = name.indexOf('@');
        return version < 0 ? name : name.substring(0, version);
    }

    /// The project itself: `.`, `.[dev]`, `./...`; and what its manifest calls by these words.
    private static boolean isProject(String text) {
        return text.equals(".")
                || text.startsWith(".[")
                || text.equals("./...")
                || text.startsWith("workspace:");
    }

    /// Whether a word is the path of a package, or of a directory with packages.
    private static boolean isPath(String text, String ecosystem, Provenance usual) {
        if (isAway(text)) {
            return false;
        }
        boolean named = text.indexOf('/') < 0 && ENDINGS.stream().noneMatch(text::endsWith);
        return text.startsWith("/")
                || text.startsWith("./")
                || text.startsWith("../")
                || text.startsWith("~")
                || text.startsWith("file:")
                || text.startsWith("link:")
                || ecosystem.equals("pypi") && (!named || usual == Provenance.ELSEWHERE)
                || ENDINGS.stream().anyMatch(text::endsWith);
    }

    /// Whether it lies in the workspace and was there before: built by the project, or part of it.
    private static boolean isOwn(Arg path, Invocation call) {
        String text = path.value().prefix();
        int colon = text.startsWith("file:") || text.startsWith("link:") ? "file:".length() : 0;
        List<Place> places =
                Places.of(
                        path.after(colon).value(), call.directory(), World.Use.READ, call.world());
        return places.stream()
                .allMatch(place -> place.zone() == Zone.WORKSPACE && !place.facts().ownWork());
    }

    private static boolean isElsewhere(String text, String ecosystem) {
        boolean repository =
                ecosystem.equals("npm")
                        && text.indexOf('/') > 0
                        && !text.startsWith("@")
                        && !text.startsWith("npm:")
                        && !text.startsWith("jsr:");
        return isAway(text) || repository;
    }

    private static boolean isAway(String text) {
        return text.contains("://") && !text.startsWith("file:")
                || text.startsWith("git+")
                || text.startsWith("git@")
                || text.startsWith("github:")
                || text.startsWith("gitlab:")
                || text.startsWith("bitbucket:")
                || text.startsWith("gist:")
                || text.contains(" @ ");
    }
}
