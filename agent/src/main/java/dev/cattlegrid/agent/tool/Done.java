package dev.cattlegrid.agent.tool;

import java.util.List;
import java.util.Optional;

/// What a call came to.
///
/// @param text for the model
/// @param failed whether it did not do what it should
/// @param view for the person, where there is a better one than the text
public record Done(String text, boolean failed, Optional<View> view) {
    /// What a person sees of it.
    public sealed interface View {
        /// A file that was changed.
        ///
        /// @param lines of a unified diff, without its head
        record Diff(String path, List<String> lines, int added, int removed) implements View {
            public Diff {
                lines = List.copyOf(lines);
            }
        }

        /// The list of what is to be done.
        record Todos(List<Todo> todos) implements View {
            public Todos {
                todos = List.copyOf(todos);
            }
        }
    }

    public static Done of(String text) {
        return new Done(text, false, Optional.empty());
    }

    public static Done failed(String why) {
        return new Done(why, true, Optional.empty());
    }

    Done with(View view) {
        return new Done(text, failed, Optional.of(view));
    }
}
