package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Effect.Install;
import dev.cattlegrid.effect.Effect.Install.Provenance;
import dev.cattlegrid.effect.Effect.Install.Reach;
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
            String ecosystem, List<Arg> packages, String said, Reach reach, Span span) {
        Provenance usual = Provenance.valueOf(said.toUpperCase(Locale.ROOT));
        if (packages.isEmpty()) {
            Provenance from = usual == Provenance.NAMED ? Provenance.DECLARED : usual;
            return List.of(new Install(ecosystem, "", from, reach, span));
        }
        List<Install> installs = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (Arg each : packages) {
            String text = Words.shown(each);
            if (isElsewhere(text)) {
                installs.add(
                        new Install(ecosystem, text, Provenance.ELSEWHERE, reach, each.span()));
            } else if (isProject(text)) {
                installs.add(new Install(ecosystem, "", Provenance.DECLARED, reach, each.span()));
            } else {
                plain.add(text);
            }
        }
        if (!plain.isEmpty()) {
            installs.add(new Install(ecosystem, String.join(" ", plain), usual, reach, span));
        }
        return installs;
    }

    /// The command that a package of JavaScript brings, by convention: `biome` of `@biomejs/biome@1`.
    static String commandOf(String spec) {
        String name = spec.substring(spec.lastIndexOf('/') + 1);
        int version = name.indexOf('@');
        return version < 0 ? name : name.substring(0, version);
    }

    /// The project itself: `.`, `.[dev]`, `./...`, `./packages/core`.
    private static boolean isProject(String text) {
        return text.equals(".") || text.startsWith(".[") || text.startsWith("./");
    }

    private static boolean isElsewhere(String text) {
        return text.contains("://")
                || text.startsWith("git+")
                || text.startsWith("git@")
                || text.startsWith("github:")
                || text.startsWith("gitlab:")
                || text.startsWith("/")
                || text.startsWith("../")
                || text.startsWith("~")
                || text.contains(" @ ")
                || ENDINGS.stream().anyMatch(text::endsWith);
    }
}
