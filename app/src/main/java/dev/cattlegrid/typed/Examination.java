package dev.cattlegrid.typed;

import dev.cattlegrid.policy.Layer;
import dev.cattlegrid.policy.Layer.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that is wrong with a file of rules, where a door only needs to know the first thing.
///
/// @param examples that were tried
/// @param problems each with its line
/// @param doubts what may be meant, and can hardly be: rules that can never fire, and the like
public record Examination(
        String file, List<Told> rules, int examples, List<String> problems, List<String> doubts) {
    public Examination {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
        doubts = List.copyOf(doubts);
    }

    /// A rule, for showing.
    public record Told(String name, String strength, String reason) {}

    public static Examination of(Path path, Layer.Level level) {
        String name = path.toString();
        try {
            Optional<String> wrong = RuleFiles.wrong(path, level);
            if (wrong.isPresent()) {
                return bad(name, wrong.get());
            }
            return switch (RuleText.read(Files.readString(path))) {
                case RuleText.Read.Bad(var line, var why) ->
                        bad(name, "`%s`, line %d: %s".formatted(name, line, why));
                case RuleText.Read.Of(var drafts) -> of(new RuleFile(name, level, drafts));
            };
        } catch (IOException | UnsupportedOperationException _) {
            return bad(name, "`" + name + "` cannot be read");
        }
    }

    private static Examination bad(String name, String why) {
        return new Examination(name, List.of(), 0, List.of(why), List.of());
    }

    private static Examination of(RuleFile file) {
        List<String> problems =
                Trials.of(file).stream()
                        .map(problem ->
                                "`%s`, line %d: %s"
                                        .formatted(file.name(), problem.line(), problem.why()))
                        .toList();
        var doubts = new ArrayList<String>();
        for (Draft draft : file.drafts()) {
            for (String doubt : Doubts.about(draft)) {
                doubts.add("`%s`, line %d: %s".formatted(file.name(), draft.line(), doubt));
            }
            if (draft.power() == Power.ALLOW && file.level() == Level.PROJECT) {
                doubts.add(
                        "`%s`, line %d: `%s` never counts, since a project's rules only stop"
                                .formatted(file.name(), draft.line(), draft.name()));
            }
        }
        return new Examination(
                file.name(),
                file.drafts().stream()
                        .map(draft -> new Told(draft.name(), draft.power().text(), draft.reason()))
                        .toList(),
                file.drafts().stream().mapToInt(draft -> draft.examples().size()).sum(),
                problems,
                doubts);
    }
}
