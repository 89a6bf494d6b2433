package dev.cattlegrid.agent.talk;

import dev.cattlegrid.agent.tool.Done;
import dev.cattlegrid.agent.tool.Tool;
import dev.cattlegrid.agent.tool.Workshop;
import dev.cattlegrid.agent.voice.Offer;
import dev.cattlegrid.agent.voice.Stop;
import dev.cattlegrid.door.Pass;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.screen.Shown;
import java.util.List;
import java.util.Map;

/// A question of the agent to the person.
record AskTool(Person person) implements Tool {
    private static final Offer OFFER =
            new Offer(
                    "AskUserQuestion",
                    "Asks the person something that only they can say. Their answer allows no call: the gate asks by itself.",
                    Map.of(
                            "type",
                            "object",
                            "properties",
                            Map.of(
                                    "question",
                                    Map.of("type", "string", "description", "One question."),
                                    "options",
                                    Map.of(
                                            "type",
                                            "array",
                                            "items",
                                            Map.of("type", "string"),
                                            "description",
                                            "Answers to choose from, if there are such.")),
                            "required",
                            List.of("question")));

    @Override
    public Offer offer() {
        return OFFER;
    }

    @Override
    public Done run(Pass pass, Workshop workshop, Stop stop) {
        Fields input = pass.take();
        String question = Shown.lines(input.text("question").orElse(""), 4_000).text();
        List<String> choices =
                input.list("options").orElse(List.of()).stream()
                        .map(choice -> Shown.line(String.valueOf(choice)).text())
                        .toList();
        return person.wonder(question, choices)
                .map(Done::of)
                .orElseGet(() -> Done.failed("nobody answered; decide yourself, or end here"));
    }
}
