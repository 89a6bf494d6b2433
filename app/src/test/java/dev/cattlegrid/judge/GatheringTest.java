package dev.cattlegrid.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.Environment;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Opinion;
import dev.cattlegrid.policy.Ruling;
import dev.cattlegrid.policy.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private static final Duration MOST = Duration.ofSeconds(60);

    private final List<List<Case>> heard = new CopyOnWriteArrayList<>();

    private static Case question(String command) {
        var call = new ToolCall.Shell(command, Origin.in("/home/dev/project"));
        var facts = new Facts(call, Ledger.EMPTY, Environment.NONE, List.of(), List.of());
        return Case.of(command, new Ruling.Question(facts, List.of(), List.of(command)));
    }

    private Map<String, Opinion> opinions(List<Case> cases) {
        heard.add(cases);
        var opinions = new HashMap<String, Opinion>();
        cases.forEach(
                each -> opinions.put(each.id(), new Opinion.Given(Verdict.ALLOW, each.key())));
        return opinions;
    }

    private List<Opinion> asked(Gathering gathering, List<String> sessions, List<String> commands)
            throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<CompletableFuture<Opinion>>();
            for (int i = 0; i < commands.size(); i++) {
                String session = sessions.get(i % sessions.size());
                Case one = question(commands.get(i));
                all.add(
                        CompletableFuture.supplyAsync(
                                () -> gathering.ask(session, one, MOST, this::opinions), threads));
            }
            var opinions = new ArrayList<Opinion>();
            for (var each : all) {
                opinions.add(each.get());
            }
            return opinions;
        }
    }

    @Test
    void eachGetsItsOwnOfTheAnswersToAll() throws Exception {
        List<String> commands = List.of("a", "b", "c", "d");
        List<Opinion> opinions =
                asked(new Gathering(Duration.ofSeconds(3)), List.of("s"), commands);
        assertEquals(1, heard.size());
        assertEquals(4, heard.getFirst().size());
        for (int i = 0; i < commands.size(); i++) {
            assertEquals(new Opinion.Given(Verdict.ALLOW, commands.get(i)), opinions.get(i));
        }
    }

    @Test
    void theSameIsAskedOnce() throws Exception {
        asked(new Gathering(Duration.ofSeconds(3)), List.of("s"), List.of("a", "a", "a"));
        assertEquals(1, heard.size());
        assertEquals(1, heard.getFirst().size());
    }

    @Test
    void sessionsAreNotMixed() throws Exception {
        asked(new Gathering(Duration.ofSeconds(3)), List.of("s", "t"), List.of("a", "b", "c", "d"));
        assertEquals(2, heard.size());
    }

    @Test
    void aBatchHasAnEnd() throws Exception {
        var commands = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            commands.add("c" + i);
        }
        asked(new Gathering(Duration.ofSeconds(3)), List.of("s"), commands);
        assertTrue(heard.stream().allMatch(cases -> cases.size() <= 8));
        assertEquals(20, heard.stream().mapToInt(List::size).sum());
    }

    @Test
    void whoeverFailsLeavesNobodyWaiting() throws Exception {
        var gathering = new Gathering(Duration.ofSeconds(2));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first =
                    CompletableFuture.supplyAsync(
                            () ->
                                    gathering.ask(
                                            "s",
                                            question("a"),
                                            MOST,
                                            _ -> {
                                                throw new IllegalStateException("broken");
                                            }),
                            threads);
            Thread.sleep(300);
            Opinion second = gathering.ask("s", question("b"), MOST, _ -> Map.of());
            assertInstanceOf(Opinion.Absent.class, second);
            assertTrue(first.handle((_, problem) -> problem != null).get());
        }
    }
}
