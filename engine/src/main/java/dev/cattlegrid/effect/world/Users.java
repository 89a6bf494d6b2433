package dev.cattlegrid.effect.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The users of this machine, from the password database and never from the environment.
///
/// Source: `passwd(5)`. Users that only a directory service knows are not found; the JVM's own answer, which asks
/// `getpwuid(3)`, stands in for the user that runs us.
///
/// @param passwd the text of `/etc/passwd`
record Users(String passwd) {
    private static final Path FILE = Path.of("/etc/passwd");

    /// What was read last, and by what the file is told from what it was before.
    private record Known(Map<String, Object> facts, Users users) {}

    private static volatile Known lastRead = new Known(Map.of(), new Users(""));

    static Users ofThisMachine() {
        try {
            Map<String, Object> facts = Files.readAttributes(FILE, "unix:ino,ctime,size");
            Known known = lastRead;
            if (!known.facts().equals(facts)) {
                known =
                        new Known(
                                facts,
                                new Users(Files.readString(FILE, StandardCharsets.ISO_8859_1)));
                lastRead = known;
            }
            return known.users();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return new Users("");
        }
    }

    /// The user that runs this process; -1 where the system does not say.
    static int ownId() {
        return Own.ID;
    }

    /// Looked up once: it does not change while a process lives.
    private static final class Own {
        static final int ID = lookedUp();
    }

    private static int lookedUp() {
        try {
            // The link itself is root's, whoever follows it: proc(5).
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer id
                    ? id
                    : -1;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return -1;
        }
    }

    Optional<String> homeOf(String user) {
        return entries().filter(fields -> fields[0].equals(user)).map(Users::home).findFirst();
    }

    Optional<String> homeOf(int id) {
        String text = String.valueOf(id);
        return entries().filter(fields -> fields[2].equals(text)).map(Users::home).findFirst();
    }

    private static String home(String[] fields) {
        return PathText.normal(fields[5]);
    }

    private Stream<String[]> entries() {
        return passwd.lines().map(line -> line.split(":", -1)).filter(fields -> fields.length >= 7);
    }
}
