package dev.cattlegrid.host;

import dev.cattlegrid.call.Origin.Mode;
import java.util.Optional;

/// Which permission modes a host's settings take away, and which one they begin with.
///
/// @param auto whether the gate is not to decide by itself
/// @param bypass whether permissions are not to be bypassed
/// @param usual the mode of a call for which the host names none
public record Locks(boolean auto, boolean bypass, Optional<Mode> usual) {
    public static final Locks NONE = new Locks(false, false, Optional.empty());

    /// Both together; what stands first chooses the mode.
    public Locks and(Locks other) {
        return new Locks(auto || other.auto, bypass || other.bypass, usual.or(() -> other.usual));
    }

    /// A mode as these leave it.
    public Mode of(Mode mode) {
        return switch (mode) {
            case AUTO -> auto ? Mode.DEFAULT : mode;
            case BYPASS_PERMISSIONS -> bypass ? Mode.DEFAULT : mode;
            case DEFAULT, ACCEPT_EDITS, PLAN, DONT_ASK -> mode;
        };
    }
}
