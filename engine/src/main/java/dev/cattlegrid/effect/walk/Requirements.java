package dev.cattlegrid.effect.walk;

/// Lines of a requirements file.
///
/// Source: pip, *Requirements File Format*.
final class Requirements {
    private Requirements() {}

    /// Whether a line names another index, an address or a repository.
    static boolean isElsewhere(String line) {
        if (line.startsWith("#")) {
            return false;
        }
        boolean index =
                line.startsWith("-i ")
                        || line.startsWith("--index-url")
                        || line.startsWith("--extra-index-url")
                        || line.startsWith("--find-links")
                        || line.startsWith("-f ")
                        || line.startsWith("--trusted-host");
        return index && !line.contains(" ./")
                || line.contains("git+")
                || !line.startsWith("-") && line.contains("://");
    }
}
