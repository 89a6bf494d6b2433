package dev.cattlegrid.effect.walk;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.world.World;
import java.util.List;

/// What a call would do.
public final class Effects {
    private Effects() {}

    public static List<Step> of(ToolCall call, World world) {
        throw new IllegalStateException("not there");
    }
}
