package dev.cattlegrid.automode;

import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.door.Surroundings;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Section;
import dev.cattlegrid.policy.rule.Rules;
import dev.cattlegrid.prose.Defaults;
import dev.cattlegrid.prose.Entry;
import dev.cattlegrid.prose.Examples;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.typed.Examination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `cattlegrid auto-mode test`: every example of every rule, tried.
@Command(
        name = "test",
        description =
                "Tries every example of the rules in words and of the rules with a condition.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all hold", "1:some do not"},
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin private final Where where = new Where();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    TestCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var problems = new ArrayList<String>();
        int texts = texts(problems);
        int rules = 0;
        int examples = 2 * texts;
        for (Where.Placed placed : where.rules()) {
            Examination file = Examination.of(placed.file(), placed.level());
            rules += file.rules().size();
            examples += file.examples();
            problems.addAll(file.problems());
        }
        show(texts, rules, examples, problems);
        return problems.isEmpty() ? Exit.ALLOW : Exit.ASK;
    }

    private static int texts(List<String> problems) {
        int texts = 0;
        for (Section section : Section.values()) {
            for (Entry entry : Defaults.of(section)) {
                texts++;
                for (String problem :
                        Examples.problems(entry, Rules.builtIn(), Surroundings::withEnvironment)) {
                    problems.add(
                            "`%s`, \"%s\": %s".formatted(section.key(), entry.label(), problem));
                }
            }
        }
        return texts;
    }

    private void show(int texts, int rules, int examples, List<String> problems) {
        if (json) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("texts", texts);
            values.put("rules", rules);
            values.put("examples", examples);
            values.put("problems", problems);
            streams.out().println(Json.pretty(values));
            return;
        }
        problems.forEach(problem -> streams.out().println(Shown.line(problem).text()));
        streams.out()
                .println(
                        "%d texts, %d rules with a condition, %d examples: %s"
                                .formatted(
                                        texts,
                                        rules,
                                        examples,
                                        problems.isEmpty()
                                                ? "all hold"
                                                : problems.size() + " do not hold"));
    }
}
