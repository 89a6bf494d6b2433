package dev.cattlegrid.cases;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the project's own files are, for a test that reads them.
public final class Checkout {
    private Checkout() {}

    /// The top of the project: what the build says, else the first directory upwards that holds `mvnw`.
    public static Path root() {
        String told = System.getProperty("cattlegrid.root");
        if (told != null) {
            return Path.of(told);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path up = here; up != null; up = up.getParent()) {
            if (Files.exists(up.resolve("mvnw"))) {
                return up;
            }
        }
        throw new IllegalStateException("no checkout of the project around " + here);
    }

    /// A file or directory of the project, by its path below the top.
    public static Path file(String path) {
        return root().resolve(path);
    }
}
