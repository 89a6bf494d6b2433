package dev.cattlegrid.automode;

import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.policy.Section;
import dev.cattlegrid.prose.Defaults;
import dev.cattlegrid.prose.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `cattlegrid auto-mode defaults`: the texts that come with the gate.
@Command(
        name = "defaults",
        description = "Prints the rules in words that come with the gate, as JSON.",
        mixinStandardHelpOptions = true)
final class DefaultsCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(
            names = "--label",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Only those whose label holds this.")
    private String label = "";

    DefaultsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        boolean none =
                Arrays.stream(Section.values()).allMatch(section -> chosen(section).isEmpty());
        streams.out().println(Lists.json(this::chosen));
        if (none) {
            streams.err().println("cattlegrid: no label holds `" + label + "`");
        }
        return Exit.ALLOW;
    }

    private List<String> chosen(Section section) {
        String wanted = label.toLowerCase(Locale.ROOT);
        return Defaults.of(section).stream()
                .filter(entry -> entry.label().toLowerCase(Locale.ROOT).contains(wanted))
                .map(Entry::sentence)
                .toList();
    }
}
