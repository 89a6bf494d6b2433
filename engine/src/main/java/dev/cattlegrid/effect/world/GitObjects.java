package dev.cattlegrid.effect.world;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads commits and trees out of a repository's object store, loose or packed, without git.
///
/// Source: gitformat-pack(5), version 2 of packs and their indexes; SHA-1 repositories only.
final class GitObjects {
    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_DELTAS = 60;

    private final List<String> stores;
    private final Looks looks;
    private final Map<String, Optional<Stored>> read = new HashMap<>();

    /// @param stores object directories, absolute: the repository's own and its alternates
    GitObjects(List<String> stores, Looks looks) {
        this.stores = List.copyOf(stores);
        this.looks = looks;
    }

    /// @param kind 1 commit, 2 tree, 3 blob, 4 tag
    record Stored(int kind, byte[] bytes) {}

    /// @param parents object names, in hexadecimal
    /// @param time seconds since 1970, as the committer's clock said
    record Commit(String tree, List<String> parents, long time) {}

    Optional<Commit> commit(String name) {
        return object(name).filter(stored -> stored.kind() == 1).flatMap(GitObjects::parsed);
    }

    private static Optional<Commit> parsed(Stored stored) {
        String text = new String(stored.bytes(), StandardCharsets.ISO_8859_1);
        String tree = "";
        long time = 0;
        List<String> parents = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.isEmpty()) {
                break;
            }
            if (line.startsWith("tree ")) {
                tree = line.substring(5);
            } else if (line.startsWith("parent ")) {
                parents.add(line.substring(7));
            } else if (line.startsWith("committer ")) {
                time = time(line);
            }
        }
        return tree.isEmpty() ? Optional.empty() : Optional.of(new Commit(tree, parents, time));
    }

    private static long time(String line) {
        String[] words = line.split(" ");
        try {
            return words.length < 2 ? 0 : Long.parseLong(words[words.length - 2]);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    /// The name of the object at a path of a tree.
    ///
    /// @return empty where nothing stands there
    /// @throws IOException where an object on the way is missing
    Optional<String> inTree(String tree, String path) throws IOException {
        String here = tree;
        List<String> names = PathText.segments(path);
        for (int i = 0; i < names.size(); i++) {
            Stored stored =
                    object(here)
                            .filter(object -> object.kind() == 2)
                            .orElseThrow(() -> new IOException("no tree"));
            Optional<String> next = entry(stored.bytes(), names.get(i));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            here = next.get();
        }
        return Optional.of(here);
    }

    private static Optional<String> entry(byte[] tree, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (at < tree.length) {
            int blank = indexOf(tree, (byte) ' ', at);
            int end = indexOf(tree, (byte) 0, blank);
            if (blank < 0 || end < 0 || end + 20 >= tree.length + 1) {
                return Optional.empty();
            }
            if (Arrays.equals(tree, blank + 1, end, wanted, 0, wanted.length)) {
                return Optional.of(HexFormat.of().formatHex(tree, end + 1, end + 21));
            }
            at = end + 21;
        }
        return Optional.empty();
    }

    private static int indexOf(byte[] bytes, byte wanted, int from) {
        for (int i = Math.max(from, 0); from >= 0 && i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    Optional<Stored> object(String name) {
        if (name.length() != 40) {
            return Optional.empty();
        }
        Optional<Stored> known = read.get(name);
        if (known != null) {
            return known;
        }
        Optional<Stored> found = find(name, 0);
        read.put(name, found);
        return found;
    }

    private Optional<Stored> find(String name, int depth) {
        if (depth > MOST_DELTAS) {
            return Optional.empty();
        }
        for (String store : stores) {
            Optional<Stored> found = loose(store, name).or(() -> packed(store, name, depth));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Stored> loose(String store, String name) {
        String path = store + "/" + name.substring(0, 2) + "/" + name.substring(2);
        return looks.bytes(path, MOST_BYTES)
                .flatMap(bytes -> inflated(bytes, 0))
                .flatMap(GitObjects::split);
    }

    private static Optional<Stored> split(byte[] bytes) {
        int end = indexOf(bytes, (byte) 0, 0);
        if (end < 0) {
            return Optional.empty();
        }
        String head = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        int kind =
                switch (head.split(" ")[0]) {
                    case "commit" -> 1;
                    case "tree" -> 2;
                    case "blob" -> 3;
                    case "tag" -> 4;
                    default -> 0;
                };
        return Optional.of(new Stored(kind, Arrays.copyOfRange(bytes, end + 1, bytes.length)));
    }

    /// @param size of what comes out; 0 where it is not known
    private static Optional<byte[]> inflated(byte[] bytes, int size) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes);
            byte[] out = new byte[size > 0 ? size : Math.max(64, bytes.length * 3)];
            int length = 0;
            while (!inflater.finished()) {
                if (length == out.length) {
                    if (size > 0) {
                        break;
                    }
                    if (length >= MOST_BYTES) {
                        return Optional.empty();
                    }
                    out = Arrays.copyOf(out, out.length * 2);
                }
                int got = inflater.inflate(out, length, out.length - length);
                if (got == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return Optional.empty();
                }
                length += got;
            }
            return Optional.of(Arrays.copyOf(out, length));
        } catch (DataFormatException _) {
            return Optional.empty();
        }
    }

    private Optional<Stored> packed(String store, String name, int depth) {
        String packs = store + "/pack";
        for (String file : looks.names(packs, 1000).orElse(List.of())) {
            if (!file.endsWith(".idx") || !looks.spend(1)) {
                continue;
            }
            Path index = Path.of(packs, file);
            Path pack = Path.of(packs, file.substring(0, file.length() - 4) + ".pack");
            try {
                long offset = offset(index, name);
                if (offset >= 0 && looks.isFile(pack.toString())) {
                    return inPack(pack, offset, depth);
                }
            } catch (IOException | RuntimeException _) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// Where an object begins in its pack; -1 where the index does not have it.
    private static long offset(Path index, String name) throws IOException {
        byte[] wanted = HexFormat.of().parseHex(name);
        try (FileChannel channel = FileChannel.open(index, StandardOpenOption.READ)) {
            ByteBuffer head = at(channel, 0, 8 + 1024);
            if (head.getInt(0) != 0xff744f63 || head.getInt(4) != 2) {
                throw new IOException("another version of pack index");
            }
            int first = wanted[0] & 0xff;
            int low = first == 0 ? 0 : head.getInt(8 + 4 * (first - 1));
            int high = head.getInt(8 + 4 * first);
            int count = head.getInt(8 + 4 * 255);
            while (low < high) {
                int middle = low + high >>> 1;
                byte[] here = at(channel, 1032 + 20L * middle, 20).array();
                int order = Arrays.compareUnsigned(here, wanted);
                if (order == 0) {
                    return offset(channel, count, middle);
                }
                if (order < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return -1;
        }
    }

    private static long offset(FileChannel channel, int count, int position) throws IOException {
        long small = 1032 + 24L * count;
        int offset = at(channel, small + 4L * position, 4).getInt(0);
        if (offset >= 0) {
            return offset;
        }
        long big = small + 4L * count + 8L * (offset & 0x7fffffff);
        return at(channel, big, 8).getLong(0);
    }

    private static ByteBuffer at(FileChannel channel, long position, int length)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("a file that ends early");
            }
        }
        return buffer.flip();
    }

    private Optional<Stored> inPack(Path pack, long offset, int depth) throws IOException {
        try (FileChannel channel = FileChannel.open(pack, StandardOpenOption.READ)) {
            return inPack(channel, offset, depth);
        }
    }

    private Optional<Stored> inPack(FileChannel channel, long offset, int depth)
            throws IOException {
        if (depth > MOST_DELTAS || !looks.spend(1)) {
            return Optional.empty();
        }
        int room = (int) Math.min(64, channel.size() - offset);
        ByteBuffer head = at(channel, offset, room);
        int first = head.get() & 0xff;
        int kind = first >> 4 & 7;
        long size = first & 15;
        int shift = 4;
        for (int c = first; (c & 0x80) != 0; shift += 7) {
            c = head.get() & 0xff;
            size |= (long) (c & 0x7f) << shift;
        }
        if (size > MOST_BYTES) {
            return Optional.empty();
        }
        return switch (kind) {
            case 1, 2, 3, 4 -> {
                Optional<byte[]> bytes = content(channel, offset + head.position(), (int) size);
                yield bytes.map(found -> new Stored(kind, found));
            }
            case 6 -> {
                int c = head.get() & 0xff;
                long back = c & 0x7f;
                while ((c & 0x80) != 0) {
                    c = head.get() & 0xff;
                    back = back + 1 << 7 | c & 0x7f;
                }
                Optional<Stored> base = inPack(channel, offset - back, depth + 1);
                yield patched(base, content(channel, offset + head.position(), (int) size));
            }
            case 7 -> {
                byte[] name = new byte[20];
                head.get(name);
                Optional<Stored> base = find(HexFormat.of().formatHex(name), depth + 1);
                yield patched(base, content(channel, offset + head.position(), (int) size));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> content(FileChannel channel, long from, int size)
            throws IOException {
        // deflate adds at most 5 bytes for each 16 KiB block, zlib 6 around it
        long most = size + size / 1000L + 64;
        int length = (int) Math.min(most, channel.size() - from);
        byte[] bytes = at(channel, from, length).array();
        return size == 0
                ? Optional.of(new byte[0])
                : inflated(bytes, size).filter(out -> out.length == size);
    }

    private static Optional<Stored> patched(Optional<Stored> base, Optional<byte[]> delta) {
        if (base.isEmpty() || delta.isEmpty()) {
            return Optional.empty();
        }
        byte[] from = base.get().bytes();
        ByteBuffer in = ByteBuffer.wrap(delta.get());
        long fromSize = size(in);
        long size = size(in);
        if (fromSize != from.length || size > MOST_BYTES) {
            return Optional.empty();
        }
        byte[] out = new byte[(int) size];
        int at = 0;
        while (in.hasRemaining()) {
            int command = in.get() & 0xff;
            if ((command & 0x80) == 0) {
                in.get(out, at, command);
                at += command;
                continue;
            }
            int offset = 0;
            int length = 0;
            for (int i = 0; i < 4; i++) {
                offset |= (command & 1 << i) == 0 ? 0 : (in.get() & 0xff) << 8 * i;
            }
            for (int i = 0; i < 3; i++) {
                length |= (command & 16 << i) == 0 ? 0 : (in.get() & 0xff) << 8 * i;
            }
            length = length == 0 ? 0x10000 : length;
            System.arraycopy(from, offset, out, at, length);
            at += length;
        }
        return at == size ? Optional.of(new Stored(base.get().kind(), out)) : Optional.empty();
    }

    private static long size(ByteBuffer in) {
        long size = 0;
        int shift = 0;
        int c;
        do {
            c = in.get() & 0xff;
            size |= (long) (c & 0x7f) << shift;
            shift += 7;
        } while ((c & 0x80) != 0);
        return size;
    }
}
