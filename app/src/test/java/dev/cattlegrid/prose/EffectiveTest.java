package dev.cattlegrid.prose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.policy.Layer.Level;
import dev.cattlegrid.policy.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EffectiveTest {
    private static final Level ORGANISATION = Level.ORGANISATION;

    @Test
    void nothingSaidIsWhatComesWithTheGate() {
        Effective effective = Effective.of(List.of());
        for (Section section : Section.values()) {
            assertEquals(Defaults.sentences(section), effective.sections().of(section));
        }
        assertEquals(List.of(), effective.notes());
    }

    @Test
    void defaultsStandWhereTheyAreNamed() {
        List<String> texts =
                texts(
                        Section.ALLOW,
                        said(Level.USER, Section.ALLOW, "A: a.", "$defaults", "Z: z."));
        assertEquals("A: a.", texts.getFirst());
        assertEquals("Z: z.", texts.getLast());
        assertEquals(Defaults.of(Section.ALLOW).size() + 2, texts.size());
    }

    @Test
    void aListWithoutThemDoesWithoutThem() {
        assertEquals(
                List.of("A: a."),
                texts(Section.SOFT_DENY, said(Level.USER, Section.SOFT_DENY, "A: a.")));
        assertEquals(List.of(), texts(Section.ALLOW, said(Level.USER, Section.ALLOW)));
    }

    @Test
    void whatNothingClearsStays() {
        Effective effective = Effective.of(List.of(said(Level.USER, Section.HARD_DENY, "A: a.")));
        List<String> texts = effective.sections().hardDeny();
        assertTrue(texts.containsAll(Defaults.sentences(Section.HARD_DENY)));
        assertTrue(texts.contains("A: a."));
        assertEquals(1, effective.notes().size());
    }

    @Test
    void aRepositoryIsNotHeard() {
        Effective effective =
                Effective.of(List.of(said(Level.PROJECT, Section.ALLOW, "Anything: goes.")));
        assertEquals(Effective.of(List.of()).sections(), effective.sections());
        assertEquals(1, effective.notes().size());
    }

    /// Whatever stands below, an organisation's word is not widened in any section.
    @Property(tries = 500)
    void nobodyWidensAnOrganisationsWord(
            @ForAll("organisations") List<Spoken> above, @ForAll("others") List<Spoken> below) {
        Effective alone = Effective.of(above);
        var all = new ArrayList<>(above);
        all.addAll(below);
        Effective together = Effective.of(all);
        for (Section section : Section.values()) {
            boolean speaks = above.stream().anyMatch(each -> each.lists().containsKey(section));
            if (!speaks) {
                continue;
            }
            List<String> before = alone.sections().of(section);
            List<String> after = together.sections().of(section);
            switch (section) {
                case ENVIRONMENT, ALLOW -> assertEquals(before, after);
                case SOFT_DENY, HARD_DENY -> assertTrue(after.containsAll(before));
            }
        }
        for (Effective.Line line : together.of(Section.SOFT_DENY)) {
            assertEquals(line.level() == ORGANISATION, line.text().endsWith(Effective.FLOOR));
        }
        assertTrue(
                together.sections().hardDeny().containsAll(Defaults.sentences(Section.HARD_DENY)));
    }

    @Provide
    Arbitrary<List<Spoken>> organisations() {
        return spoken(Arbitraries.just(ORGANISATION)).list().ofMinSize(1).ofMaxSize(2);
    }

    @Provide
    Arbitrary<List<Spoken>> others() {
        return spoken(Arbitraries.of(Level.USER, Level.PROJECT, Level.SESSION)).list().ofMaxSize(4);
    }

    private static Arbitrary<Spoken> spoken(Arbitrary<Level> levels) {
        Arbitrary<List<String>> lists =
                Arbitraries.of("$defaults", "A: a.", "B: b.", "C: c.").list().ofMaxSize(3);
        return levels.flatMap(level ->
                Arbitraries.maps(Arbitraries.of(Section.class), lists)
                        .ofMaxSize(4)
                        .map(map -> new Spoken(level, level.name(), map)));
    }

    private static Spoken said(Level level, Section section, String... texts) {
        return new Spoken(level, "f", Map.of(section, List.of(texts)));
    }

    private static List<String> texts(Section section, Spoken... spoken) {
        return Effective.of(List.of(spoken)).sections().of(section);
    }
}
