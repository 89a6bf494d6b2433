package dev.cattlegrid.agent.mcp;

import dev.cattlegrid.agent.tool.Done;
import dev.cattlegrid.agent.tool.Tool;
import dev.cattlegrid.agent.tool.Workshop;
import dev.cattlegrid.agent.voice.Offer;
import dev.cattlegrid.agent.voice.Stop;
import dev.cattlegrid.door.Pass;
import dev.cattlegrid.json.Fields;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/// A tool of a server.
record ServerTool(Client client, String name, Offer offer) implements Tool {
    @Override
    public boolean isWhole() {
        return false;
    }

    @Override
    public Done run(Pass pass, Workshop workshop, Stop stop) throws IOException {
        Fields result =
                client.ask(
                        "tools/call",
                        Map.of("name", name, "arguments", pass.take().withoutNulls()),
                        stop);
        String text =
                result.objects("content").stream()
                        .map(part ->
                                part.text("text")
                                        .orElse("(" + part.text("type").orElse("something") + ")"))
                        .collect(Collectors.joining("\n"));
        return result.isTrue("isError") ? Done.failed(text) : Done.of(text);
    }
}
