package dev.cattlegrid.effect.program;

import java.util.Map;
import java.util.Optional;

/// The programs that a card cannot describe, and who reads them: one line a reader.
final class Readers {
    private static final Map<String, Reader> BY_NAME =
            Map.ofEntries(
                    Map.entry("find", FindReader::read),
                    Map.entry("gfind", FindReader::read),
                    Map.entry("git", GitReader::read),
                    Map.entry("gsed", SedReader::read),
                    Map.entry("sed", SedReader::read),
                    Map.entry("gxargs", XargsReader::read),
                    Map.entry("xargs", XargsReader::read));

    private Readers() {}

    static Optional<Reader> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
