package dev.cattlegrid.cases;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What `tools/test-tools.sh` has installed: other parsers and real clients, which `./verify` names to the tests.
public final class TestTools {
    private TestTools() {}

    /// A file of a tool, by its path below the cache: `unbash/node_modules/unbash/package.json`; nothing where it was
    /// not installed, and then a test that needs it is skipped.
    public static Optional<Path> file(String path) {
        String told = System.getProperty("cattlegrid.test.tools", "");
        return Optional.of(told)
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, path))
                .filter(Files::exists);
    }
}
