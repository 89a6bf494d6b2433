package dev.cattlegrid.automode;

import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.door.Surroundings;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Section;
import dev.cattlegrid.prose.Effective;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.typed.Examination;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `cattlegrid auto-mode config`: what the layers come to.
@Command(
        name = "config",
        description =
                "Prints the rules in words as they count, as JSON; on a terminal with where each comes from.",
        mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin private final Where where = new Where();

    @Option(names = "--json", description = "JSON, also on a terminal.")
    private boolean json;

    @Option(
            names = "--origins",
            description = "With where each text comes from; a table, or with --json objects.")
    private boolean origins;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Settings of Claude Code that it would be started with.")
    private @Nullable Path settings;

    ConfigCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return switch (where.surroundings()) {
            case Surroundings.Read.Bad(var why) -> {
                streams.err().println("cattlegrid: " + Shown.line(why).text());
                yield Exit.WRONG_USE;
            }
            case Surroundings.Read.Of(var surroundings) -> {
                List<Path> more =
                        settings == null
                                ? List.of()
                                : List.of(settings.toAbsolutePath().normalize());
                show(surroundings.words(more));
                yield Exit.ALLOW;
            }
        };
    }

    private void show(Effective effective) {
        if (json && origins) {
            Map<String, Object> values =
                    new LinkedHashMap<>(
                            Lists.values(section ->
                                    effective.of(section).stream()
                                            .map(ConfigCommand::values)
                                            .toList()));
            values.put("rules", rules());
            values.put("notes", effective.notes());
            streams.out().println(Json.pretty(values));
        } else if (origins || streams.terminal() && !json) {
            table(effective);
        } else {
            streams.out().println(Lists.json(section -> effective.sections().of(section)));
            effective.notes().forEach(this::note);
        }
    }

    private void note(String note) {
        streams.err().println("cattlegrid: " + Shown.line(note).text());
    }

    private static Map<String, Object> values(Effective.Line line) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("text", line.text());
        values.put("level", line.level().name().toLowerCase(Locale.ROOT));
        values.put("from", line.from());
        return values;
    }

    private List<Object> rules() {
        var rules = new ArrayList<Object>();
        for (Where.Placed placed : where.rules()) {
            Examination file = Examination.of(placed.file(), placed.level());
            for (Examination.Told rule : file.rules()) {
                Map<String, Object> values = new LinkedHashMap<>();
                values.put("name", rule.name());
                values.put("strength", rule.strength());
                values.put("reason", rule.reason());
                values.put("from", file.file());
                rules.add(values);
            }
        }
        return rules;
    }

    private void table(Effective effective) {
        for (Section section : Section.values()) {
            streams.out().println(streams.ink().bold(section.key()));
            for (Effective.Line line : effective.of(section)) {
                streams.out().println("  " + Shown.line(line.text()).text());
                streams.out()
                        .println("      " + streams.ink().faint(Shown.line(line.from()).text()));
            }
        }
        List<Object> rules = rules();
        if (!rules.isEmpty()) {
            streams.out().println(streams.ink().bold("rules with a condition"));
        }
        for (Object rule : rules) {
            Map<?, ?> values = (Map<?, ?>) rule;
            String line =
                    "%s (%s): %s"
                            .formatted(
                                    values.get("name"),
                                    values.get("strength"),
                                    values.get("reason"));
            streams.out().println("  " + Shown.line(line).text());
            streams.out()
                    .println(
                            "      "
                                    + streams.ink()
                                            .faint(
                                                    Shown.line(String.valueOf(values.get("from")))
                                                            .text()));
        }
        effective.notes().forEach(this::note);
    }
}
