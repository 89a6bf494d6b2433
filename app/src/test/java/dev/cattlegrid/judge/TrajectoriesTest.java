package dev.cattlegrid.judge;

import dev.cattlegrid.Gate;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.judge.ScriptedJudge.Said;
import dev.cattlegrid.ledger.Event;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.model.KeySource;
import dev.cattlegrid.model.ModelServer;
import dev.cattlegrid.model.ModelWire;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Sections;
import dev.cattlegrid.policy.rule.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Whole sessions with a judge that answers from a table: `judge WORDS: OPINION` for calls that hold the words, `said WORDS`
/// of the person, `agent WORDS` of somebody else, `task WORDS` for the task of a subagent, and `call COMMAND`. An opinion is
/// `passes`, `refused`, `asks`, or `allows "WORDS"` that it rests on. Below it the answer to each call, who gave it, and how
/// often a model was asked.
class TrajectoriesTest {
    private static final Sections RULES =
            new Sections(
                    List.of(), List.of(), List.of("unasked: what nobody asked for"), List.of());

    @TempDir private Path home;

    @BeforeAll
    static void warmUp() throws IOException {
        ModelServer.warmUp();
    }

    @TestFactory
    Stream<DynamicTest> sessions() {
        return Cases.of("judge/sessions.txt", this::answers);
    }

    private List<String> answers(String text) {
        Map<String, Said> table = new LinkedHashMap<>();
        for (String line : text.lines().filter(line -> line.startsWith("judge ")).toList()) {
            int colon = line.lastIndexOf(": ");
            table.put(line.substring(6, colon), said(line.substring(colon + 2)));
        }
        var script = new ScriptedJudge(ModelWire.OLLAMA, call -> of(call, table));
        try (var server = new ModelServer(script)) {
            return answers(text, server, Files.createTempDirectory(home, "state"));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Said of(Fields open, Map<String, Said> table) {
        String call = String.valueOf(open.object("call").map(Fields::values));
        return table.entrySet().stream()
                .filter(row -> call.contains(row.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Said.REFUSED);
    }

    private static Said said(String opinion) {
        int quote = opinion.indexOf('"');
        return switch (quote < 0 ? opinion : opinion.substring(0, quote).strip()) {
            case "passes" -> Said.PASSES;
            case "refused" -> Said.REFUSED;
            case "asks" -> new Said(false, "ask", "unasked", "", 50, "the person should decide");
            case "allows" ->
                    Said.restingOn(
                            quote < 0 ? "" : opinion.substring(quote + 1, opinion.length() - 1));
            default -> throw new IllegalArgumentException(opinion);
        };
    }

    private static List<String> answers(String text, ModelServer server, Path state) {
        var answers = new ArrayList<String>();
        Ledger ledger = Ledger.EMPTY;
        for (String line : text.lines().toList()) {
            String words = line.substring(line.indexOf(' ') + 1);
            ToolCall call =
                    line.startsWith("task ")
                            ? new ToolCall.Spawn("helper", words, origin())
                            : new ToolCall.Shell(words, origin());
            switch (line.substring(0, line.indexOf(' '))) {
                case "said" ->
                        ledger = ledger.after(new Event.Said(words, Event.Said.Source.PERSON));
                case "agent" ->
                        ledger = ledger.after(new Event.Said(words, Event.Said.Source.AGENT));
                case "call", "task" -> {
                    int before = server.requests().size();
                    Decision decision = gate(server, state).decide(call, ledger);
                    ledger = ledger.after(decision.event(words));
                    answers.add(
                            "%s by %s, asked %d: %s"
                                    .formatted(
                                            decision.verdict().text(),
                                            decision.decider().name().toLowerCase(Locale.ROOT),
                                            server.requests().size() - before,
                                            decision.reason()));
                }
                case "judge" -> {}
                default -> throw new IllegalArgumentException(line);
            }
        }
        return answers;
    }

    private static Origin origin() {
        return Origin.in(AssumedWorld.usual().workspaces().getFirst());
    }

    private static Gate gate(ModelServer server, Path state) {
        var terms =
                new Terms(
                        ModelWire.OLLAMA.connection(server.address(), new KeySource.None()),
                        Duration.ofSeconds(9),
                        8_000);
        return new Gate(
                AssumedWorld.usual(),
                Rules.builtIn(),
                Bench.single(new Store(state))
                        .judge(terms, () -> RULES, new Terms.Setting(Map.of(), false)));
    }
}
