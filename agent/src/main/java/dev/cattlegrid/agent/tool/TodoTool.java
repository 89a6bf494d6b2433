package dev.cattlegrid.agent.tool;

import dev.cattlegrid.agent.voice.Offer;
import dev.cattlegrid.agent.voice.Stop;
import dev.cattlegrid.door.Pass;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The agent's own list of what is to be done, for the person to see.
public final class TodoTool implements Tool {
    @Override
    public Offer offer() {
        return new Schema()
                .needs(
                        "todos",
                        Map.of(
                                "type",
                                "array",
                                "description",
                                "The whole list, in order.",
                                "items",
                                new Schema()
                                        .needs("content", "string", "What is to be done.")
                                        .needs(
                                                "status",
                                                "string",
                                                "pending, in_progress or completed.")
                                        .object()))
                .of(
                        "TodoWrite",
                        "Writes down what is to be done in a task of several steps, and how far it is.");
    }

    @Override
    public Done run(Pass pass, Workshop workshop, Stop stop) throws IOException {
        var todos = new ArrayList<Todo>();
        for (var one : pass.take().objects("todos")) {
            String status = one.text("status").orElse("pending");
            Optional<Todo.State> state = Todo.State.named(status);
            if (state.isEmpty()) {
                throw new IOException(
                        "`status` is pending, in_progress or completed, not `" + status + "`");
            }
            todos.add(new Todo(one.text("content").orElse(""), state.get()));
        }
        long done = todos.stream().filter(todo -> todo.state() == Todo.State.COMPLETED).count();
        return Done.of("%d of %d done".formatted(done, todos.size()))
                .with(new Done.View.Todos(List.copyOf(todos)));
    }
}
