package dev.cattlegrid.rooms;

import dev.cattlegrid.cases.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rooms of one module, read from its sources, and what is wrong with them.
///
/// A plate says which rooms the package knows. An import of another one, a room that is named and not used, a package
/// without a plate and a circle of rooms are problems, and so is a plate that the map in `ARCHITECTURE.md` does not
/// repeat word for word.
///
/// @param rooms by name
public record Rooms(SortedMap<String, Room> rooms) {
    private static final String ROOT = "dev.cattlegrid";
    private static final Pattern QUIET =
            Pattern.compile(
                    "\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+'|//[^\\n]*|/\\*[\\s\\S]*?\\*/");
    private static final Pattern NAME =
            Pattern.compile("\\bdev\\.cattlegrid((?:\\.[a-z]\\w*)*)\\.(?:[A-Z]|\\*)");

    public Rooms {
        rooms = new TreeMap<>(rooms);
    }

    /// The rooms of a module, by its directory's name.
    public static Rooms ofModule(String module) {
        return read(Checkout.file(module).resolve("src/main/java"));
    }

    static Rooms read(Path sources) {
        SortedMap<String, Room> rooms = new TreeMap<>();
        Path top = sources.resolve(ROOT.replace('.', '/'));
        for (Path directory : directories(top)) {
            List<Path> files = javaFiles(directory);
            if (!files.isEmpty()) {
                Room room =
                        room(name(top.relativize(directory).toString().replace('/', '.')), files);
                rooms.put(room.name(), room);
            }
        }
        return new Rooms(rooms);
    }

    private static Room room(String name, List<Path> files) {
        Optional<Plate> plate = Optional.empty();
        Map<String, List<String>> uses = new TreeMap<>();
        for (Path file : files) {
            String text = text(file);
            String fileName = String.valueOf(file.getFileName());
            if (fileName.equals("package-info.java")) {
                plate = Plate.parse(text);
            }
            for (String used : used(text)) {
                if (!used.equals(name)) {
                    uses.computeIfAbsent(used, _ -> new ArrayList<>()).add(fileName);
                }
            }
        }
        return new Room(name, plate, uses);
    }

    private static List<String> used(String text) {
        Matcher names = NAME.matcher(QUIET.matcher(text).replaceAll(" "));
        return names.results()
                .map(found -> name(found.group(1).isEmpty() ? "" : found.group(1).substring(1)))
                .distinct()
                .toList();
    }

    private static String name(String below) {
        return below.isEmpty() ? "Gate" : below;
    }

    /// Everything that is wrong between plates and imports; empty when all is well.
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (Room room : rooms.values()) {
            room.plate()
                    .ifPresentOrElse(
                            plate -> compare(room, plate, problems),
                            () -> problems.add(noPlate(room)));
        }
        circle().ifPresent(
                        circle -> problems.add("the rooms know each other in a circle: " + circle));
        return problems;
    }

    private static String noPlate(Room room) {
        return "room `%s` has no plate: its package-info.java has to read `/// %s: what it is for.`, an empty `///`, `/// In: .. Out: ..`, `/// Knows: ..`"
                .formatted(room.name(), title(room.name()));
    }

    private static void compare(Room room, Plate plate, List<String> problems) {
        if (!plate.title().equals(title(room.name()))) {
            problems.add(
                    "the plate of `%s` begins with `%s`".formatted(room.name(), plate.title()));
        }
        room.uses()
                .forEach((used, files) -> {
                    if (!plate.knows().contains(used)) {
                        problems.add(
                                "%s of room `%s` uses room `%s`, which its plate does not name under Knows"
                                        .formatted(String.join(", ", files), room.name(), used));
                    }
                });
        for (String known : plate.knows().stream().sorted().toList()) {
            if (!room.uses().containsKey(known)) {
                problems.add(
                        "the plate of `%s` says that it knows `%s`, which none of its files uses"
                                .formatted(room.name(), known));
            }
        }
    }

    private static String title(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }

    private Optional<String> circle() {
        List<String> done = new ArrayList<>();
        return rooms.keySet().stream()
                .flatMap(name -> circleFrom(name, List.of(), done).stream())
                .findFirst();
    }

    private Optional<String> circleFrom(String name, List<String> path, Collection<String> done) {
        if (path.contains(name)) {
            return Optional.of(
                    String.join(" > ", path.subList(path.indexOf(name), path.size()))
                            + " > "
                            + name);
        }
        Room room = rooms.get(name);
        if (room == null || done.contains(name)) {
            return Optional.empty();
        }
        List<String> further = Stream.concat(path.stream(), Stream.of(name)).toList();
        Optional<String> found =
                room.uses().keySet().stream()
                        .flatMap(used -> circleFrom(used, further, done).stream())
                        .findFirst();
        done.add(name);
        return found;
    }

    /// Where the map does not say what the plates say.
    ///
    /// @param section the heading of the module's list of rooms, as in `### engine`
    public List<String> problemsWithMap(String section) {
        List<String> told = lines(text(Checkout.file("ARCHITECTURE.md")), section);
        List<String> wanted = rooms.values().stream().flatMap(Rooms::onMap).toList();
        Stream<String> missing =
                wanted.stream()
                        .filter(line -> !told.contains(line))
                        .map(line ->
                                "ARCHITECTURE.md, `%s`: add the line `%s`"
                                        .formatted(section, line));
        Stream<String> stale =
                told.stream()
                        .filter(line -> !wanted.contains(line))
                        .map(line ->
                                "ARCHITECTURE.md, `%s`: no plate says `%s`"
                                        .formatted(section, line));
        return Stream.concat(missing, stale).toList();
    }

    private static Stream<String> onMap(Room room) {
        return room.plate().stream()
                .map(plate -> "- `%s`: %s".formatted(room.name(), plate.sentence()));
    }

    private static List<String> lines(String map, String section) {
        return map.lines()
                .dropWhile(line -> !line.equals(section))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("- `"))
                .toList();
    }

    private static List<Path> directories(Path top) {
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(Files::isDirectory).sorted().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static List<Path> javaFiles(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
