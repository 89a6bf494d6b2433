package dev.cattlegrid.wiring;

import dev.cattlegrid.host.Codex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The gate among Codex's hooks, and in the list of hooks that it trusts: one that is not in it, or was changed since, is
/// skipped without a word.
///
/// @see <a href="https://developers.openai.com/codex/hooks">Codex, hooks</a>
public final class CodexWiring extends JsonWiring {
    private static final int SECONDS = 60;
    private static final Path REQUIREMENTS = Path.of("/etc/codex/requirements.toml");

    private static final HookTable TABLE =
            new GroupedHooks(
                    new Codex(),
                    Codex.EVENTS,
                    Codex::isAboutTools,
                    handler -> handler.put("timeout", SECONDS));

    @Override
    HookTable table() {
        return TABLE;
    }

    @Override
    String directory() {
        return ".codex";
    }

    @Override
    String program() {
        return "codex";
    }

    @Override
    Path file(Place place) {
        return ofUser(place, ".codex/hooks.json");
    }

    private static Path config(Place place) {
        return place.home().resolve(".codex/config.toml");
    }

    @Override
    public List<Path> files(Place place) {
        return List.of(file(place), config(place));
    }

    @Override
    Change beside(Place place, ObjectNode settings, boolean wired) throws IOException {
        Map<String, String> ours = CodexTrust.of(TABLE, named(place), settings);
        Optional<String> before = new TextFile(config(place)).read();
        var trust = new CodexTrust(before.orElse(""), config(place).toString());
        String after = wired ? trust.with(ours) : trust.without(ours.keySet());
        boolean same = after.equals(before.orElse(""));
        return same
                ? Change.NONE
                : new Change(List.of(new Change.Edit(config(place), before, Optional.of(after))));
    }

    /// The file as Codex itself names it in its list.
    private Path named(Place place) throws IOException {
        Path home = place.home().resolve(".codex");
        return (Files.isDirectory(home) ? home.toRealPath() : home.toAbsolutePath())
                .resolve("hooks.json");
    }

    @Override
    Optional<Standing> shadow(Place place, ObjectNode settings) {
        try {
            var trust =
                    new CodexTrust(
                            new TextFile(config(place)).read().orElse(""),
                            config(place).toString());
            for (var one : CodexTrust.of(TABLE, named(place), settings).entrySet()) {
                if (!trust.trusts(one.getKey(), one.getValue())) {
                    return Optional.of(
                            new Standing.Shadowed(
                                    "Codex does not trust the gate's hook, so it skips it: `"
                                            + config(place)
                                            + "` has no right `trusted_hash` for it",
                                    setup(place)));
                }
            }
            Optional<String> off = trust.switchedOff();
            if (off.isPresent()) {
                return Optional.of(
                        new Standing.Shadowed(
                                "`%s` in `%s` switches hooks off"
                                        .formatted(off.get(), config(place)),
                                "take `" + off.get() + "` out of " + config(place)));
            }
            boolean managed =
                    Files.isRegularFile(REQUIREMENTS)
                            && Files.readString(REQUIREMENTS)
                                    .lines()
                                    .anyMatch(line ->
                                            line.replace(" ", "")
                                                    .startsWith("allow_managed_hooks_only=true"));
            return managed
                    ? Optional.of(
                            new Standing.Shadowed(
                                    "`"
                                            + REQUIREMENTS
                                            + "` lets only the organisation's own hooks run",
                                    "ask the organisation to put the gate into " + REQUIREMENTS))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.of(
                    new Standing.Altered("`" + config(place) + "` cannot be read", setup(place)));
        }
    }
}
