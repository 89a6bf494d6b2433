package dev.cattlegrid.shell;

import java.util.ArrayList;
import java.util.List;

/// A list of commands: a whole script, or the inside of a group, a loop, a substitution.
///
/// @param items in the order in which they stand; empty for `$()` and for a text of blanks and comments
public record Script(List<Item> items, Span span) {
    public Script {
        items = List.copyOf(items);
    }

    /// The simple commands in it, at any depth, in the order of the text.
    public List<Command.Simple> simpleCommands() {
        var found = new ArrayList<Command.Simple>();
        Nodes.walk(
                this,
                node -> {
                    if (node instanceof Command.Simple simple) {
                        found.add(simple);
                    }
                });
        return found;
    }

    /// One entry of a list (POSIX: *and-or list* with its separator).
    ///
    /// @param background whether `&` ends it
    public record Item(AndOr list, boolean background, Span span) {}

    /// Pipelines joined by `&&` and `||`, which bind alike and from the left.
    public record AndOr(Pipeline first, List<Next> rest) {
        public AndOr {
            rest = List.copyOf(rest);
        }

        public record Next(Joint joint, Pipeline pipeline) {}

        public enum Joint {
            AND,
            OR
        }
    }

    /// Commands joined by `|` or `|&`.
    ///
    /// @param negations how many `!` stand before it
    /// @param commands at least one, unless `!` or `time` stands alone
    /// @param errorsToo for each joint, whether it is `|&` (standard error goes through the pipe as well)
    public record Pipeline(
            Timing timing,
            int negations,
            List<Command> commands,
            List<Boolean> errorsToo,
            Span span) {
        public Pipeline {
            commands = List.copyOf(commands);
            errorsToo = List.copyOf(errorsToo);
        }
    }

    /// The reserved word `time` before a pipeline.
    public enum Timing {
        NONE,
        TIME,
        TIME_POSIX
    }
}
