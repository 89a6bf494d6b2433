package dev.cattlegrid.agent;

import dev.cattlegrid.agent.tool.BashTool;
import dev.cattlegrid.agent.tool.EditTool;
import dev.cattlegrid.agent.tool.ReadTool;
import dev.cattlegrid.agent.tool.Tool;
import dev.cattlegrid.agent.tool.WriteTool;
import java.util.List;

/// The tools that every session has.
final class Toolbox {
    private Toolbox() {}

    static List<Tool> tools() {
        return List.of(
                new BashTool(),
                new ReadTool(),
                new WriteTool(),
                new EditTool(false),
                new EditTool(true));
    }
}
