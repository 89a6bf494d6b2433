package dev.cattlegrid.agent.talk;

import dev.cattlegrid.agent.tool.Done;
import dev.cattlegrid.agent.tool.Tool;
import dev.cattlegrid.agent.tool.Workshop;
import dev.cattlegrid.agent.voice.Offer;
import dev.cattlegrid.agent.voice.Stop;
import dev.cattlegrid.door.Pass;
import dev.cattlegrid.json.Fields;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Another agent, which is given a task and hands back its last words. It stands behind the same gate, with all that the
/// session remembers.
final class TaskTool implements Tool {
    private static final Offer OFFER =
            new Offer(
                    "Task",
                    "Has another agent do a task by itself, with the same tools. It knows nothing of this conversation: the prompt"
                            + " says all that it needs, and what it is to report. Only its last words come back.",
                    Map.of(
                            "type",
                            "object",
                            "properties",
                            Map.of(
                                    "description",
                                    Map.of(
                                            "type",
                                            "string",
                                            "description",
                                            "The task, in three to five words."),
                                    "prompt",
                                    Map.of("type", "string", "description", "The task, in full."),
                                    "subagent_type",
                                    Map.of("type", "string", "description", "`general-purpose`.")),
                            "required",
                            List.of("description", "prompt")));

    /// Makes the conversation of an agent.
    @FunctionalInterface
    interface Making {
        Loop loop(String agent, Workshop workshop);
    }

    private final Making making;
    private final Map<String, String> agents = new HashMap<>();
    private int number;

    TaskTool(Making making) {
        this.making = making;
    }

    @Override
    public Offer offer() {
        return OFFER;
    }

    @Override
    public boolean isWhole() {
        return false;
    }

    @Override
    public Done run(Pass pass, Workshop workshop, Stop stop) throws IOException {
        Fields input = pass.take();
        String agent = named(pass.id());
        Loop loop = making.loop(agent, workshop.another());
        return switch (loop.answer(input.text("prompt").orElse(""), stop)) {
            case Happening.Ending.Answered(var text) ->
                    Done.of(text.isBlank() ? "(the agent said nothing)" : text);
            case Happening.Ending.Interrupted() -> Done.failed("the person broke it off");
            case Happening.Ending.OutOfTurns(var most) ->
                    Done.failed("the agent was not done after %d turns".formatted(most));
            case Happening.Ending.Refused(var why) -> Done.failed("the agent was stopped: " + why);
            case Happening.Ending.Unavailable(var why) -> Done.failed(why);
            case Happening.Ending.Failed(var why) -> Done.failed(why);
        };
    }

    private synchronized String named(String call) {
        String agent = "task-" + ++number;
        agents.put(call, agent);
        return agent;
    }

    /// The agents that came to their end with a call.
    synchronized List<String> ended(String call) {
        return Optional.ofNullable(agents.remove(call)).stream().toList();
    }
}
