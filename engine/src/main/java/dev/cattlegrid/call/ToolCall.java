package dev.cattlegrid.call;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One tool call of an agent, before it runs.
public sealed interface ToolCall {
    Origin origin();

    /// A command for a shell.
    record Shell(String command, Origin origin) implements ToolCall {}

    /// A file that is read.
    record Read(String path, Origin origin) implements ToolCall {}

    /// A file that is written whole.
    record Write(String path, String content, Origin origin) implements ToolCall {}

    /// A file that is changed in places; a notebook's cells count as places.
    ///
    /// @param changes empty where it is not told what is written
    record Edit(String path, List<Change> changes, Origin origin) implements ToolCall {
        public Edit {
            changes = List.copyOf(changes);
        }

        /// @param before the text that goes; empty where text is only put in
        /// @param after the text that comes; empty where text is only taken out
        public record Change(String before, String after) {}
    }

    /// A request over the network by the host's own fetch tool.
    ///
    /// @param method as in HTTP, upper case
    record Fetch(String url, String method, Optional<String> body, Origin origin)
            implements ToolCall {}

    /// A look for files by name or content, or a web search.
    record Search(Kind kind, String query, Optional<String> path, Origin origin)
            implements ToolCall {
        public enum Kind {
            CONTENT,
            NAMES,
            WEB
        }
    }

    /// A tool of an MCP server.
    ///
    /// @param arguments JSON as Java values: String, Number, Boolean, List, Map; null values left out
    record Mcp(
            String server, String tool, Map<String, Object> arguments, Hints hints, Origin origin)
            implements ToolCall {
        public Mcp {
            arguments = copy(arguments);
        }

        /// What the server says of its tool (MCP *ToolAnnotations*). A server's word can only raise the risk.
        public record Hints(boolean destructive, boolean openWorld) {
            public static final Hints NONE = new Hints(false, false);
        }
    }

    /// An agent that is started, with its task.
    record Spawn(String agent, String task, Origin origin) implements ToolCall {}

    /// A tool of the host that stays inside the host: a list of tasks, a plan, a question to the person.
    record Inner(String tool, Origin origin) implements ToolCall {}

    /// A tool that no adapter knows.
    record Other(String tool, Map<String, Object> input, Origin origin) implements ToolCall {
        public Other {
            input = copy(input);
        }
    }

    private static Map<String, Object> copy(Map<String, Object> values) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
