package dev.cattlegrid.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.policy.Layer.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What an environment shifts, and the law that no lower layer widens a higher one.
class EnvironmentTest {
    private static final int ROUNDS = 4;
    private static final Environment EVERYTHING =
            Environment.of(List.of(Environments.everything(Level.USER)));

    /// The answer without an environment, then with one that says everything.
    @TestFactory
    Stream<DynamicTest> shifts() {
        return Cases.of(
                "policy/environment.txt",
                command ->
                        List.of(
                                "without: " + answer(command, Environment.NONE),
                                "with: " + answer(command, EVERYTHING)));
    }

    private static String answer(String command, Environment environment) {
        Decision decision = Environments.decide(command, environment);
        String rule = decision.finding().map(finding -> " " + finding.rule()).orElse("");
        return decision.verdict().text() + rule;
    }

    @Test
    void thereAreEnoughCommands() {
        assertTrue(Environments.commands().size() >= 300, "only " + Environments.commands().size());
    }

    /// Law 2: what a project or a session says never makes a verdict milder.
    @Test
    void aProjectOnlyTightens() {
        var random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            Statement organisation = Environments.some(Level.ORGANISATION, random, false);
            Statement user = Environments.some(Level.USER, random, false);
            Environment above = Environment.of(List.of(organisation, user));
            for (Level level : List.of(Level.PROJECT, Level.SESSION)) {
                Statement project = Environments.some(level, random, true);
                Environment with = Environment.of(List.of(project, user, organisation));
                neverMilder(above, with);
                assertEquals(above.trusted(), with.trusted());
                assertTrue(above.contained() || !with.contained());
                long widening = project.trusted().size();
                assertTrue(with.notes().size() >= widening, with.notes()::toString);
            }
        }
    }

    /// Law 2: where the organisation speaks of everything, the user widens nothing.
    @Test
    void aUserDoesNotWidenTheOrganisation() {
        var random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            Statement organisation = Environments.some(Level.ORGANISATION, random, true);
            Statement user = Environments.some(Level.USER, random, false);
            neverMilder(
                    Environment.of(List.of(organisation)),
                    Environment.of(List.of(organisation, user)));
        }
    }

    /// What is settled above counts, whatever is said below.
    @Test
    void theHighestThatSpeaksSettlesAKind() {
        var random = new Random(5);
        for (int round = 0; round < 200; round++) {
            Statement organisation = Environments.some(Level.ORGANISATION, random, false);
            Statement user = Environments.some(Level.USER, random, false);
            Environment both = Environment.of(List.of(user, organisation));
            organisation
                    .trusted()
                    .forEach((kind, patterns) -> assertEquals(patterns, both.trusted().get(kind)));
        }
    }

    /// No environment clears a hard finding, a secret that leaves, a critical loss or what guards the gate.
    @Test
    void someThingsNothingClears() {
        Environment widest = new Environment(EVERYTHING.trusted(), List.of(), false, List.of());
        Map<String, About.Group> groups = groups();
        for (String command : Environments.commands()) {
            Decision without = Environments.decide(command, Environment.NONE);
            Decision with = Environments.decide(command, widest);
            for (Finding finding : without.findings()) {
                boolean fixed =
                        finding.strength() == Strength.HARD
                                || finding.rule().startsWith("secret-")
                                || finding.rule().equals("token-in-request")
                                || groups.get(finding.rule()) == About.Group.GUARD_THE_GATE;
                assertTrue(!fixed || with.findings().contains(finding), command);
            }
        }
    }

    private static Map<String, About.Group> groups() {
        return dev.cattlegrid.policy.rule.Rules.all().stream()
                .map(Rule::about)
                .collect(java.util.stream.Collectors.toMap(About::name, About::group));
    }

    /// A rule that a project raises is never milder for it.
    @Test
    void raisingRaises() {
        var layer =
                new Layer(
                        "project",
                        Level.PROJECT,
                        Map.of("home-written", Strength.SOFT, "unsaved-work-deleted", Strength.ASK),
                        List.of());
        for (String command : Environments.commands()) {
            Verdict before = Environments.decide(command, Environment.NONE).verdict();
            Verdict after =
                    Environments.decide(command, Environment.NONE, List.of(layer)).verdict();
            assertTrue(after.compareTo(before) >= 0, command);
        }
        assertEquals(
                Verdict.DENY,
                Environments.decide("echo x > ~/n.txt", Environment.NONE, List.of(layer))
                        .verdict());
    }

    private static void neverMilder(Environment above, Environment with) {
        for (String command : Environments.commands()) {
            Verdict before = Environments.decide(command, above).verdict();
            Verdict after = Environments.decide(command, with).verdict();
            assertTrue(
                    after.compareTo(before) >= 0,
                    () -> command + " became " + after + " in " + with);
        }
    }

    /// One clear sentence for what is no pattern, or one that would trust everybody.
    @TestFactory
    Stream<DynamicTest> patterns() {
        return Cases.of(
                "policy/environment-patterns.txt",
                line -> {
                    String[] parts = line.split(" ", 2);
                    Trusted kind =
                            Stream.of(Trusted.values())
                                    .filter(one -> one.key().equals(parts[0]))
                                    .findFirst()
                                    .orElseThrow();
                    return List.of(
                            switch (kind.read(parts[1], Environments.HOME)) {
                                case Trusted.Read.Of(var pattern) -> "is " + pattern.text();
                                case Trusted.Read.Bad(var why) -> "bad: " + why;
                            });
                });
    }

    @Test
    void whatDoesNotCountIsNoted() {
        Environment environment =
                Environment.of(
                        List.of(
                                Environments.everything(Level.USER),
                                new Statement(
                                        Level.PROJECT,
                                        ".cattlegrid/settings.toml",
                                        Map.of(
                                                Trusted.HOSTS,
                                                List.of(new NamePattern("evil.test"))),
                                        Optional.of(true),
                                        List.of())));
        assertEquals(2, environment.notes().size());
        Decision decision = Environments.decide("ls", environment);
        assertEquals(Verdict.ALLOW, decision.verdict());
        Finding note = assertInstanceOf(Finding.class, decision.findings().getFirst());
        assertEquals(Strength.NOTE, note.strength());
        assertTrue(note.reason().contains("only tighten"), note.reason());
    }
}
