package dev.cattlegrid.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.model.ModelServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each provider's words, over real HTTP.
class WiresTest {
    private static final String KEY = "made-up-key-of-a-test";
    private static final Duration MOST = Duration.ofSeconds(5);

    private static final Shape SHAPE =
            new Shape(
                    "answers",
                    Map.of("id", List.of(), "verdict", List.of("yes", "no")),
                    List.of("n"));
    private static final Prompt PROMPT =
            new Prompt("the rules", "the material", "the task", Optional.of(SHAPE), 256);

    @TempDir private Path home;

    @ParameterizedTest
    @EnumSource
    void isAskedAndAnswers(ModelWire wire) throws IOException {
        try (var server =
                new ModelServer(_ -> Answer.of(wire.answer("fine", ModelWire.End.DONE, 600)))) {
            Reply reply = ask(wire, server, MOST);
            var said = assertInstanceOf(Reply.Said.class, reply);
            assertEquals("fine", said.text());
            assertFalse(said.cut());
            assertEquals(wire == ModelWire.OLLAMA ? 0 : 600, said.usage().cached());
            assertEquals(1000, said.usage().prompt());
            assertEquals(20, said.usage().answer());
            ModelServer.Request request = server.requests().getFirst();
            assertEquals(wire.path(), request.path().replaceAll("\\?.*", ""));
            String text = request.said();
            assertTrue(text.contains("the rules") && text.contains("the material\nthe task"), text);
            boolean hasKey =
                    request.headers().values().stream().anyMatch(value -> value.contains(KEY));
            assertEquals(wire != ModelWire.OLLAMA, hasKey, request.headers()::toString);
            assertFalse(request.path().contains(KEY));
            assertFalse(request.body().toString().contains(KEY));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isCutOrDeclined(ModelWire wire) throws IOException {
        try (var server =
                new ModelServer(_ -> Answer.of(wire.answer("fi", ModelWire.End.CUT, 0)))) {
            assertTrue(assertInstanceOf(Reply.Said.class, ask(wire, server, MOST)).cut());
        }
        if (wire == ModelWire.OLLAMA) {
            return;
        }
        try (var server =
                new ModelServer(_ -> Answer.of(wire.answer("", ModelWire.End.DECLINED, 0)))) {
            assertInstanceOf(Reply.Declined.class, ask(wire, server, MOST));
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsInOneSentence(ModelWire wire) throws IOException {
        assertEquals(
                "the provider does not accept the key (401)",
                failure(wire, _ -> Answer.failing(401)).why());
        assertEquals(
                "the provider has no such model or address (404)",
                failure(wire, _ -> Answer.failing(404)).why());
        assertTrue(failure(wire, _ -> Answer.failing(529)).why().contains("529"));
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeReadIsNoAnswer(ModelWire wire) throws IOException {
        for (String body : List.of("{\"choices\": [", "<html>", "{}", "[]", "")) {
            try (var server = new ModelServer(_ -> Answer.of(body))) {
                Reply reply = ask(wire, server, MOST);
                assertFalse(reply instanceof Reply.Said, () -> body + ": " + reply);
                assertFalse(reply instanceof Reply.Failed, () -> body + ": " + reply);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatBreaksIsTriedAgain(ModelWire wire) throws IOException {
        Answer fine = Answer.of(wire.answer("fine", ModelWire.End.DONE, 0));
        var times = new AtomicInteger();
        try (var server =
                new ModelServer(_ -> times.getAndIncrement() == 0 ? fine.breaking() : fine)) {
            assertInstanceOf(Reply.Said.class, ask(wire, server, MOST));
        }
    }

    @ParameterizedTest
    @EnumSource
    void triesAgainWithinItsTime(ModelWire wire) throws IOException {
        for (int status : List.of(429, 500, 529)) {
            var times = new AtomicInteger();
            try (var server =
                    new ModelServer(_ ->
                            times.getAndIncrement() == 0
                                    ? Answer.failing(status)
                                    : Answer.of(wire.answer("fine", ModelWire.End.DONE, 0)))) {
                assertInstanceOf(Reply.Said.class, ask(wire, server, MOST));
                assertEquals(2, server.requests().size());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesUpInTime(ModelWire wire) throws IOException {
        try (var server =
                new ModelServer(_ ->
                        Answer.of(wire.answer("late", ModelWire.End.DONE, 0))
                                .after(Duration.ofSeconds(20)))) {
            long start = System.nanoTime();
            assertInstanceOf(Reply.Failed.class, ask(wire, server, Duration.ofSeconds(1)));
            assertTrue(System.nanoTime() - start < Duration.ofSeconds(3).toNanos());
        }
    }

    private Reply.Failed failure(ModelWire wire, Function<ModelServer.Request, Answer> script)
            throws IOException {
        try (var server = new ModelServer(script)) {
            return assertInstanceOf(Reply.Failed.class, ask(wire, server, MOST));
        }
    }

    private Reply ask(ModelWire wire, ModelServer server, Duration most) throws IOException {
        Path file = home.resolve("key");
        if (!Files.exists(file)) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, KEY + "\n");
        }
        KeySource key =
                wire == ModelWire.OLLAMA ? new KeySource.None() : new KeySource.OwnFile(file);
        Connection connection = wire.connection(server.address(), key);
        var opened =
                assertInstanceOf(Models.Opened.Of.class, Models.open(connection, Map.of(), most));
        return Patience.ask(opened.model(), PROMPT, most);
    }
}
