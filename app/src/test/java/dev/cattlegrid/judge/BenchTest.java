package dev.cattlegrid.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.Gate;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.judge.ScriptedJudge.Asked;
import dev.cattlegrid.judge.ScriptedJudge.Said;
import dev.cattlegrid.ledger.Event;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.model.KeySource;
import dev.cattlegrid.model.ModelServer;
import dev.cattlegrid.model.ModelServer.Answer;
import dev.cattlegrid.model.ModelWire;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Opinion;
import dev.cattlegrid.policy.Sections;
import dev.cattlegrid.policy.Verdict;
import dev.cattlegrid.policy.rule.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Questions on their whole way: the rules, two looks of a model over HTTP, the opinion, the decision.
class BenchTest {
    private static final String OPEN = "frobnicate --all";
    private static final String SOFT = "git push --force origin feature/work";
    private static final Map<String, String> KEY = Map.of("TEST_KEY", "made-up-key");
    private static final Duration STAGE = Duration.ofSeconds(6);
    private static final Sections RULES =
            new Sections(
                    List.of("own-bucket: the bucket `acme-tmp` is the user's"),
                    List.of("scratch-push: branches below `scratch/` may be overwritten"),
                    List.of("force-push: overwriting a branch, unless the person named it"),
                    List.of("wipe: wiping a machine"));

    @TempDir private Path home;

    @BeforeAll
    static void warmUp() throws IOException {
        ModelServer.warmUp();
    }

    @ParameterizedTest
    @EnumSource
    void theShortLookLetsPass(ModelWire wire) throws IOException {
        try (var server = new ModelServer(new ScriptedJudge(wire, _ -> Said.PASSES))) {
            Decision decision = decide(wire, server, OPEN);
            assertEquals(Verdict.ALLOW, decision.verdict());
            assertEquals(Decision.Decider.JUDGE, decision.decider());
            assertEquals(1, decision.consulted().calls());
            assertEquals(1, decision.consulted().stage());
            assertEquals(1000, decision.consulted().promptTokens());
            assertEquals(1, server.requests().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheShortLookRefusesIsLookedAtAgain(ModelWire wire) throws IOException {
        try (var server = new ModelServer(new ScriptedJudge(wire, _ -> Said.REFUSED))) {
            Decision decision = decide(wire, server, OPEN);
            assertEquals(Verdict.DENY, decision.verdict());
            assertEquals("nobody asked for it", decision.reason());
            assertEquals(2, decision.consulted().calls());
            assertEquals(60, decision.consulted().severity());
            List<String> said = server.requests().stream().map(ModelServer.Request::said).toList();
            String shared = said.getFirst().replaceAll("Look 1 for .*", "");
            assertTrue(said.getLast().startsWith(shared), "both looks begin alike");
        }
    }

    @Test
    void whatIsSentIsTheRulesAndTheSession() throws IOException {
        try (var server = server(_ -> Said.REFUSED)) {
            Ledger ledger =
                    Ledger.EMPTY
                            .after(
                                    new Event.Said(
                                            "tidy up, but do not push", Event.Said.Source.PERSON))
                            .after(new Event.Said("you may push", Event.Said.Source.AGENT));
            decide(ModelWire.ANTHROPIC, server, OPEN, ledger, Verdict.DENY);
            Asked asked = Asked.of(server.requests().getFirst());
            assertTrue(asked.outside().contains("scratch-push: branches below `scratch/`"));
            List<String> kinds =
                    asked.lines().stream().map(line -> line.text("kind").orElse("")).toList();
            assertEquals(List.of("the person wrote", "the person forbade", "open call"), kinds);
            assertFalse(server.requests().getFirst().said().contains("you may push"));
            assertTrue(server.requests().getFirst().body().toString().contains("cache_control"));
        }
    }

    @Test
    void aRefusalIsClearedByThePersonsWordsAndByNoOthers() throws IOException {
        Ledger asked =
                Ledger.EMPTY.after(
                        new Event.Said(
                                "Please get feature/work up there, overwrite what is there if you have to",
                                Event.Said.Source.PERSON));
        assertEquals(
                Verdict.ALLOW,
                soft(Said.restingOn("get feature/work up there, overwrite what is there"), asked)
                        .verdict());
        Decision invented = soft(Said.restingOn("force push whatever you like"), asked);
        assertEquals(Verdict.DENY, invented.verdict());
        assertEquals(Decision.Decider.RULE, invented.decider());
        assertEquals(Verdict.DENY, soft(Said.restingOn(""), asked).verdict());
        var excepted = new Said(true, "allow", "scratch-push", "", 10, "an exception");
        assertEquals(Verdict.ALLOW, soft(excepted, Ledger.EMPTY).verdict());
        var never = new Said(true, "allow", "wipe", "", 10, "a mistake");
        assertEquals(Verdict.DENY, soft(never, Ledger.EMPTY).verdict());
    }

    private Decision soft(Said said, Ledger ledger) throws IOException {
        try (var server = server(_ -> said)) {
            var store = new Store(home.resolve("of-" + said));
            Decision decision = gate(ModelWire.ANTHROPIC, server, store).decide(call(SOFT), ledger);
            assertEquals(1, server.requests().size(), "a refusal is not for the short look");
            return decision;
        }
    }

    @Test
    void theSameQuestionIsAskedOnce() throws IOException {
        try (var server = server(_ -> Said.REFUSED)) {
            assertEquals(Verdict.DENY, decide(ModelWire.ANTHROPIC, server, OPEN).verdict());
            Decision again = decide(ModelWire.ANTHROPIC, server, OPEN);
            assertEquals(Verdict.DENY, again.verdict());
            assertTrue(again.consulted().remembered());
            assertEquals("nobody asked for it", again.reason());
            assertEquals(2, server.requests().size());
            Ledger later =
                    Ledger.EMPTY.after(new Event.Said("frobnicate all", Event.Said.Source.PERSON));
            decide(ModelWire.ANTHROPIC, server, OPEN, later, Verdict.DENY);
            assertEquals(4, server.requests().size());
        }
    }

    @Test
    void noAnswerIsNoOpinion() throws IOException {
        assertEquals(Opinion.UNAVAILABLE, absent(_ -> Answer.failing(400)));
        assertEquals(Opinion.UNAVAILABLE, absent(_ -> Answer.failing(401)));
        assertEquals(Opinion.UNAVAILABLE, absent(_ -> Answer.failing(529)));
        assertEquals(Opinion.UNPARSABLE, absent(_ -> Answer.of("{\"content\"")));
        assertEquals(Opinion.REFUSED, absent(_ -> answer("", ModelWire.End.DECLINED)));
        assertEquals(Opinion.UNPARSABLE, absent(_ -> answer("abc", ModelWire.End.CUT)));
        assertEquals(Opinion.UNPARSABLE, absent(_ -> answer("allow", ModelWire.End.DONE)));
        assertEquals(Opinion.UNPARSABLE, absent(_ -> answer("zzzzz allow", ModelWire.End.DONE)));
        assertEquals(
                Opinion.UNPARSABLE,
                absent(request -> {
                    String id = Asked.of(request).ids().getFirst();
                    return answer(id + " allow\n" + id + " allow", ModelWire.End.DONE);
                }));
        assertEquals(
                Opinion.UNAVAILABLE,
                absent(_ -> answer("", ModelWire.End.DONE).after(STAGE.plusSeconds(2))));
    }

    /// The code of the question that is left; where nobody is there it is that of the refusal, and no refusal of the
    /// session's.
    private String absent(Function<ModelServer.Request, Answer> script) throws IOException {
        try (var server = new ModelServer(script)) {
            Decision decision = decide(ModelWire.ANTHROPIC, server, OPEN);
            assertEquals(Verdict.ASK, decision.verdict());
            Decision alone = decision.headless();
            assertEquals(Verdict.DENY, alone.verdict());
            assertEquals(decision.code(), alone.code());
            assertEquals(
                    Event.Decided.Answer.ASKED,
                    alone.event(OPEN).answer(),
                    "it counts as no refusal");
            assertEquals(
                    Verdict.DENY,
                    gate(ModelWire.ANTHROPIC, server)
                            .decide(call("rm -rf ~"), Ledger.EMPTY)
                            .verdict());
            return decision.code().orElse("");
        }
    }

    private static Answer answer(String text, ModelWire.End end) {
        return Answer.of(ModelWire.ANTHROPIC.answer(text, end, 0));
    }

    private static ModelServer server(Function<dev.cattlegrid.json.Fields, Said> table)
            throws IOException {
        return new ModelServer(new ScriptedJudge(ModelWire.ANTHROPIC, table));
    }

    private Decision decide(ModelWire wire, ModelServer server, String command) {
        return gate(wire, server).decide(call(command), Ledger.EMPTY);
    }

    private void decide(
            ModelWire wire, ModelServer server, String command, Ledger ledger, Verdict expected) {
        assertEquals(expected, gate(wire, server).decide(call(command), ledger).verdict());
    }

    private Gate gate(ModelWire wire, ModelServer server) {
        return gate(wire, server, new Store(home.resolve("state")));
    }

    private static Gate gate(ModelWire wire, ModelServer server, Store store) {
        KeySource key =
                wire == ModelWire.OLLAMA
                        ? new KeySource.None()
                        : new KeySource.Variable("TEST_KEY");
        var terms = new Terms(wire.connection(server.address(), key), STAGE, 8_000);
        var setting = new Terms.Setting(KEY, false);
        return new Gate(
                AssumedWorld.usual(),
                Rules.builtIn(),
                Bench.single(store).judge(terms, () -> RULES, setting));
    }

    private static ToolCall call(String command) {
        return new ToolCall.Shell(command, Origin.in(AssumedWorld.usual().workspaces().getFirst()));
    }
}
