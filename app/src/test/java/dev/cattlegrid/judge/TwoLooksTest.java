package dev.cattlegrid.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.Gate;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.judge.ScriptedJudge.Said;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.model.KeySource;
import dev.cattlegrid.model.ModelServer;
import dev.cattlegrid.model.ModelWire;
import dev.cattlegrid.policy.Sections;
import dev.cattlegrid.policy.rule.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Both looks at a call begin alike, so that a provider's cache serves the second one: what is sent, word by word.
class TwoLooksTest {
    private static final Map<String, String> KEY = Map.of("TEST_KEY", "made-up-key");

    @TempDir private Path home;

    @ParameterizedTest
    @EnumSource
    void onlyTheLastLineDiffers(ModelWire wire) throws IOException {
        List<ModelServer.Request> looks = looks(wire);
        String first = looks.getFirst().said();
        String second = looks.getLast().said();
        int task = first.lastIndexOf("Look 1 for ");
        assertEquals(first.substring(0, task), second.substring(0, task));
        assertTrue(second.startsWith("Look 2 for ", task));
        assertEquals(names(looks.getFirst()), names(looks.getLast()), "nor does anything else");
    }

    private static List<String> names(ModelServer.Request request) {
        return request.body().values().keySet().stream()
                .filter(name -> !name.equals("format"))
                .sorted()
                .toList();
    }

    /// The rules, for all questions; then the session, for both looks at it. Only the line that says which look is wanted has
    /// no mark.
    @Test
    void anthropicIsToldWhatComesAgain() throws IOException {
        List<ModelServer.Request> looks = looks(ModelWire.ANTHROPIC);
        Fields first = looks.getFirst().body();
        Fields second = looks.getLast().body();
        assertEquals(first.list("system"), second.list("system"));
        assertTrue(isMarked(first.objects("system").getLast()));
        List<Fields> messages = first.objects("messages");
        List<Fields> later = second.objects("messages");
        assertEquals(2, messages.size());
        assertEquals(messages.getFirst().values(), later.getFirst().values());
        assertTrue(isMarked(messages.getFirst().objects("content").getLast()));
        assertNotEquals(messages.getLast().values(), later.getLast().values());
        assertTrue(
                messages.getLast().objects("content").stream().noneMatch(TwoLooksTest::isMarked));
    }

    private static boolean isMarked(Fields part) {
        return part.object("cache_control")
                .flatMap(mark -> mark.text("type"))
                .filter("ephemeral"::equals)
                .isPresent();
    }

    private List<ModelServer.Request> looks(ModelWire wire) throws IOException {
        try (var server = new ModelServer(new ScriptedJudge(wire, _ -> Said.REFUSED))) {
            KeySource key =
                    wire == ModelWire.OLLAMA
                            ? new KeySource.None()
                            : new KeySource.Variable("TEST_KEY");
            var terms =
                    new Terms(wire.connection(server.address(), key), Duration.ofSeconds(8), 8_000);
            var gate =
                    new Gate(
                            AssumedWorld.usual(),
                            Rules.builtIn(),
                            Bench.single(new Store(home.resolve(wire.name())))
                                    .judge(
                                            terms,
                                            () -> Sections.NONE,
                                            new Terms.Setting(KEY, false)));
            gate.decide(
                    new ToolCall.Shell("frobnicate --all", Origin.in("/home/dev/project")),
                    Ledger.EMPTY);
            assertEquals(2, server.requests().size());
            return server.requests();
        }
    }
}
