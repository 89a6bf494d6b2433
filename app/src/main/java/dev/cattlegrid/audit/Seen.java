package dev.cattlegrid.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;

/// A file of the gate's own as one look at it shows: by this it is told from another file at its place, and from what it was
/// before.
///
/// @param changed when it was last written, or its rights were set
public record Seen(Object device, Object inode, FileTime changed, long size) {
    /// @throws java.nio.file.NoSuchFileException where there is none
    /// @throws IOException where others can write to it, or it belongs to somebody else
    public static Seen of(Path file) throws IOException {
        Map<String, Object> facts =
                Files.readAttributes(
                        file, "unix:dev,ino,ctime,size,mode,uid", LinkOption.NOFOLLOW_LINKS);
        Store.guard(file, facts);
        return new Seen(
                Objects.requireNonNull(facts.get("dev")),
                Objects.requireNonNull(facts.get("ino")),
                (FileTime) Objects.requireNonNull(facts.get("ctime")),
                (Long) Objects.requireNonNull(facts.get("size")));
    }

    /// Whether it is that file, whatever was written to it since.
    public boolean isSameFile(Seen other) {
        return inode.equals(other.inode) && device.equals(other.device);
    }
}
