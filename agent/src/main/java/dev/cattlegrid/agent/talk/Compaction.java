package dev.cattlegrid.agent.talk;

import dev.cattlegrid.agent.voice.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a long conversation becomes a short one.
final class Compaction {
    static final int MOST_TOKENS = 4_000;

    private static final int LONGEST_RESULT = 2_000;

    private static final String TASK =
            """
            There is little room left. Write down, for yourself, all that is needed to go on without the messages above: what the person
            asked for in their own words, what they forbade and allowed, what has been done and decided, which files matter and what is in
            them, what failed or was refused and why, and what comes next. Make no calls.\
            """;

    private static final String BEFORE = "What was said and done before, summed up:\n\n";

    private Compaction() {}

    /// Results are cut: what is in a file can be read again.
    static List<Message> shortened(List<Message> messages) {
        return messages.stream().map(Compaction::shortened).toList();
    }

    private static Message shortened(Message message) {
        return switch (message) {
            case Message.User _, Message.Model _ -> message;
            case Message.Results(var results) ->
                    new Message.Results(
                            results.stream()
                                    .map(result ->
                                            result.text().length() <= LONGEST_RESULT
                                                    ? result
                                                    : new Message.Result(
                                                            result.id(),
                                                            result.tool(),
                                                            result.text()
                                                                            .substring(
                                                                                    0,
                                                                                    LONGEST_RESULT)
                                                                    + "…",
                                                            result.failed()))
                                    .toList());
        };
    }

    /// Puts the task at the end. Two messages of the same side in a row are one.
    static void ask(List<Message> messages) {
        if (!messages.isEmpty() && messages.getLast() instanceof Message.User(var text)) {
            messages.removeLast();
            messages.add(new Message.User(text + "\n\n" + TASK));
        } else {
            messages.add(new Message.User(TASK));
        }
    }

    /// What is left: the summary, and the person's words where they have not been answered yet.
    static List<Message> after(String summary, List<Message> before) {
        var after = new ArrayList<Message>();
        Optional<String> open =
                !before.isEmpty() && before.getLast() instanceof Message.User(var text)
                        ? Optional.of(text)
                        : Optional.empty();
        boolean busy = !before.isEmpty() && before.getLast() instanceof Message.Results;
        String then =
                open.map(text -> "\n\nThe person now says:\n\n" + text)
                        .orElse(busy ? "\n\nGo on with what you were doing." : "");
        after.add(new Message.User(BEFORE + summary + then));
        if (open.isEmpty() && !busy) {
            after.add(new Message.Model("I know where we are.", List.of()));
        }
        return after;
    }
}
