package dev.cattlegrid.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.flow.Flow;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.rule.Rules;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Judge YES = _ -> new Opinion.Given(Verdict.ALLOW, "it is what was asked");
    private static final Judge NO = _ -> new Opinion.Given(Verdict.DENY, "nobody asked for it");
    private static final Judge AWAY = _ -> new Opinion.Absent("unavailable", "no answer came");

    private static final Effect READ = new Effect.Read(place("/home/dev/project/a.go"), Span.NONE);
    private static final Effect ASKED = new Effect.Delete(place("data.json"), false, Span.NONE);
    private static final Effect SOFT = new Effect.Delete(place("src"), true, Span.NONE);
    private static final Effect HARD = new Effect.Delete(place("/home/dev"), true, Span.NONE);
    private static final Effect OPEN =
            new Effect.Unknown(new Gap.UnknownProgram("frob"), Bound.ANYTHING, Span.NONE);
    private static final List<Effect> ALL = List.of(READ, ASKED, SOFT, HARD, OPEN);

    @Test
    void eachStrengthHasItsVerdict() {
        assertEquals(Verdict.ALLOW, verdict(Judge.NONE, READ));
        assertEquals(Verdict.ASK, verdict(Judge.NONE, ASKED));
        assertEquals(Verdict.DENY, verdict(Judge.NONE, SOFT));
        assertEquals(Verdict.DENY, verdict(Judge.NONE, HARD));
        assertEquals(Verdict.ASK, verdict(Judge.NONE, OPEN));
    }

    @Test
    void aJudgeClearsAllButHard() {
        assertEquals(Verdict.ALLOW, verdict(YES, ASKED, SOFT, OPEN));
        assertEquals(Verdict.DENY, verdict(YES, HARD, OPEN));
    }

    /// What an organisation or the gate raised, what a person forbade, and what guards the gate stays as it is, and nobody
    /// is asked about it.
    @Test
    void aJudgeClearsNoFloor() {
        for (Layer.Level level : Layer.Level.values()) {
            for (Strength strength : List.of(Strength.ASK, Strength.SOFT)) {
                Policy raised =
                        Rules.builtIn()
                                .under(
                                        new Layer(
                                                "x",
                                                level,
                                                Map.of("unsaved-file-deleted", strength),
                                                List.of()));
                boolean floor = level == Layer.Level.ORGANISATION || level == Layer.Level.GATE;
                Verdict expected = floor ? strength.verdict() : Verdict.ALLOW;
                assertEquals(expected, decide(raised, YES, List.of(ASKED)).verdict(), level::name);
                assertEquals(
                        !floor,
                        raised.weigh(facts(List.of(ASKED))) instanceof Ruling.Open(var question)
                                && raised.isForJudge(question));
            }
        }
    }

    @Test
    void whatAJudgeWouldAskIsAskedInItsWords() {
        Judge asks = _ -> new Opinion.Given(Verdict.ASK, "the person should decide");
        assertEquals(
                "the person should decide", decide(Rules.builtIn(), asks, List.of(OPEN)).reason());
        assertEquals(Verdict.DENY, verdict(asks, SOFT));
    }

    /// A judge that fails says nothing of the call, and nothing of the agent.
    @Test
    void aFailureOfTheJudgeIsNoRefusal() {
        for (String code : Opinion.FAILURES) {
            Judge fails = _ -> new Opinion.Absent(code, "no answer came");
            for (Effect effect : List.of(OPEN, ASKED)) {
                Decision decision = decide(Rules.builtIn(), fails, List.of(effect));
                assertEquals(Verdict.ASK, decision.verdict());
                Decision alone = decision.headless();
                assertEquals(Verdict.DENY, alone.verdict());
                assertEquals(Optional.of(code), alone.code());
                Ledger after = Ledger.EMPTY.after(alone.event("x"));
                assertEquals(Ledger.EMPTY.streak(), after.streak());
                assertEquals(Ledger.EMPTY.refusals(), after.refusals());
            }
            Decision soft = decide(Rules.builtIn(), fails, List.of(SOFT));
            assertEquals(Verdict.DENY, soft.verdict());
            assertEquals(Optional.empty(), soft.code());
        }
    }

    @Test
    void aJudgeIsNotAskedAboutWhatIsSettled() {
        Judge loud =
                _ -> {
                    throw new IllegalStateException("it was asked");
                };
        assertEquals(Verdict.ALLOW, verdict(loud, READ));
        assertEquals(Verdict.DENY, verdict(loud, READ, HARD));
    }

    @Test
    void aJudgesRefusalCounts() {
        assertEquals(Verdict.DENY, verdict(NO, OPEN));
        assertEquals(Verdict.DENY, verdict(NO, ASKED));
    }

    @Test
    void withoutAJudgeOpenIsAQuestionWithACode() {
        Decision decision = decide(Rules.builtIn(), AWAY, List.of(OPEN));
        assertEquals(Verdict.ASK, decision.verdict());
        assertEquals(Optional.of("unavailable"), decision.code());
        assertEquals(List.of("it is not known what `frob` does"), decision.open());
    }

    @Test
    void theStrongestFindingComesFirst() {
        Decision decision = decide(Rules.builtIn(), Judge.NONE, List.of(ASKED, SOFT, READ));
        assertEquals("unsaved-work-deleted", decision.findings().getFirst().rule());
        assertEquals(decision.findings().getFirst().reason(), decision.reason());
    }

    /// One more unknown, or one more effect of any kind, never makes a verdict milder.
    @Test
    void oneMoreNeverMakesItMilder() {
        var random = new Random(1);
        for (Judge judge : List.of(Judge.NONE, AWAY, NO)) {
            for (int round = 0; round < 500; round++) {
                List<Effect> effects = some(random);
                var more = new ArrayList<>(effects);
                more.add(random.nextInt(effects.size() + 1), ALL.get(random.nextInt(ALL.size())));
                Verdict before = decide(Rules.builtIn(), judge, effects).verdict();
                Verdict after = decide(Rules.builtIn(), judge, more).verdict();
                assertTrue(after.compareTo(before) >= 0, () -> effects + " then " + more);
            }
        }
    }

    @Test
    void aLayerOnlyTightens() {
        var random = new Random(2);
        List<String> names = Rules.all().stream().map(rule -> rule.about().name()).toList();
        for (int round = 0; round < 500; round++) {
            List<Effect> effects = some(random);
            Layer.Level level = Layer.Level.values()[random.nextInt(Layer.Level.values().length)];
            Strength strength = Strength.values()[random.nextInt(Strength.values().length)];
            String name =
                    random.nextBoolean()
                            ? names.get(random.nextInt(names.size()))
                            : "unsaved-file-deleted";
            Policy under =
                    Rules.builtIn().under(new Layer("x", level, Map.of(name, strength), List.of()));
            for (Judge judge : List.of(Judge.NONE, YES, NO)) {
                Verdict before = decide(Rules.builtIn(), judge, effects).verdict();
                Verdict after = decide(under, judge, effects).verdict();
                assertTrue(after.compareTo(before) >= 0, () -> name + " " + strength);
            }
        }
        Policy floor =
                Rules.builtIn()
                        .under(
                                new Layer(
                                        "acme",
                                        Layer.Level.ORGANISATION,
                                        Map.of("unsaved-file-deleted", Strength.HARD),
                                        List.of()));
        assertEquals(Verdict.DENY, decide(floor, YES, List.of(ASKED)).verdict());
    }

    @Test
    void aRuleThatFailsLeavesTheCallOpen() {
        Rule broken = new Broken();
        var policy = new Policy(List.of(broken));
        Decision decision = decide(policy, Judge.NONE, List.of(READ));
        assertEquals(Verdict.ASK, decision.verdict());
        assertEquals(
                Verdict.DENY,
                decide(
                                Rules.builtIn()
                                        .under(
                                                new Layer(
                                                        "x",
                                                        Layer.Level.USER,
                                                        Map.of(),
                                                        List.of(broken))),
                                YES,
                                List.of(HARD))
                        .verdict());
    }

    @Test
    void aSettledRulingKeepsWhatItRestsOn() {
        Ruling ruling = Rules.builtIn().weigh(facts(List.of(READ)));
        Decision decision = assertInstanceOf(Ruling.Settled.class, ruling).decision();
        assertEquals(Decision.Decider.FAST_PATH, decision.decider());
        assertEquals(1, decision.steps().size());
    }

    private static final class Broken implements Rule {
        @Override
        public About about() {
            return Rules.all().getFirst().about();
        }

        @Override
        public Strength strength() {
            return Strength.ASK;
        }

        @Override
        public Set<Topic> topics() {
            return Set.of(Topic.CALL);
        }

        @Override
        public Stream<Finding> look(Facts facts) {
            throw new IllegalStateException("broken");
        }
    }

    private static List<Effect> some(Random random) {
        var effects = new ArrayList<Effect>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            effects.add(ALL.get(random.nextInt(ALL.size())));
        }
        return effects;
    }

    private static Verdict verdict(Judge judge, Effect... effects) {
        return decide(Rules.builtIn(), judge, List.of(effects)).verdict();
    }

    private static Decision decide(Policy policy, Judge judge, List<Effect> effects) {
        return switch (policy.weigh(facts(effects))) {
            case Ruling.Settled(var decision) -> decision;
            case Ruling.Open(var question) -> policy.settle(question, judge.opinionOn(question));
        };
    }

    private static Facts facts(List<Effect> effects) {
        var steps = new ArrayList<Step>();
        for (Effect effect : effects) {
            steps.add(new Step(effect, Step.Certainty.MUST, steps.size()));
        }
        return new Facts(
                new ToolCall.Shell("x", Origin.in("/home/dev/project")),
                Ledger.EMPTY,
                Environment.NONE,
                steps,
                Flow.trace(steps));
    }

    private static Place place(String path) {
        String absolute = path.startsWith("/") ? path : "/home/dev/project/" + path;
        return Places.of(absolute, World.Use.DELETE, AssumedWorld.usual());
    }
}
