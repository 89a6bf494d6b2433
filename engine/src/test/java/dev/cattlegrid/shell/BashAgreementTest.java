package dev.cattlegrid.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cattlegrid.cases.Case;
import dev.cattlegrid.cases.Cases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Does bash itself read what we read? Every difference stands in `cases/differences`, with its reason.
final class BashAgreementTest {
    private static final int MUTATIONS = 4_000;
    private static final long SEED = 20_261;

    @BeforeEach
    void bashIsThere() {
        assumeTrue(Bash.isThere(), "no bash 5.2 here: nothing to compare with");
    }

    @Test
    void onTheTables() {
        var texts = inputs("shell");
        assertTrue(texts.size() >= 600, texts.size() + " cases");
        assertEquals(
                known("differences/bash.txt"), Set.copyOf(differences(texts, Bash.takes(texts))));
    }

    @Test
    void onMutationsOfThem() {
        var texts = Mutations.of(inputs("shell"), SEED, MUTATIONS);
        var found = differences(texts, Bash.takes(texts));
        agree(0.985, found.size(), texts.size());
        var unexplained = new TreeSet<>(found);
        unexplained.removeAll(known("differences/bash-mutations.txt"));
        assertEquals(Set.of(), unexplained);
    }

    @Test
    void onTheScriptsOfThisMachine() throws IOException {
        List<Path> files = SystemScripts.all();
        var bash = Bash.takesFiles(files);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            if (Answers.isValid(SystemScripts.text(files.get(i))) != bash.get(i)) {
                found.add(files.get(i).toString());
            }
        }
        agree(0.999, found.size(), files.size());
        assertEquals(List.of(), found);
    }

    private static List<String> differences(List<String> texts, List<Boolean> bash) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (Answers.isValid(texts.get(i)) != bash.get(i)) {
                found.add(texts.get(i));
            }
        }
        return found;
    }

    private static void agree(double atLeast, int differences, int of) {
        assertTrue(differences <= (1 - atLeast) * of, differences + " of " + of + " differ");
    }

    private static List<String> inputs(String path) {
        return Cases.read(path).stream().map(Case::input).toList();
    }

    private static Set<String> known(String path) {
        return Cases.read(path).stream()
                .map(Case::input)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
