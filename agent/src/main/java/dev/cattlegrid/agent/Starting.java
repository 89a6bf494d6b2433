package dev.cattlegrid.agent;

import dev.cattlegrid.agent.mcp.Server;
import dev.cattlegrid.agent.mcp.Servers;
import dev.cattlegrid.agent.mcp.Trusted;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.talk.Instructions;
import dev.cattlegrid.agent.talk.Setup;
import dev.cattlegrid.agent.talk.Talk;
import dev.cattlegrid.agent.tool.Tool;
import dev.cattlegrid.agent.tool.Workshop;
import dev.cattlegrid.agent.voice.Voice;
import dev.cattlegrid.agent.voice.Voices;
import dev.cattlegrid.audit.Home;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.door.Hooks;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.sandbox.Plan;
import dev.cattlegrid.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// All that a session is begun with, put together from the command line and the machine.
///
/// @param home other than the one in the password database
/// @param settings in the place of the user's own
/// @param root the directory that the agent works in, as it really lies
/// @param more directories beside it
/// @param scratch of this session, which goes with it
/// @param sandbox that commands run in
record Starting(
        Streams streams,
        Optional<Path> home,
        Optional<Path> settings,
        Path root,
        List<Path> more,
        int mostTurns,
        Path scratch,
        Optional<Plan.Ready> sandbox) {
    /// Tokens that a model takes where nothing else is known.
    private static final long WINDOW = 200_000;

    /// What the agent's tools do not see: keys are for talking to models.
    private static final Set<String> WITHHELD =
            Set.of(
                    "ANTHROPIC_API_KEY",
                    "ANTHROPIC_AUTH_TOKEN",
                    "OPENAI_API_KEY",
                    "GEMINI_API_KEY",
                    "GOOGLE_API_KEY",
                    "BASH_ENV",
                    "ENV",
                    "PROMPT_COMMAND",
                    "CDPATH");

    /// The sandbox that this session can have here, or why it can have none.
    Plan shelter() throws IOException {
        return Shelter.of(roots(), scratch, directory(), Sandbox.available());
    }

    /// The same, with commands in a sandbox.
    Starting in(Plan.Ready plan) {
        return new Starting(
                streams, home, settings, root, more, mostTurns, scratch, Optional.of(plan));
    }

    private List<Path> roots() {
        return Stream.concat(Stream.of(root), more.stream()).toList();
    }

    Store store() {
        return new Store(directory().resolve(Store.IN_HOME));
    }

    /// The servers of the user and of the project. One of the project's is started when the person has trusted it.
    ///
    /// @param trusts asked about one that is new
    Servers servers(Predicate<Server> trusts, Consumer<String> notice) throws IOException {
        var trusted = new Trusted(store(), root);
        var wanted = new ArrayList<Server>();
        for (Server server : Server.all(directory(), root)) {
            if (trusted.holds(server)) {
                wanted.add(server);
            } else if (trusts.test(server)) {
                trusted.trust(server);
                wanted.add(server);
            } else {
                notice.accept(
                        "the server `%s` of this project is not started, since nobody has trusted it"
                                .formatted(server.name()));
            }
        }
        return Servers.start(wanted, root, environment(), notice);
    }

    private Path directory() {
        return home.map(path -> path.toAbsolutePath().normalize()).orElseGet(Home::directory);
    }

    Voices.Found voice(String name) {
        return new Voices(streams.environment()).of(name);
    }

    Talk talk(
            Voice voice,
            Origin.Mode mode,
            boolean asks,
            Optional<String> resumed,
            List<Tool> beside,
            Consumer<Happening> listener)
            throws IOException {
        String session = resumed.orElseGet(() -> UUID.randomUUID().toString());
        var setup =
                new Setup(
                        session,
                        Hooks.inside(home, settings, roots().stream().map(Path::toString).toList()),
                        voice,
                        this::voice,
                        new Workshop(root, more, scratch, environment(), sandbox),
                        Stream.concat(Toolbox.tools().stream(), beside.stream()).toList(),
                        mode,
                        asks,
                        mostTurns,
                        WINDOW,
                        false,
                        Instructions.of(root, directory()) + sandbox.map(Shelter::told).orElse(""));
        return resumed.isPresent()
                ? Talk.resume(setup, store(), listener)
                : Talk.begin(setup, store(), listener);
    }

    private Map<String, String> environment() {
        var variables = new HashMap<>(streams.environment());
        variables.keySet().removeAll(WITHHELD);
        variables.keySet().removeIf(name -> name.startsWith("BASH_FUNC_"));
        variables.putIfAbsent("PATH", "/usr/local/bin:/usr/bin:/bin");
        variables.put("HOME", directory().toString());
        variables.put("TERM", "dumb");
        variables.put("PAGER", "cat");
        variables.put("GIT_PAGER", "cat");
        variables.put("GIT_TERMINAL_PROMPT", "0");
        variables.put("GIT_EDITOR", "true");
        return variables;
    }
}
