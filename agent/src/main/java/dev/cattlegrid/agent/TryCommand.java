package dev.cattlegrid.agent;

import dev.cattlegrid.agent.print.PlainSession;
import dev.cattlegrid.agent.sample.Demonstration;
import dev.cattlegrid.agent.sample.Project;
import dev.cattlegrid.agent.screen.ScreenSession;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.talk.Instructions;
import dev.cattlegrid.agent.talk.Setup;
import dev.cattlegrid.agent.talk.Talk;
import dev.cattlegrid.agent.tool.Workshop;
import dev.cattlegrid.agent.voice.Voice;
import dev.cattlegrid.agent.voice.Voices;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.door.Hooks;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.screen.Ink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `cattlegrid try`: the agent at work in a throw-away repository, without key or network.
@Command(
        name = "try",
        description =
                "Shows the agent and its gate at work in a throw-away repository, without key or network.",
        mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {
    private static final Duration TO_READ = Duration.ofMillis(900);
    private static final long WINDOW = 200_000;

    /// What is left of it is nothing to go on with.
    private static final ScreenSession.Words WORDS =
            new ScreenSession.Words(_ -> "", _ -> "`cattlegrid` is the real thing");

    private final Streams streams;

    @Option(names = "--plain", description = "Line by line, without a screen and colours.")
    private boolean plain;

    @Option(names = "--keep", description = "Leave the repository and the record where they are.")
    private boolean keep;

    TryCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Path directory = Files.createTempDirectory("cattlegrid-try-");
        try {
            Project project = Project.in(directory);
            Duration pause = streams.terminal() ? TO_READ : Duration.ZERO;
            try (var model = Demonstration.start(project.root(), pause)) {
                Store store = new Store(project.home().resolve(Store.IN_HOME));
                return !plain && ScreenSession.fits(streams)
                        ? new ScreenSession(streams, store, project.root(), false, WORDS)
                                .run(
                                        listener -> talk(project, model.baseUrl(), store, listener),
                                        Demonstration.PROMPT)
                        : new PlainSession(streams, plain ? Ink.NONE : streams.ink(), _ -> "/why")
                                .run(
                                        listener -> talk(project, model.baseUrl(), store, listener),
                                        Demonstration.PROMPT);
            }
        } finally {
            if (keep) {
                streams.out().println("kept: " + directory);
            } else {
                Project.remove(directory);
            }
        }
    }

    private static Talk talk(
            Project project, String model, Store store, Consumer<Happening> listener) {
        var voices =
                new Voices(Map.of("ANTHROPIC_API_KEY", "made-up-key", "ANTHROPIC_BASE_URL", model));
        Voice voice =
                switch (voices.of("anthropic/a-script")) {
                    case Voices.Found.Of(var found) -> found;
                    case Voices.Found.Nothing() -> throw new IllegalStateException("no model");
                    case Voices.Found.Bad(var why) -> throw new IllegalStateException(why);
                };
        var setup =
                new Setup(
                        "try",
                        Hooks.inside(
                                Optional.of(project.home()),
                                Optional.empty(),
                                List.of(project.root().toString())),
                        voice,
                        voices::of,
                        new Workshop(
                                project.root(),
                                List.of(),
                                project.home().resolve("scratch"),
                                project.environment()),
                        Toolbox.tools(),
                        Origin.Mode.AUTO,
                        true,
                        0,
                        WINDOW,
                        false,
                        Instructions.of(project.root(), project.home()));
        return Talk.begin(setup, store, listener);
    }
}
