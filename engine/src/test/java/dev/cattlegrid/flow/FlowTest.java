package dev.cattlegrid.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowTest {
    private static final Endpoint FAR =
            new Endpoint("https", "paste.test", 0, Endpoint.Scope.REMOTE, "https://paste.test/");
    private static final Endpoint NEAR =
            new Endpoint("http", "localhost", 80, Endpoint.Scope.LOOPBACK, "http://localhost/");

    @Test
    void aFileOfSecretsIsSent() {
        var send = send(file("/home/dev/project/.env"));
        assertEquals(List.of("SECRET"), labels(send));
    }

    @Test
    void aSecretGoesThroughAFileOfTheCall() {
        Effect copy = write("/tmp/x", file("/home/dev/.ssh/id_ed25519"));
        Effect again = write("/tmp/y", file("/tmp/x"));
        var send = send(file("/tmp/y"));
        assertEquals(List.of("SECRET", "SECRET", "SECRET"), labels(copy, again, send));
        List<Flow> flows = Flow.trace(steps(copy, again, send));
        assertEquals(
                new Source.File(place("/home/dev/.ssh/id_ed25519")),
                flows.getLast().from(),
                "the flow says where it first came from");
    }

    @Test
    void orderIsNotAsked() {
        Effect copy = write("/tmp/x", file("/home/dev/project/.env"));
        var send = send(file("/tmp/x"));
        assertEquals(List.of("SECRET", "SECRET"), labels(send, copy));
    }

    @Test
    void whatWasDownloadedRuns() {
        Effect download = write("/tmp/i.sh", Data.of(new Source.Network(FAR)));
        Effect run =
                new Effect.Run(
                        new Code.Script(place("/tmp/i.sh"), "bash", Optional.empty()), Span.NONE);
        assertEquals(List.of("UNTRUSTED", "UNTRUSTED"), labels(download, run));
    }

    @Test
    void whatComesFromThisMachineIsTrusted() {
        Effect run =
                new Effect.Run(new Code.Inline("sh", Data.of(new Source.Network(NEAR))), Span.NONE);
        assertEquals(List.of(), labels(run));
    }

    @Test
    void aVariableAndATokenAreSecretsToo() {
        assertEquals(List.of("SECRET"), labels(send(Data.of(new Source.Variable("GH_TOKEN")))));
        assertEquals(List.of(), labels(send(Data.of(new Source.Variable("HOME")))));
        assertEquals(List.of("SECRET"), labels(send(Data.spelled("k=AKIA" + "Q7ZN3VJ5RTW2KXLD"))));
        assertEquals(List.of("SECRET"), labels(send(Data.of(new Source.Environment()))));
    }

    @Test
    void nothingFlowsIntoTheVoid() {
        Effect copy = write("/dev/null", file("/home/dev/project/.env"));
        var send = send(file("/dev/null"));
        assertEquals(List.of("SECRET"), labels(copy, send));
    }

    @Test
    void theSessionMayKnowMore() {
        var send = send(file("/home/dev/project/notes.txt"));
        List<Flow> flows =
                Flow.trace(
                        steps(send),
                        source ->
                                source instanceof Source.File
                                        ? EnumSet.of(Label.UNTRUSTED)
                                        : Set.of());
        assertEquals(1, flows.size());
    }

    private static List<String> labels(Effect... effects) {
        return Flow.trace(steps(effects)).stream().map(flow -> flow.label().name()).toList();
    }

    private static List<Step> steps(Effect... effects) {
        var steps = new ArrayList<Step>();
        for (Effect effect : effects) {
            steps.add(new Step(effect, Step.Certainty.MUST, steps.size()));
        }
        return steps;
    }

    private static Effect.Send send(Data data) {
        return new Effect.Send(FAR, "POST", data, Span.NONE);
    }

    private static Effect write(String path, Data data) {
        return new Effect.Write(place(path), Effect.Write.Manner.CREATE, data, Span.NONE);
    }

    private static Data file(String path) {
        return Data.of(new Source.File(place(path)));
    }

    private static Place place(String path) {
        return Places.of(path, World.Use.READ, AssumedWorld.usual());
    }
}
