package dev.cattlegrid.automode;

import dev.cattlegrid.audit.Audit;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Section;
import dev.cattlegrid.prose.Defaults;
import dev.cattlegrid.screen.Shown;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `cattlegrid auto-mode setup`: a draft of the environment, from what lies here.
@Command(
        name = "setup",
        description =
                "Drafts the environment from the project's remotes, files and pipelines and from recent records."
                        + " Nothing leaves the machine. On a terminal each entry is asked about; else the draft is printed.",
        mixinStandardHelpOptions = true)
final class SetupCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin private final Where where = new Where();

    @Option(names = "--json", description = "Prints the draft as JSON, and asks nothing.")
    private boolean json;

    @Option(names = "--print", description = "Prints the draft, and asks nothing.")
    private boolean print;

    SetupCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        List<Environs.Found> found =
                Environs.of(where.directory(), new Store(where.home().resolve(Store.IN_HOME)));
        if (json) {
            streams.out()
                    .println(
                            Json.pretty(
                                    Map.of(
                                            Section.ENVIRONMENT.key(),
                                            found.stream()
                                                    .map(Environs.Found::sentence)
                                                    .toList())));
            return Exit.ALLOW;
        }
        if (found.isEmpty()) {
            streams.out().println("nothing here says anything of the environment");
            return Exit.ALLOW;
        }
        if (print || !streams.terminal()) {
            found.forEach(this::show);
            return Exit.ALLOW;
        }
        return asked(found);
    }

    private void show(Environs.Found found) {
        streams.out().println(Shown.line(found.sentence()).text());
        streams.out()
                .println("    " + streams.ink().faint(Shown.line("from " + found.from()).text()));
    }

    private int asked(List<Environs.Found> found) throws IOException {
        var reader =
                new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
        var taken = new ArrayList<String>();
        for (Environs.Found each : found) {
            show(each);
            Optional<String> answer = answer(each, reader);
            if (answer.isEmpty()) {
                break;
            }
            answer.filter(text -> !text.isEmpty()).ifPresent(taken::add);
        }
        if (taken.isEmpty()) {
            streams.out().println("nothing was changed");
            return Exit.ALLOW;
        }
        keep(taken);
        return Exit.ALLOW;
    }

    /// What is taken; empty where it is not, nothing where nobody answers any more.
    private Optional<String> answer(Environs.Found found, BufferedReader reader)
            throws IOException {
        while (true) {
            streams.out().print("take it? [y]es, [n]o, [e]dit: ");
            streams.out().flush();
            String line = reader.readLine();
            if (line == null) {
                return Optional.empty();
            }
            switch (line.strip().toLowerCase(Locale.ROOT)) {
                case "y", "yes" -> {
                    return Optional.of(found.sentence());
                }
                case "n", "no", "" -> {
                    return Optional.of("");
                }
                case "e", "edit" -> {
                    streams.out().print("write it: ");
                    streams.out().flush();
                    String written = reader.readLine();
                    return Optional.ofNullable(written).map(String::strip);
                }
                default -> streams.out().println("answer `y`, `n` or `e`");
            }
        }
    }

    private void keep(List<String> taken) throws IOException {
        var own = new OwnSettings(where.settings());
        var all = new LinkedHashSet<>(own.list(Section.ENVIRONMENT).orElse(List.of(Defaults.MARK)));
        all.addAll(taken);
        new Audit(new Store(where.home().resolve(Store.IN_HOME))).person("auto-mode", "setup", "");
        own.write(SettingsEdit.with(own.text(), Section.ENVIRONMENT.key(), List.copyOf(all)));
        streams.out().println(taken.size() + " written to `" + own.file() + "`");
    }
}
