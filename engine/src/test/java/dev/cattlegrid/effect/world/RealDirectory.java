package dev.cattlegrid.effect.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/// Temporary directories below the build's own, with no link on the way there.
final class RealDirectory implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
            throws IOException {
        Path target = Files.createDirectories(Path.of("target/worlds").toAbsolutePath());
        return Files.createTempDirectory(target.toRealPath(), "world");
    }
}
