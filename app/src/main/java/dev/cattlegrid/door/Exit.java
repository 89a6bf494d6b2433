package dev.cattlegrid.door;

/// Exit codes of the program. Those of a verdict are 0, 1 and 2; 3 is the launcher's: no suitable JDK.
public final class Exit {
    public static final int ALLOW = 0;
    public static final int ASK = 1;
    public static final int DENY = 2;
    public static final int WRONG_USE = 64;
    public static final int OWN_FAILURE = 70;

    private Exit() {}
}
