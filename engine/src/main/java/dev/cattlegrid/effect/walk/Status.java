package dev.cattlegrid.effect.walk;

/// What a command's exit status says, as far as it can be told.
enum Status {
    TRUE,
    FALSE,
    UNKNOWN;

    Status or(Status other) {
        return this == other ? this : UNKNOWN;
    }

    Status not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    static Status of(boolean value) {
        return value ? TRUE : FALSE;
    }
}
