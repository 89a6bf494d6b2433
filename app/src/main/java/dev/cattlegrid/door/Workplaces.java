package dev.cattlegrid.door;

import dev.cattlegrid.json.Fields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where a trajectory was made that does not say it: the directory below a home in which all lies that its calls name
/// by absolute path. That is what the host would have said.
final class Workplaces {
    private static final Pattern ENTERED =
            Pattern.compile("(?:^|[;&|(\\n])\\s*cd\\s+(['\"]?)(/[^\\s'\";&|)]+)\\1");

    private Workplaces() {}

    static Optional<String> of(Fields trajectory) {
        List<List<String>> directories =
                trajectory.objects("steps").stream()
                        .flatMap(Workplaces::named)
                        .filter(path -> path.startsWith("/home/") || path.startsWith("/Users/"))
                        .map(path -> List.of(path.substring(1).split("/+")))
                        .toList();
        return directories.stream()
                .reduce(Workplaces::common)
                .filter(segments -> segments.size() > 2)
                .map(segments -> "/" + String.join("/", segments));
    }

    private static Stream<String> named(Fields step) {
        Fields input = step.object("input").orElse(Fields.NONE);
        Stream<String> file =
                input.text("file_path", "path", "notebook_path").stream()
                        .map(path -> path.substring(0, Math.max(0, path.lastIndexOf('/'))));
        Stream<String> entered =
                input.text("command").stream()
                        .flatMap(text -> ENTERED.matcher(text).results())
                        .map(found -> found.group(2));
        return Stream.concat(file, entered);
    }

    private static List<String> common(List<String> one, List<String> other) {
        int same = 0;
        while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
            same++;
        }
        return one.subList(0, same);
    }
}
