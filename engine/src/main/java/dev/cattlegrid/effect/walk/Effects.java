package dev.cattlegrid.effect.walk;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Later;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.world.World;
import java.util.List;

/// What a call would do.
public final class Effects {
    private Effects() {}

    /// The steps of a call, in the order in which they would happen; what cannot be told is an `Unknown` among them.
    /// Never throws for any call, and takes a bounded effort.
    public static List<Step> of(ToolCall call, World world) {
        return switch (call) {
            case ToolCall.Shell shell -> Shells.steps(shell, world);
            case ToolCall.Read read -> Tools.read(read, world);
            case ToolCall.Write write -> Tools.write(write, world);
            case ToolCall.Edit edit -> Tools.edit(edit, world);
            case ToolCall.Fetch fetch -> Tools.fetch(fetch, world);
            case ToolCall.Search search -> Tools.search(search, world);
            case ToolCall.Mcp mcp -> McpTool.steps(mcp, world);
            case ToolCall.Spawn spawn -> Tools.spawn(spawn);
            case ToolCall.Inner _ -> List.of();
            case ToolCall.Other other -> Tools.other(other);
        };
    }

    /// What the files that a call writes would do once something runs them.
    public static List<Later> later(ToolCall call, List<Step> steps, World world) {
        return Armed.of(steps, call.origin(), world);
    }
}
