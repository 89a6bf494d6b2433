package dev.cattlegrid.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.agent.mcp.Server;
import dev.cattlegrid.agent.mcp.Servers;
import dev.cattlegrid.agent.mcp.Trusted;
import dev.cattlegrid.agent.talk.Act;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.canary.Call;
import dev.cattlegrid.canary.Turn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real server in a process of its own, whose tools stand behind the gate.
class ServersTest {
    private static final String SERVER =
            """
            import json, sys
            for line in sys.stdin:
                message = json.loads(line)
                if "id" not in message:
                    continue
                method = message["method"]
                if method == "initialize":
                    result = {"protocolVersion": "2025-06-18", "capabilities": {"tools": {}}, "serverInfo": {"name": "s", "version": "1"}}
                elif method == "tools/list":
                    schema = {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]}
                    result = {"tools": [{"name": "shout", "description": "Says it loudly.", "inputSchema": schema}]}
                else:
                    result = {"content": [{"type": "text", "text": message["params"]["arguments"]["text"].upper()}]}
                print(json.dumps({"jsonrpc": "2.0", "id": message["id"], "result": result}), flush=True)
            """;

    @TempDir private Path top;
    private Yard yard;

    @BeforeEach
    void aServer() throws Exception {
        yard = new Yard(top);
        yard.write("server.py", SERVER);
        yard.write(
                ".mcp.json",
                "{\"mcpServers\": {\"loud\": {\"command\": \"python3\", \"args\": [\"server.py\"]}}}");
    }

    @Test
    void aServerOfTheProjectIsTrustedOnceAndForWhatItIs() throws Exception {
        var trusted = new Trusted(yard.store(), yard.project);
        Server server = Server.all(yard.home, yard.project).getFirst();
        assertFalse(trusted.holds(server));
        trusted.trust(server);
        assertTrue(trusted.holds(server));
        assertFalse(
                trusted.holds(new Server("loud", List.of("python3", "other.py"), Map.of(), true)));
    }

    @Test
    void itsToolsAreAskedAboutLikeAnyOther() throws Exception {
        yard.asks = true;
        yard.mode = Origin.Mode.DEFAULT;
        yard.person =
                happening ->
                        happening instanceof Happening.Asked asked
                                ? Optional.of(
                                        new Act.Answer(
                                                asked.number(),
                                                Act.Answer.Kind.ONCE,
                                                Optional.empty()))
                                : Optional.empty();
        var notices = new ArrayList<String>();
        try (Servers servers =
                Servers.start(
                        Server.all(yard.home, yard.project),
                        yard.project,
                        Map.of("PATH", "/usr/bin:/bin"),
                        notices::add)) {
            yard.beside = servers.tools();
            yard.play("shout", Turn.of(Call.of("mcp__loud__shout", Map.of("text", "hello"))));
        }
        assertEquals(List.of(), notices);
        assertEquals(1, yard.all(Happening.Asked.class).size());
        assertEquals("HELLO", yard.all(Happening.Ran.class).getFirst().done().text());
    }

    @Test
    void aServerThatDoesNotStartIsSaidSo() {
        var notices = new ArrayList<String>();
        try (Servers servers =
                Servers.start(
                        List.of(new Server("gone", List.of("/nowhere/at-all"), Map.of(), false)),
                        yard.project,
                        Map.of(),
                        notices::add)) {
            assertEquals(List.of(), servers.tools());
        }
        assertEquals(1, notices.size());
    }
}
