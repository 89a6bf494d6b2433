package dev.cattlegrid.agent;

import dev.cattlegrid.agent.tool.BashTool;
import dev.cattlegrid.agent.tool.EditTool;
import dev.cattlegrid.agent.tool.FetchTool;
import dev.cattlegrid.agent.tool.GlobTool;
import dev.cattlegrid.agent.tool.GrepTool;
import dev.cattlegrid.agent.tool.JobTools;
import dev.cattlegrid.agent.tool.ReadTool;
import dev.cattlegrid.agent.tool.TodoTool;
import dev.cattlegrid.agent.tool.Tool;
import dev.cattlegrid.agent.tool.WriteTool;
import java.util.List;
import java.util.stream.Stream;

/// The tools that every session has.
final class Toolbox {
    private Toolbox() {}

    static List<Tool> tools() {
        return Stream.concat(
                        Stream.of(
                                new BashTool(),
                                new ReadTool(),
                                new WriteTool(),
                                new EditTool(false),
                                new EditTool(true),
                                new GlobTool(),
                                new GrepTool(),
                                new TodoTool(),
                                new FetchTool()),
                        JobTools.all().stream())
                .toList();
    }
}
