package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.world.Overlay;
import dev.cattlegrid.effect.world.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The world as it will be when a call has written a file.
final class Planned extends Overlay {
    private final String file;
    private final String text;

    Planned(World before, String file, String text) {
        super(before);
        this.file = file;
        this.text = text;
    }

    @Override
    public Content content(String path) {
        return path.equals(file) ? Content.Text.of(text) : before.content(path);
    }

    @Override
    public Optional<Wrote> wrote(String path) {
        return path.equals(file)
                ? Optional.of(new Wrote(Data.spelled(text), true, true, true, false))
                : before.wrote(path);
    }

    @Override
    public List<String> writtenInto(String directory) {
        List<String> earlier = before.writtenInto(directory);
        return file.startsWith(directory + "/")
                ? Stream.concat(Stream.of(file), earlier.stream()).distinct().toList()
                : earlier;
    }

    @Override
    public boolean isWrittenInto(String directory) {
        return file.startsWith(directory + "/") || before.isWrittenInto(directory);
    }
}
