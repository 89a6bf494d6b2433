package dev.cattlegrid.app;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"cattlegrid " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}
