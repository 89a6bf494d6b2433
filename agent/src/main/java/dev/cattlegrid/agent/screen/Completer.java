package dev.cattlegrid.agent.screen;

import dev.cattlegrid.screen.Shown;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What could stand where a person is writing: commands of the screen, files of the project.
///
/// @param root the directory that names of files are below
record Completer(Path root) {
    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST = 50;

    /// @param asked whether the person asked for it; else only what begins with `/` or `@` is completed
    List<Candidate> of(Edit edit, boolean asked) {
        String before = edit.before();
        if (before.startsWith("/") && before.indexOf(' ') < 0 && before.indexOf('\n') < 0) {
            return Command.all().stream()
                    .filter(command -> command.word().startsWith(before))
                    .map(command -> new Candidate(0, command.word(), command.about()))
                    .toList();
        }
        int from = before.length();
        while (from > 0 && !Character.isWhitespace(before.charAt(from - 1))) {
            from--;
        }
        boolean marked = before.startsWith("@", from);
        String name = before.substring(marked ? from + 1 : from);
        return marked || (asked && !name.isEmpty())
                ? files(from, marked ? "@" : "", name)
                : List.of();
    }

    private List<Candidate> files(int from, String mark, String name) {
        String directory = name.substring(0, name.lastIndexOf('/') + 1);
        String start = name.substring(directory.length());
        var all = new ArrayList<Candidate>();
        for (String entry : entries(directory)) {
            boolean hidden = entry.startsWith(".") && !start.startsWith(".");
            if (entry.startsWith(start) && !hidden && !entry.equals(".git/")) {
                all.add(new Candidate(from, mark + directory + entry, ""));
            }
        }
        all.sort(Comparator.comparing(Candidate::text));
        return all.size() > MOST ? all.subList(0, MOST) : all;
    }

    /// The names in a directory that can be typed; of a directory, with a `/`.
    private List<String> entries(String directory) {
        var names = new ArrayList<String>();
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(root.resolve(directory))) {
            for (Path entry : inside) {
                String name = String.valueOf(entry.getFileName());
                boolean plain = Shown.line(name).text().equals(name) && name.indexOf(' ') < 0;
                if (plain) {
                    names.add(Files.isDirectory(entry) ? name + "/" : name);
                }
                if (names.size() >= MOST_ENTRIES) {
                    break;
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException _) {
            return List.of();
        }
        return names;
    }
}
