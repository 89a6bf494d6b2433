package dev.cattlegrid.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.host.Host;
import dev.cattlegrid.host.OpenCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The gate's plugin in OpenCode, which has no hooks: a file of its own, put in whole and taken out whole.
///
/// @see <a href="https://opencode.ai/docs/plugins/">OpenCode, plugins</a>
public final class OpenCodeWiring implements Wiring {
    private static final Host HOST = new OpenCode();
    private static final String TEMPLATE = "opencode-plugin.js";
    private static final String COMMAND = "/* the launcher and its arguments */ []";

    @Override
    public Host host() {
        return HOST;
    }

    @Override
    public boolean isInstalled(Path home, List<Path> path) {
        return Files.isDirectory(home.resolve(".config/opencode"))
                || Files.isDirectory(home.resolve(".opencode"))
                || path.stream().anyMatch(dir -> Files.isExecutable(dir.resolve("opencode")));
    }

    @Override
    public List<Path> files(Place place) {
        if (place.scope() != Place.Scope.USER) {
            throw new IllegalArgumentException(
                    HOST.title() + " is set up for all projects only: leave the scope out");
        }
        return List.of(place.home().resolve(".config/opencode/plugin/cattlegrid.js"));
    }

    @Override
    public Change put(Place place, Line line) throws IOException {
        return change(place, Optional.of(plugin(line)));
    }

    @Override
    public Change takeOut(Place place) throws IOException {
        return change(place, Optional.empty());
    }

    private Change change(Place place, Optional<String> after) throws IOException {
        Path file = files(place).getFirst();
        return new Change(List.of(new Change.Edit(file, new TextFile(file).read(), after)));
    }

    private static String plugin(Line line) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        OpenCodeWiring.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            String text = new String(in.readAllBytes(), UTF_8);
            return text.replace(COMMAND, JsonMapper.shared().writeValueAsString(line.words(HOST)));
        }
    }

    @Override
    public Standing standing(Place place, Line line) {
        String mend = "cattlegrid setup opencode";
        try {
            Path file = files(place).getFirst();
            Optional<String> text = new TextFile(file).read();
            if (text.isEmpty()) {
                return new Standing.Missing("the gate's plugin `" + file + "` is not there", mend);
            }
            boolean exact =
                    text.get().equals(plugin(line.headless(false)))
                            || text.get().equals(plugin(line.headless(true)));
            return exact
                    ? new Standing.Wired()
                    : new Standing.Altered(
                            "the gate's plugin `" + file + "` is not as `setup` writes it", mend);
        } catch (IOException | IllegalArgumentException _) {
            return new Standing.Altered("the gate's plugin cannot be read", mend);
        }
    }
}
