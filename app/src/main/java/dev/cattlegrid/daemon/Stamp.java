package dev.cattlegrid.daemon;

/// Which build of the program something runs: seconds since 1970 of its build. A later one takes over from an earlier one.
record Stamp(long seconds) {
    /// A program that was not built by the launcher; it takes over from nobody.
    static final Stamp NONE = new Stamp(0);

    static Stamp of(String text) {
        try {
            return new Stamp(Math.max(0, Long.parseLong(text.strip())));
        } catch (NumberFormatException _) {
            return NONE;
        }
    }

    /// The one that the launcher gave this process.
    static Stamp ofThisProgram() {
        return of(System.getProperty("cattlegrid.stamp", ""));
    }

    boolean isBefore(Stamp other) {
        return seconds < other.seconds;
    }

    String text() {
        return Long.toString(seconds);
    }
}
