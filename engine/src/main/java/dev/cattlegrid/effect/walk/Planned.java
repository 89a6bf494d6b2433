package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.world.Overlay;
import dev.cattlegrid.effect.world.World;
import java.util.Optional;

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
    public boolean isWrittenInto(String directory) {
        return file.startsWith(directory + "/") || before.isWrittenInto(directory);
    }
}
