package dev.cattlegrid.judge;

import dev.cattlegrid.cases.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What is made of a model's answer about the calls `aa1` and `bb2`: the first line says which look, the rest is the answer.
class AnswersTest {
    private static final Set<String> IDS = Set.of("aa1", "bb2");

    @TestFactory
    Stream<DynamicTest> answers() {
        return Cases.of("judge/answers.txt", AnswersTest::read);
    }

    private static List<String> read(String text) {
        int line = text.indexOf('\n');
        String answer = text.substring(line + 1);
        Optional<List<String>> read =
                text.startsWith("look 1")
                        ? Answers.brief(answer, IDS).map(all -> lines(List.copyOf(all.entrySet())))
                        : Answers.reasoned(answer, IDS)
                                .map(all -> lines(List.copyOf(all.entrySet())));
        return read.orElse(List.of("cannot be read"));
    }

    private static List<String> lines(List<?> entries) {
        var lines = new ArrayList<String>();
        entries.forEach(each -> lines.add(each.toString()));
        return lines;
    }
}
