package dev.cattlegrid.wiring;

import dev.cattlegrid.host.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A client whose hooks stand in a settings file in JSON.
abstract class JsonWiring implements Wiring {
    abstract HookTable table();

    /// The settings file.
    ///
    /// @throws IllegalArgumentException in the user's words, where the client has none of that scope
    abstract Path file(Place place);

    /// The directory below the home whose being there says that the client is.
    abstract String directory();

    abstract String program();

    /// Whether the client reads over comments in the file.
    boolean readsComments() {
        return false;
    }

    /// What keeps the client from obeying an entry that is right.
    ///
    /// @param settings what the file holds
    Optional<Standing> shadow(Place place, ObjectNode settings) {
        return Optional.empty();
    }

    /// What else wiring changes, once the settings hold this.
    Change beside(Place place, ObjectNode settings, boolean wired) throws IOException {
        return Change.NONE;
    }

    @Override
    public Host host() {
        return table().host();
    }

    @Override
    public boolean isInstalled(Path home, List<Path> path) {
        return Files.isDirectory(home.resolve(directory()))
                || path.stream().anyMatch(dir -> Files.isExecutable(dir.resolve(program())));
    }

    @Override
    public List<Path> files(Place place) {
        return List.of(file(place));
    }

    @Override
    public Change put(Place place, Line line) throws IOException {
        Optional<String> text = new TextFile(file(place)).read();
        ObjectNode before = json(place).parse(text);
        ObjectNode after = with(place, before, line);
        return change(place, text, before, after).and(beside(place, after, true));
    }

    /// The settings with the gate in them.
    ObjectNode with(Place place, ObjectNode settings, Line line) {
        return table().with(settings, line.of(host()));
    }

    @Override
    public Change takeOut(Place place) throws IOException {
        Optional<String> text = new TextFile(file(place)).read();
        ObjectNode before = json(place).parse(text);
        ObjectNode after = table().without(before);
        return change(place, text, before, after).and(beside(place, before, false));
    }

    private Change change(Place place, Optional<String> text, ObjectNode before, ObjectNode after) {
        return after.equals(before)
                ? Change.NONE
                : new Change(
                        List.of(
                                new Change.Edit(
                                        file(place),
                                        text,
                                        Optional.of(json(place).text(text, after)))));
    }

    private JsonFile json(Place place) {
        return new JsonFile(file(place), readsComments());
    }

    /// The command that puts the gate in as it should be.
    String setup(Place place) {
        String scope =
                switch (place.scope()) {
                    case USER -> "";
                    case PROJECT -> " --project";
                    case LOCAL -> " --local";
                    case APART -> " --settings-file";
                };
        return "cattlegrid setup " + host().name() + scope;
    }

    @Override
    public Standing standing(Place place, Line line) {
        try {
            Path file = file(place);
            ObjectNode settings = json(place).parse(new TextFile(file).read());
            if (table().without(settings).equals(settings)) {
                return new Standing.Missing("the gate is not in `" + file + "`", setup(place));
            }
            boolean exact =
                    settings.equals(with(place, settings, line.headless(false)))
                            || settings.equals(with(place, settings, line.headless(true)));
            if (!exact) {
                return new Standing.Altered(
                        "the gate's entry in `" + file + "` is not as `setup` writes it",
                        setup(place));
            }
            return shadow(place, settings).orElseGet(Standing.Wired::new);
        } catch (IOException problem) {
            return new Standing.Altered("the settings cannot be read", setup(place));
        } catch (IllegalArgumentException problem) {
            return new Standing.Altered(String.valueOf(problem.getMessage()), setup(place));
        }
    }

    /// What a settings file that somebody else may have written holds; nothing where it cannot be read.
    Optional<ObjectNode> look(Path file) {
        try {
            return Optional.of(
                    new JsonFile(file, readsComments()).parse(new TextFile(file).read()));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The user's own file; the only one that a client of one scope has.
    Path ofUser(Place place, String name) {
        if (place.scope() != Place.Scope.USER) {
            throw new IllegalArgumentException(
                    host().title() + " is set up for all projects only: leave the scope out");
        }
        return place.home().resolve(name);
    }
}
