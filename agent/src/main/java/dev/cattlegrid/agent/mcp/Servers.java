package dev.cattlegrid.agent.mcp;

import dev.cattlegrid.agent.tool.Tool;
import dev.cattlegrid.agent.voice.Offer;
import dev.cattlegrid.agent.voice.Stop;
import dev.cattlegrid.json.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The servers of a session, started with it and ended with it.
public final class Servers implements AutoCloseable {
    private static final Duration TO_START = Duration.ofSeconds(20);
    private static final int MOST_TOOLS = 100;
    private static final int LONGEST = 2_000;

    private final List<Client> clients = new ArrayList<>();
    private final List<Tool> tools = new ArrayList<>();

    /// Starts what is trusted.
    ///
    /// @param notice told what could not be started, one lower-case sentence
    public static Servers start(
            List<Server> servers,
            Path directory,
            Map<String, String> environment,
            Consumer<String> notice) {
        var started = new Servers();
        for (Server server : servers) {
            try {
                started.add(server, directory, environment);
            } catch (IOException problem) {
                notice.accept(
                        "the server `%s` cannot be used: %s"
                                .formatted(server.name(), problem.getMessage()));
            }
        }
        return started;
    }

    private void add(Server server, Path directory, Map<String, String> environment)
            throws IOException {
        Client client = Client.start(server, directory, environment, TO_START);
        clients.add(client);
        Fields listed = client.ask("tools/list", Map.of(), TO_START, new Stop());
        for (Fields one : listed.objects("tools").stream().limit(MOST_TOOLS).toList()) {
            String name = one.text("name").orElse("");
            if (name.matches("[A-Za-z0-9_-]{1,64}")) {
                String words = one.text("description").orElse("");
                tools.add(
                        new ServerTool(
                                client,
                                name,
                                new Offer(
                                        "mcp__" + server.name() + "__" + name,
                                        words.length() > LONGEST
                                                ? words.substring(0, LONGEST)
                                                : words,
                                        one.object("inputSchema").orElse(Fields.NONE).values())));
            }
        }
    }

    public List<Tool> tools() {
        return List.copyOf(tools);
    }

    @Override
    public void close() {
        clients.forEach(Client::close);
    }
}
