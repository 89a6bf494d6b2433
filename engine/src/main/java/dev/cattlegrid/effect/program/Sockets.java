package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.world.World.Use;

/// Sockets of this machine whose other end does what it is told.
final class Sockets {
    private Sockets() {}

    /// What the gate's own socket is told is for the person to say.
    static void connect(Arg socket, Sheet sheet) {
        if (sheet.place(socket, Use.CHANGE).is(Standing.GATE)) {
            sheet.must(
                    new Effect.Administer(
                            "gate",
                            "socket",
                            socket.value().prefix(),
                            Effect.Administer.Gravity.WEAKEN,
                            socket.span()));
        }
    }
}
