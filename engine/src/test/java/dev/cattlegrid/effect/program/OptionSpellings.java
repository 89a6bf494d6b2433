package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.program.Form.Opt;
import dev.cattlegrid.effect.program.Form.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The options of a command line written in other ways, as the program's card says they can be.
public final class OptionSpellings {
    /// Programs of macOS that do not take `--` for the end of options.
    private static final Set<String> WITHOUT_END_OF_OPTIONS =
            Set.of("launchctl", "diskutil", "hdiutil", "tmutil");

    private OptionSpellings() {}

    /// Readers in Java keep their tables to themselves; these are pairs of their manuals.
    private static final Map<String, List<List<String>>> PAIRS =
            Map.of(
                    "sed",
                    List.of(List.of("-i", "--in-place"), List.of("-n", "--quiet")),
                    "curl",
                    List.of(
                            List.of("-s", "--silent"),
                            List.of("-f", "--fail"),
                            List.of("-L", "--location"),
                            List.of("-k", "--insecure"),
                            List.of("-o", "--output"),
                            List.of("-O", "--remote-name"),
                            List.of("-X", "--request"),
                            List.of("-d", "--data"),
                            List.of("-H", "--header"),
                            List.of("-T", "--upload-file"),
                            List.of("-F", "--form")),
                    "git push",
                    List.of(List.of("-f", "--force"), List.of("-d", "--delete")),
                    "git branch",
                    List.of(List.of("-D", "--delete --force")),
                    "git clean",
                    List.of(
                            List.of("-f", "--force"),
                            List.of("-n", "--dry-run"),
                            List.of("-q", "--quiet")),
                    "git commit",
                    List.of(List.of("-a", "--all"), List.of("-n", "--no-verify")),
                    "rsync",
                    List.of(List.of("-n", "--dry-run"), List.of("-a", "--archive")),
                    "wget",
                    List.of(List.of("-q", "--quiet"), List.of("-O", "--output-document")),
                    "tar",
                    List.of(List.of("-x", "--extract"), List.of("-t", "--list")));

    private static final Map<String, Way> WAYS =
            Map.of(
                    "options long", OptionSpellings::longNames,
                    "options long, values apart", OptionSpellings::longApart,
                    "options short", OptionSpellings::shortNames,
                    "options short, values attached", OptionSpellings::shortAttached,
                    "options bundled", OptionSpellings::bundled,
                    "options last", OptionSpellings::last,
                    "options first", OptionSpellings::first,
                    "options turned round", OptionSpellings::turned,
                    "operands behind --", OptionSpellings::behindDashes);

    @FunctionalInterface
    private interface Way {
        List<String> write(Line line);
    }

    /// @param option as given, with its value
    private record Given(Opt option, Form form, Optional<String> value) {}

    /// @param start the program and its subcommands, with the options before them
    private record Line(
            List<String> start, List<Given> options, List<String> operands, Form form) {}

    public static Stream<String> ways() {
        return Stream.concat(
                WAYS.keySet().stream().sorted(),
                Stream.of("options of readers, long", "options of readers, short"));
    }

    /// The same command line, written in that way; nothing where it does not apply.
    public static Optional<List<String>> of(String way, List<String> words) {
        Optional<List<String>> written =
                WAYS.containsKey(way)
                        ? line(words).map(WAYS.get(way)::write)
                        : paired(words, way.endsWith("long"));
        return written.filter(other -> !other.equals(words));
    }

    private static Optional<List<String>> paired(List<String> words, boolean toLong) {
        String name = words.getFirst();
        String two = words.size() > 1 ? name + " " + words.get(1) : name;
        List<List<String>> pairs = PAIRS.getOrDefault(two, PAIRS.getOrDefault(name, List.of()));
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        var other = new ArrayList<String>();
        for (String word : words) {
            String written = word;
            for (List<String> pair : pairs) {
                String from = toLong ? pair.getFirst() : pair.getLast();
                written = word.equals(from) ? toLong ? pair.getLast() : pair.getFirst() : written;
            }
            other.addAll(written.startsWith("-") ? List.of(written.split(" ")) : List.of(written));
        }
        return Optional.of(other);
    }

    private static Optional<Line> line(List<String> words) {
        String name = words.getFirst();
        Optional<CardReader> card =
                Readers.of(name).isPresent() ? Optional.empty() : Cards.of(name);
        return card.flatMap(reader -> line(reader.card().form(), words));
    }

    private static Optional<Line> line(Form top, List<String> words) {
        Form form = top;
        var start = new ArrayList<>(words.subList(0, 1));
        var options = new ArrayList<Given>();
        var operands = new ArrayList<String>();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            boolean dashed = word.length() > 1 && word.startsWith("-");
            if (word.equals("--") || form.style() != Style.GNU && dashed) {
                return Optional.empty();
            }
            if (!dashed) {
                Form inner = operands.isEmpty() ? form.commands().get(word) : null;
                if (inner == null) {
                    operands.add(word);
                    continue;
                }
                if (!options.isEmpty()) {
                    return Optional.empty();
                }
                start.add(word);
                form = inner;
            } else {
                int taken =
                        word.startsWith("--")
                                ? whole(word, words, i, form, options)
                                : letters(word, words, i, form, options);
                if (taken < 0) {
                    return Optional.empty();
                }
                i = taken;
            }
        }
        boolean services = operands.isEmpty() || WITHOUT_END_OF_OPTIONS.contains(words.getFirst());
        boolean last = services || options.stream().anyMatch(each -> each.option().last());
        return last || !form.commands().isEmpty()
                ? Optional.empty()
                : Optional.of(new Line(start, options, operands, form));
    }

    private static int whole(String word, List<String> words, int at, Form form, List<Given> into) {
        int equals = word.indexOf('=');
        Opt option = form.options().get(equals < 0 ? word : word.substring(0, equals));
        if (option == null || equals >= 0 && !option.takesValue()) {
            return -1;
        }
        boolean next = equals < 0 && option.takesValue() && !option.optional();
        if (next && at + 1 >= words.size()) {
            return -1;
        }
        Optional<String> value =
                equals >= 0
                        ? Optional.of(word.substring(equals + 1))
                        : next ? Optional.of(words.get(at + 1)) : Optional.empty();
        into.add(new Given(option, form, value));
        return next ? at + 1 : at;
    }

    private static int letters(
            String word, List<String> words, int at, Form form, List<Given> into) {
        if (word.length() > 2 && form.options().containsKey(word)) {
            return -1;
        }
        for (int i = 1; i < word.length(); i++) {
            Opt option = form.options().get("-" + word.charAt(i));
            if (option == null) {
                return -1;
            }
            if (!option.takesValue()) {
                into.add(new Given(option, form, Optional.empty()));
                continue;
            }
            String attached = word.substring(i + 1);
            boolean next = attached.isEmpty() && !option.optional();
            if (next && at + 1 >= words.size()) {
                return -1;
            }
            Optional<String> value =
                    next
                            ? Optional.of(words.get(at + 1))
                            : Optional.of(attached).filter(text -> !text.isEmpty());
            into.add(new Given(option, form, value));
            return next ? at + 1 : at;
        }
        return at;
    }

    private static Optional<String> spelled(Given given, boolean asLong) {
        return given.form().options().entrySet().stream()
                .filter(entry -> entry.getValue().equals(given.option()))
                .map(Map.Entry::getKey)
                .filter(name -> asLong ? name.startsWith("--") : name.length() == 2)
                .min(Comparator.naturalOrder());
    }

    private static List<String> written(Given given, boolean asLong, boolean apart) {
        Optional<String> wanted = spelled(given, asLong);
        String name = wanted.or(() -> spelled(given, !asLong)).orElse(given.option().name());
        if (given.value().isEmpty()) {
            return List.of(name);
        }
        boolean attached = !apart || given.option().optional();
        String sign = name.startsWith("--") ? "=" : "";
        return attached && (name.startsWith("--") || name.length() == 2)
                ? List.of(name + sign + given.value().get())
                : List.of(name, given.value().get());
    }

    private static List<String> joined(
            List<String> start, List<String> options, List<String> operands) {
        var all = new ArrayList<>(start);
        all.addAll(options);
        all.addAll(operands);
        return all;
    }

    private static List<String> spelled(List<Given> options, boolean asLong, boolean apart) {
        return options.stream().flatMap(each -> written(each, asLong, apart).stream()).toList();
    }

    private static List<String> longNames(Line line) {
        return joined(line.start(), spelled(line.options(), true, false), line.operands());
    }

    private static List<String> longApart(Line line) {
        return joined(line.start(), spelled(line.options(), true, true), line.operands());
    }

    private static List<String> shortNames(Line line) {
        return joined(line.start(), spelled(line.options(), false, true), line.operands());
    }

    private static List<String> shortAttached(Line line) {
        return joined(line.start(), spelled(line.options(), false, false), line.operands());
    }

    private static List<String> bundled(Line line) {
        var options = new ArrayList<String>();
        var letters = new StringBuilder("-");
        for (Given each : line.options()) {
            Optional<String> letter = spelled(each, false);
            if (letter.isPresent() && each.value().isEmpty() && !each.option().takesValue()) {
                letters.append(letter.get().charAt(1));
            } else {
                options.addAll(written(each, false, true));
            }
        }
        if (letters.length() > 1) {
            options.addFirst(letters.toString());
        }
        return joined(line.start(), options, line.operands());
    }

    private static List<String> last(Line line) {
        return joined(line.start(), line.operands(), spelled(line.options(), false, true));
    }

    private static List<String> first(Line line) {
        return shortNames(line);
    }

    private static List<String> turned(Line line) {
        boolean once =
                line.options().stream().map(Given::option).distinct().count()
                        == line.options().size();
        return once
                ? joined(
                        line.start(),
                        spelled(line.options().reversed(), false, true),
                        line.operands())
                : shortNames(line);
    }

    private static List<String> behindDashes(Line line) {
        var operands = new ArrayList<>(line.operands());
        if (line.start().getFirst().equals("echo")) {
            return shortNames(line);
        }
        operands.addFirst("--");
        return joined(line.start(), spelled(line.options(), false, true), operands);
    }

    /// Commands that the cards give as examples.
    public static Stream<String> examples(String text) {
        return Card.read(text).examples().keySet().stream().sorted();
    }
}
