package dev.cattlegrid.effect.world;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What git has staged: the index, read without git.
///
/// Source: gitformat-index(5), versions 2 to 4. A split or sparse index is not read.
///
/// @param entries by path, seen from the work tree's top
record GitIndex(NavigableMap<String, Entry> entries) {
    static final GitIndex EMPTY = new GitIndex(new TreeMap<>());

    /// @param seconds when the file was last changed, as it was seen then
    /// @param mode as in a tree: `0100644`, `0120000` for a link, `0160000` for a submodule
    /// @param size in bytes, modulo 2^32
    /// @param conflicted whether it stands there in several stages
    record Entry(long seconds, long nanos, int mode, long size, String name, boolean conflicted) {
        boolean isLink() {
            return mode >> 12 == 0xa;
        }

        boolean isSubmodule() {
            return mode >> 12 == 0xe;
        }
    }

    /// @return empty where it is of another kind, or broken
    static Optional<GitIndex> parse(byte[] bytes) {
        try {
            return parse(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private static Optional<GitIndex> parse(ByteBuffer in) {
        if (in.getInt() != 0x44495243) {
            return Optional.empty();
        }
        int version = in.getInt();
        int count = in.getInt();
        if (version < 2 || version > 4 || count < 0) {
            return Optional.empty();
        }
        NavigableMap<String, Entry> entries = new TreeMap<>();
        byte[] before = new byte[0];
        for (int i = 0; i < count; i++) {
            int start = in.position();
            in.position(start + 8);
            long seconds = in.getInt() & 0xffffffffL;
            long nanos = in.getInt() & 0xffffffffL;
            in.position(start + 24);
            int mode = in.getInt();
            in.position(start + 36);
            long size = in.getInt() & 0xffffffffL;
            byte[] name = new byte[20];
            in.get(name);
            int flags = in.getShort() & 0xffff;
            if ((flags & 0x4000) != 0) {
                in.getShort();
            }
            byte[] path = version == 4 ? compressed(in, before) : padded(in, start);
            before = path;
            if (mode >> 12 == 4) {
                return Optional.empty();
            }
            boolean conflicted = (flags >> 12 & 3) != 0;
            entries.put(
                    new String(path, StandardCharsets.UTF_8),
                    new Entry(
                            seconds,
                            nanos,
                            mode,
                            size,
                            HexFormat.of().formatHex(name),
                            conflicted));
        }
        return extensions(in).contains("link")
                ? Optional.empty()
                : Optional.of(new GitIndex(entries));
    }

    private static byte[] padded(ByteBuffer in, int start) {
        int from = in.position();
        int end = from;
        while (in.get(end) != 0) {
            end++;
        }
        byte[] path = new byte[end - from];
        in.get(path);
        int length = end - start;
        in.position(start + (length + 8) / 8 * 8);
        return path;
    }

    private static byte[] compressed(ByteBuffer in, byte[] before) {
        int c = in.get() & 0xff;
        int cut = c & 0x7f;
        while ((c & 0x80) != 0) {
            c = in.get() & 0xff;
            cut = cut + 1 << 7 | c & 0x7f;
        }
        int from = in.position();
        int end = from;
        while (in.get(end) != 0) {
            end++;
        }
        int kept = before.length - cut;
        if (cut < 0 || kept < 0) {
            throw new IllegalArgumentException("a path that is shorter than nothing");
        }
        byte[] path = new byte[kept + end - from];
        System.arraycopy(before, 0, path, 0, kept);
        in.get(path, kept, end - from);
        in.get();
        return path;
    }

    private static List<String> extensions(ByteBuffer in) {
        List<String> names = new ArrayList<>();
        while (in.remaining() > 28) {
            byte[] name = new byte[4];
            in.get(name);
            int size = in.getInt();
            names.add(new String(name, StandardCharsets.ISO_8859_1));
            if (size < 0) {
                throw new IllegalArgumentException("an extension of no size");
            }
            in.position(in.position() + size);
        }
        return names;
    }

    Optional<Entry> entry(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    /// The entries below a directory of the work tree; all of them for an empty path.
    Map<String, Entry> below(String directory) {
        return directory.isEmpty()
                ? entries
                : entries.subMap(directory + "/", true, directory + "0", false);
    }
}
